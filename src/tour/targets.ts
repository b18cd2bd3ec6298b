/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Anchor } from '../shared/types.ts'

export type Anchors = Record<string, Anchor>

/** How long a target may take to appear before its menu is opened, and again after that; milliseconds. */
const PATIENCE = 2500
const SHORT_PATIENCE = 400

/** Whether a person could see the element, scrolling aside: it has a size, and no closed drawer or menu around it. */
export function isVisible(element: HTMLElement): boolean {
	const box = element.getBoundingClientRect()
	return box.width > 0
		&& box.height > 0
		&& box.right > 0
		&& box.left < window.innerWidth
		&& (element.checkVisibility?.({ visibilityProperty: true }) ?? true)
		&& element.closest('[inert], [aria-hidden="true"]') === null
}

/**
 * @param anchors of the tour, by name
 * @param name of the anchor
 * @return the visible elements that one of its selectors matches, best selector first; the first one is the target, the
 *         others are its equals, for instance the same button on other lines
 */
export function findTargets(anchors: Anchors, name: string): HTMLElement[] {
	for (const selector of anchors[name]?.selectors ?? []) {
		const found = select(selector).filter(isVisible)
		if (found.length > 0) {
			return found
		}
	}
	return []
}

function findTarget(anchors: Anchors, name: string): HTMLElement | null {
	return findTargets(anchors, name)[0] ?? null
}

/** An invalid selector matches nothing: the next one, or words, take its place. */
function select(selector: string): HTMLElement[] {
	try {
		return [...document.querySelectorAll<HTMLElement>(selector)]
	} catch {
		return []
	}
}

/**
 * The ladder for a target that is not there: wait for it, open what it is behind, wait once more. What was opened is
 * closed again when the signal ends, unless the person has closed it already.
 *
 * @return the target, or null when words have to say where it is
 */
export async function reachTarget(anchors: Anchors, name: string, signal: AbortSignal): Promise<HTMLElement | null> {
	const find = () => findTarget(anchors, name)
	const { selectors = [], open: opener = null } = anchors[name] ?? {}
	// What is on the page but hidden behind something does not appear by waiting.
	const isBehind = opener !== null && selectors.some((selector) => select(selector).length > 0)
	const found = await appearance(find, signal, isBehind ? SHORT_PATIENCE : PATIENCE)
	if (found !== null || opener === null || signal.aborted) {
		return found
	}
	const door = findTarget(anchors, opener)
	if (door === null) {
		return null
	}
	door.click()
	signal.addEventListener('abort', () => find() === null || door.click())
	return appearance(find, signal)
}

/** Resolves with what `find` gives as soon as it gives something, with null when patience or the signal ends. */
export function appearance(find: () => HTMLElement | null, signal: AbortSignal, patience = PATIENCE): Promise<HTMLElement | null> {
	const now = find()
	if (now !== null || signal.aborted) {
		return Promise.resolve(now)
	}
	const end = Date.now() + patience
	return new Promise((resolve) => {
		const watch = setInterval(() => {
			const target = find()
			if (target !== null || signal.aborted || Date.now() >= end) {
				clearInterval(watch)
				resolve(target)
			}
		}, 50)
	})
}
