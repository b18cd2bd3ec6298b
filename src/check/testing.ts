/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Anchor, PlannedTour } from '../shared/types.ts'

export function anchor(selectors: string[], changes: Partial<Anchor> = {}): Anchor {
	return { selectors, open: null, instead: null, behind: null, ...changes }
}

type Step = PlannedTour['steps'][number]

export function planned(id: string, changes: Partial<Step> = {}): Step {
	return { id, title: `Title of ${id}`, page: { app: 'files', path: '/apps/files', exact: false }, anchor: 'files.list', device: null, allowed: true, ...changes }
}

export function plannedTour(steps: Step[], changes: Partial<PlannedTour> = {}): PlannedTour {
	return { id: 'files-first-steps', title: 'First steps', steps, anchors: { 'files.list': anchor(['#list']) }, ...changes }
}
