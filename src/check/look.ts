/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StepSeen } from '../shared/types.ts'
import type { Anchors } from '../tour/targets.ts'

import { chain, findTargets, reachTarget } from '../tour/targets.ts'

type Seen = StepSeen['seen']

/** How long a menu may take to close; milliseconds. */
const CLOSING = 600

/** What was seen, and whether something stayed open that could not be closed. */
export interface Look {
	seen: Seen
	leftOpen: boolean
}

/** Whether nothing more has to be waited for: the target or what opens it is there, or it is not looked for anyway. */
export function isSettled(anchors: Anchors, name: string, page: Document): boolean {
	return anchors[name] === undefined
		|| isBehindAct(anchors, name)
		|| findTargets(anchors, name, page).length > 0
		|| doorsOf(anchors, name, page).length > 0
}

/**
 * Looks for a target on a page that has settled. Opens a menu for it when that is all it takes, and closes it again.
 */
export async function look(anchors: Anchors, name: string, page: Document, signal: AbortSignal): Promise<Look> {
	const isThere = () => findTargets(anchors, name, page).length > 0
	if (isThere()) {
		return { seen: 'found', leftOpen: false }
	}
	if (anchors[name] === undefined || isBehindAct(anchors, name)) {
		return { seen: 'unchecked', leftOpen: false }
	}
	const doors = doorsOf(anchors, name, page)
	if (doors.length === 0) {
		return { seen: 'missing', leftOpen: false }
	}
	if (!doors.every(isHarmless)) {
		return { seen: 'unchecked', leftOpen: false }
	}
	const opened = new AbortController()
	signal.addEventListener('abort', () => opened.abort(), { once: true })
	const target = await reachTarget(anchors, name, opened.signal, { page, patience: 0 })
	opened.abort()
	return { seen: target === null ? 'missing' : 'found', leftOpen: !await closes(isThere, page) }
}

/** Whether the target, or what opens it, is there only after something that a person does. */
function isBehindAct(anchors: Anchors, name: string): boolean {
	return chain(anchors, name).some((one) => anchors[one]?.behind === 'act' || anchors[anchors[one]?.open ?? '']?.behind === 'act')
}

function doorsOf(anchors: Anchors, name: string, page: Document): HTMLElement[] {
	return chain(anchors, name).flatMap((one) => {
		const opener = anchors[one]?.open ?? null
		return opener === null ? [] : findTargets(anchors, opener, page).slice(0, 1)
	})
}

/** A click on it opens something, but sends nothing and leads nowhere else. */
function isHarmless(door: HTMLElement): boolean {
	const link = door.closest('a')
	const leadsAway = link !== null && link.hasAttribute('href') && link.pathname !== door.ownerDocument.location.pathname
	const submits = door.closest('form') !== null && door.matches('button:not([type]), [type="submit"], [type="image"]')
	return !leadsAway && !submits
}

/** Whether what was opened is closed within a moment, if need be with Escape. */
async function closes(isOpen: () => boolean, page: Document): Promise<boolean> {
	for (const key of [null, 'Escape']) {
		if (key !== null) {
			const focused = page.activeElement ?? page.body
			focused.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))
		}
		for (const end = Date.now() + CLOSING; isOpen() && Date.now() < end;) {
			await new Promise((resolve) => setTimeout(resolve, 50))
		}
		if (!isOpen()) {
			return true
		}
	}
	return false
}
