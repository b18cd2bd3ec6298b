/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { hasWindow, openAreas, OWN } from './obstacles.ts'

/** What keys do while a tip is shown. */
export interface KeyActions {
	tip: HTMLElement
	/** The element that the tip stands beside, if any. */
	target: () => HTMLElement | null
	/** Puts the focus into the tip. */
	focusTip: () => void
	/** Closes the tip. */
	close: () => void
	/** Whether Escape has something to close; always, when left out. */
	canClose?: () => boolean
}

/**
 * F6 goes back and forth between tip and target; Escape closes the tip, unless a menu or window is open, which Escape
 * then belongs to, or the page has used the key itself.
 *
 * @return takes the keys away
 */
export function listenToKeys(actions: KeyActions): () => void {
	// Judged before anybody else sees the key: a window that Escape has just closed is gone when it comes to us.
	let isOurs = false
	const beforeKey = (event: KeyboardEvent) => {
		isOurs = event.key === 'Escape' && mayClose(event) && actions.canClose?.() !== false
	}
	const onKey = (event: KeyboardEvent) => {
		if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey && !hasWindow()) {
			event.preventDefault()
			jump(actions)
		}
		if (isOurs && !event.defaultPrevented) {
			event.preventDefault()
			actions.close()
		}
	}
	// Keys that are pressed in the tip are not shortcuts of the page: Enter would open the chosen file there.
	const onOwnKey = (event: KeyboardEvent) => {
		onKey(event)
		event.stopPropagation()
	}
	window.addEventListener('keydown', beforeKey, true)
	document.addEventListener('keydown', onKey)
	actions.tip.addEventListener('keydown', onOwnKey)
	return () => {
		window.removeEventListener('keydown', beforeKey, true)
		document.removeEventListener('keydown', onKey)
		actions.tip.removeEventListener('keydown', onOwnKey)
	}
}

function jump({ tip, target, focusTip }: KeyActions): void {
	const element = target()
	if (element !== null && tip.contains(document.activeElement)) {
		focusTarget(element)
	} else {
		focusTip()
	}
}

/** Focuses the target, or the first thing in it that takes the focus. */
export function focusTarget(target: HTMLElement): void {
	const able = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex]:not([tabindex="-1"])'
	const element = target.matches(able) ? target : target.querySelector<HTMLElement>(able) ?? target
	if (!element.matches(able)) {
		element.setAttribute('tabindex', '-1')
	}
	element.focus()
}

function mayClose(event: KeyboardEvent): boolean {
	const inside = event.target instanceof Element && event.target.closest(OWN) !== null
	return inside || (openAreas().length === 0 && document.activeElement === document.body)
}
