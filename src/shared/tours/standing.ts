/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourSummary } from '../types.ts'

import { t } from '../l10n.ts'

export interface Standing {
	kind: 'new' | 'open' | 'done' | 'refused'
	/** Where the person stands, in words. */
	words: string
	/** How much is done, 0 to 100; null where a bar would say nothing. */
	percent: number | null
	/** Name of the main action. */
	action: string
	/** Whether the main action begins with the first step. */
	again: boolean
}

/** Where a person stands with a tour, and what there is to do about it. */
export function standingOf(tour: TourSummary): Standing {
	switch (tour.progress?.state) {
		case 'running':
		case 'paused':
			return open(tour)
		case 'finished':
			return { kind: 'done', words: t('Done'), percent: 100, action: t('Do it again'), again: true }
		case 'refused':
			return { kind: 'refused', words: t('Not for me'), percent: null, action: t('Start'), again: false }
		default:
			return { kind: 'new', words: t('Not started yet'), percent: null, action: t('Start'), again: false }
	}
}

function open(tour: TourSummary): Standing {
	const total = tour.steps.length
	const index = tour.steps.indexOf(tour.progress?.step ?? '')
	// A step that an update took away: the tour begins anew.
	const words = index < 0 ? t('Under way') : t('Under way, step {step} of {total}', { step: index + 1, total })
	return { kind: 'open', words, percent: Math.max(0, index) / total * 100, action: t('Continue'), again: false }
}
