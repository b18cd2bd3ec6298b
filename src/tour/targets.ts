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
	const { innerWidth } = element.ownerDocument.defaultView ?? window
	return box.width > 0
		&& box.height > 0
		&& box.right > 0
		&& box.left < innerWidth
		&& (element.checkVisibility?.({ visibilityProperty: true }) ?? true)
		&& element.closest('[inert], [aria-hidden="true"]') === null
}

/**
 * @param anchors of the tour, by name
 * @param name of the anchor
 * @param page where to look: this page, or one in a frame
 * @return the visible elements that one of its selectors matches, best selector first; the first one is the target, the
 *         others are its equals, for instance the same button on other lines; when there is none, those of the anchor
 *         that serves instead
 */
export function findTargets(anchors: Anchors, name: string, page = document): HTMLElement[] {
	for (const one of chain(anchors, name)) {
		for (const selector of anchors[one]?.selectors ?? []) {
			const found = select(selector, page).filter(isVisible)
			if (found.length > 0) {
				return found
			}
		}
	}
	return []
}

/** @return the anchor and those that serve instead of it, in order, each once */
export function chain(anchors: Anchors, name: string): string[] {
	const names: string[] = []
	for (let next: string | null = name; next !== null && !names.includes(next); next = anchors[next]?.instead ?? null) {
		names.push(next)
	}
	return names
}

function findTarget(anchors: Anchors, name: string, page: Document): HTMLElement | null {
	return findTargets(anchors, name, page)[0] ?? null
}

/** An invalid selector matches nothing: the next one, or words, take its place. */
function select(selector: string, page: Document): HTMLElement[] {
	try {
		return [...page.querySelectorAll<HTMLElement>(selector)]
	} catch {
		return []
	}
}

/**
 * The ladder for a target that is not there: wait for it, open what it is behind, wait once more. What was opened is
 * closed again when the signal ends, unless the person has closed it already.
 *
 * @param page where to look: this page, or one in a frame
 * @param patience how long it may take to appear by itself; milliseconds
 * @return the target, or null when words have to say where it is
 */
export async function reachTarget(anchors: Anchors, name: string, signal: AbortSignal, page = document, patience = PATIENCE): Promise<HTMLElement | null> {
	for (const one of chain(anchors, name)) {
		const target = await reachOne(anchors, one, signal, page, patience)
		if (target !== null || signal.aborted) {
			return target
		}
	}
	return null
}

async function reachOne(anchors: Anchors, name: string, signal: AbortSignal, page: Document, patience: number): Promise<HTMLElement | null> {
	const find = () => findTarget(anchors, name, page)
	const { selectors = [], open: opener = null } = anchors[name] ?? {}
	// What is on the page but hidden behind something does not appear by waiting.
	const isBehind = opener !== null && selectors.some((selector) => select(selector, page).length > 0)
	const found = await appearance(find, signal, isBehind ? Math.min(SHORT_PATIENCE, patience) : patience)
	if (found !== null || opener === null || signal.aborted) {
		return found
	}
	const door = findTarget(anchors, opener, page)
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
