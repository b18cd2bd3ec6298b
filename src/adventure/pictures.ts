/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** The pictures travel with the app, each by itself: only those of a scene are loaded. */
const files = import.meta.glob<string>('../../resources/stories/*/pictures/*.svg', { query: '?raw', import: 'default' })

/** @return a drawing for the page; null when there is none, or it cannot be loaded now */
export async function pictureOf(story: string, file: string): Promise<Element | null> {
	const source = await files[`../../resources/stories/${story}/pictures/${file}.svg`]?.().catch(() => undefined)
	if (source === undefined) {
		return null
	}
	const drawing = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement
	if (drawing.localName !== 'svg') {
		return null
	}
	// What it shows is said by what is around it.
	drawing.setAttribute('aria-hidden', 'true')
	drawing.setAttribute('focusable', 'false')
	return document.importNode(drawing, true)
}
