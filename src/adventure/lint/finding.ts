/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Something that keeps a story from being shipped. */
export interface Finding {
	/** The place, from the outside in: “scene “hub”, choice “back””. Empty when it is the whole story. */
	where: string
	/** What is so, and what can be done. */
	says: string
}

export function finding(where: string, says: string): Finding {
	return { where, says }
}

/** A place, from the outside in: `at('scene', 'hub', 'choice', 'back')`. */
export function at(...parts: string[]): string {
	const places: string[] = []
	for (let place = 0; place + 1 < parts.length; place += 2) {
		places.push(`${parts[place]} “${parts[place + 1]}”`)
	}
	return places.join(', ')
}

export function sayFinding(story: string, { where, says }: Finding): string {
	return `${story}${where === '' ? '' : ', ' + where}: ${says}`
}
