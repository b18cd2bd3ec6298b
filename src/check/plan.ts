/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { PlannedTour, StepSeen } from '../shared/types.ts'

export type Device = StepSeen['device']

type Step = PlannedTour['steps'][number]

/** A step that points at something. */
export interface Aim {
	tour: string
	step: string
	anchor: string
	anchors: PlannedTour['anchors']
	page: Step['page']
	allowed: boolean
}

/** One page, opened once at one width, with all that tours point at there. */
export interface Visit {
	path: string
	device: Device
	aims: Aim[]
}

/** Width of the window, in pixels. */
export const WIDTHS: Record<Device, number> = { wide: 1280, phone: 390 }

/** @return each page once for each width, in the order of the tours; all pages of one width before the other */
export function visitsOf(tours: readonly PlannedTour[]): Visit[] {
	return (Object.keys(WIDTHS) as Device[]).flatMap((device) => {
		const pages = new Map<string, Aim[]>()
		for (const { id, steps, anchors } of tours) {
			for (const { id: step, page, anchor, allowed } of steps.filter((each) => each.device === null || each.device === device)) {
				if (anchor !== null) {
					pages.set(page.path, [...pages.get(page.path) ?? [], { tour: id, step, anchor, anchors, page, allowed }])
				}
			}
		}
		return [...pages].map(([path, aims]) => ({ path, device, aims }))
	})
}
