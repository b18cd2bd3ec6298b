/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What holds as long as this window is open. */

const FOLDED = 'compagnon.companion.folded'
const TOLD = 'compagnon.companion.told'

/** Where it would take half of the screen. */
const PHONE = 512

/** Whether the person wants it small; on a phone it is so at first. */
export function isFolded(): boolean {
	return (read(FOLDED) ?? String(window.innerWidth <= PHONE)) === 'true'
}

export function rememberFold(folded: boolean): void {
	write(FOLDED, String(folded))
}

/** Whether the person was told of a quest; it is noted that they are. */
export function wasTold(quest: string): boolean {
	const told = read(TOLD) === quest
	write(TOLD, quest)
	return told
}

function read(key: string): string | null {
	try {
		return sessionStorage.getItem(key)
	} catch {
		return null
	}
}

function write(key: string, value: string): void {
	try {
		sessionStorage.setItem(key, value)
	} catch {
		// Storage is switched off or full: nothing is remembered.
	}
}
