/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { isVisible } from './targets.ts'

/** Windows that ask for the person's whole attention; nothing is offered or shown over them. */
const WINDOWS = [
	'.modal-mask .modal-container',
	'[role="dialog"][aria-modal="true"]',
	'dialog[open]',
	'.oc-dialog',
	'#firstrunwizard',
]

const MENUS = ['.v-popper__popper--shown:not(.v-popper--theme-tooltip) .v-popper__inner']

/** The panel with details, beside the page. */
const SIDES = ['#app-sidebar-vue', 'aside.app-sidebar', '[data-cy-sidebar]']

/** What a click opens beside the page: menus, pickers, the panel with details. */
const PANELS = [...MENUS, '.header-menu__content', ...SIDES]

/** Room that a highlight takes around its target; pixels. */
const HALO = 16

const CONTROLS = 'button, input, select, textarea, a[href], [role="button"], [role="option"], [role="menuitem"]'

/** Our own tip is neither, nor is the frame that the presenter puts around it. */
export const OWN = '.compagnon-tip, .compagnon-dock, .introjs-tour, .introjsFloatingElement'

function visible(selectors: readonly string[]): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>(selectors.join(','))]
		.filter((element) => element.closest(OWN) === null && element.querySelector(OWN) === null && isVisible(element))
}

/** Whether a window is open that has to be closed before anything is said. */
export function hasWindow(): boolean {
	return visible(WINDOWS).length > 0
}

/** @return where menus, windows and panels are on the screen, in pixels */
export function openAreas(): DOMRect[] {
	return visible([...WINDOWS, ...PANELS])
		// The mask around a window fills the screen; only the window itself is in use.
		.filter((element) => element.querySelector('.modal-container') === null)
		.map((element) => element.getBoundingClientRect())
}

/**
 * Whether an element belongs to such a menu, window or panel, be it in the bar above a window. What is under a window
 * does not, nor does a panel that a window lies over.
 */
export function isInOpened(element: HTMLElement): boolean {
	return visible([...WINDOWS, ...(hasWindow() ? MENUS : PANELS)]).some((area) => area.contains(element) || element.contains(area))
}

/** Whether nothing is open but a panel beside the page, and the element and its highlight lie clear of that. */
export function isClearOfSides(element: HTMLElement): boolean {
	const sides = visible(SIDES)
	const { left, top, right, bottom } = element.getBoundingClientRect()
	return visible([...WINDOWS, ...PANELS]).every((open) => sides.some((side) => side.contains(open)))
		&& sides.map((side) => side.getBoundingClientRect()).every((side) => right + HALO <= side.left || side.right <= left - HALO || bottom + HALO <= side.top || side.bottom <= top - HALO)
}

/** @return where buttons, fields and the like of open menus, windows and panels are on the screen, in pixels */
export function openControls(): DOMRect[] {
	const controls = new Set(visible([...WINDOWS, ...PANELS]).flatMap((area) => [...area.querySelectorAll<HTMLElement>(CONTROLS)]))
	return [...controls].filter(isVisible).map((element) => element.getBoundingClientRect())
}

/** Resolves when no window has been open for a moment. One that opens within that time is waited for too. */
export function quiet(signal: AbortSignal, moment = 1000): Promise<void> {
	return new Promise((resolve) => {
		let since = Date.now()
		const watch = setInterval(() => {
			if (hasWindow() || isTyping()) {
				since = Date.now()
			}
			if (signal.aborted || Date.now() - since >= moment) {
				clearInterval(watch)
				resolve()
			}
		}, 100)
	})
}

/** Whether the person is writing something. */
export function isTyping(): boolean {
	const focused = document.activeElement
	return focused instanceof HTMLElement
		&& focused.closest(OWN) === null
		&& (focused.isContentEditable || focused.matches('input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select'))
}
