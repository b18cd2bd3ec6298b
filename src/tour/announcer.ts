/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Says something to people who use a screen reader, without moving the focus. */
export class Announcer {
	private readonly region = document.createElement('div')

	constructor() {
		this.region.className = 'compagnon-announcer'
		this.region.setAttribute('aria-live', 'polite')
		this.region.setAttribute('role', 'status')
		document.body.append(this.region)
	}

	say(sentence: string): void {
		// The same sentence twice would be silent the second time.
		this.region.textContent = ''
		requestAnimationFrame(() => {
			this.region.textContent = sentence
		})
	}
}
