/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PlannedTour, StepSeen } from '../shared/types.ts'
import type { Frame } from './frame.ts'
import type { Aim, Device, Visit } from './plan.ts'

import { isAt } from '../tour/page.ts'
import { isSettled, look } from './look.ts'
import { visitsOf } from './plan.ts'

/** How long a page may take, once loaded, to show what tours point at; milliseconds. */
const SETTLING = 20_000

/** Which page is being looked at, counted from 1. */
export interface Stage {
	path: string
	device: Device
	number: number
	of: number
}

/** @return null when it was stopped */
export async function walk(
	tours: readonly PlannedTour[],
	frame: Frame,
	/** Resolves when the frame is ready for the page. */
	onStage: (stage: Stage) => Promise<void>,
	signal: AbortSignal,
): Promise<StepSeen[] | null> {
	const visits = visitsOf(tours)
	const seen: StepSeen[] = []
	for (const [index, visit] of visits.entries()) {
		await onStage({ path: visit.path, device: visit.device, number: index + 1, of: visits.length })
		seen.push(...await lookAt(visit, frame, signal))
		if (signal.aborted) {
			return null
		}
	}
	return seen
}

async function lookAt(visit: Visit, frame: Frame, signal: AbortSignal): Promise<StepSeen[]> {
	const results: StepSeen[] = []
	const known = new Map<string, StepSeen['seen']>()
	let page = await frame.open(visit.path, signal)
	if (page !== null) {
		await settled(visit.aims, page, signal)
	}
	for (const aim of visit.aims) {
		if (signal.aborted) {
			break
		}
		const key = aim.anchor + JSON.stringify(aim.anchors[aim.anchor])
		let seen = known.get(key)
		if (!isOn(aim, page)) {
			seen = 'unreached'
		} else if (!aim.allowed) {
			seen = 'unchecked'
		} else if (seen === undefined) {
			const found = await look(aim.anchors, aim.anchor, page, signal)
			seen = found.seen
			known.set(key, seen)
			if (found.leftOpen) {
				// What a click has opened and nothing closes would hide the rest.
				page = await frame.open(visit.path, signal)
				await settled(visit.aims, page, signal)
			}
		}
		results.push({ tour: aim.tour, step: aim.step, device: visit.device, seen })
	}
	return results
}

/** Whether the browser got to the page of the step, and not to the login or to somewhere else. */
function isOn({ page: { path, exact } }: Aim, page: Document | null): page is Document {
	const view = page?.defaultView ?? null
	return view !== null && isAt(path, exact, view as typeof window)
}

/** Resolves when everything that can be there without a click is there, or has had its time. */
async function settled(aims: readonly Aim[], page: Document | null, signal: AbortSignal): Promise<void> {
	const isReady = () => page === null || aims.every((aim) => !aim.allowed || isSettled(aim.anchors, aim.anchor, page))
	for (const end = Date.now() + SETTLING; !isReady() && Date.now() < end && !signal.aborted;) {
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
}
