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

/** What was opened for targets, to be closed again. */
export class Opened {
	private readonly closers = new Map<string, () => void>()

	/**
	 * @param door name of the anchor that was clicked; a later one of that name takes its place
	 * @param close closes it, unless the person has done so already
	 */
	note(door: string, close: () => void): void {
		this.closers.set(door, close)
	}

	/** @param but the door that what comes next is behind too; null closes all */
	close(but: string | null = null): void {
		for (const [door, close] of this.closers) {
			if (door !== but) {
				this.closers.delete(door)
				close()
			}
		}
	}
}

interface Ladder {
	/** Where to look: this page, or one in a frame. */
	page?: Document
	/** How long it may take to appear by itself; milliseconds. */
	patience?: number
	/** Where to note what was opened; otherwise it is closed when the signal ends. */
	opened?: Opened
}

/**
 * The ladder for a target that is not there: wait for it, open what it is behind, wait once more.
 *
 * @return the target, or null when words have to say where it is
 */
export async function reachTarget(anchors: Anchors, name: string, signal: AbortSignal, ladder: Ladder = {}): Promise<HTMLElement | null> {
	for (const one of chain(anchors, name)) {
		const target = await reachOne(anchors, one, signal, ladder)
		if (target !== null || signal.aborted) {
			return target
		}
	}
	return null
}

/** @return name of what the target is behind, or the one that serves instead; null when it is behind nothing */
export function doorOf(anchors: Anchors, name: string): string | null {
	return chain(anchors, name).map((one) => anchors[one]?.open ?? null).find((door) => door !== null) ?? null
}

async function reachOne(anchors: Anchors, name: string, signal: AbortSignal, { page = document, patience = PATIENCE, opened }: Ladder): Promise<HTMLElement | null> {
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
	const close = () => find() === null || door.click()
	if (opened === undefined) {
		signal.addEventListener('abort', close)
	} else {
		opened.note(opener, close)
	}
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
