/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../../shared/types.ts'

const ENDS: readonly Run['state'][] = ['cancelled', 'done', 'partial', 'failed']
const SECOND = 1000

export function hasEnded(run: Run): boolean {
	return ENDS.includes(run.state)
}

/** Whether an open page makes this run go on. */
export function canBeDriven(run: Run): boolean {
	return run.mayDrive && run.state === 'active'
}

export interface Beat {
	/** Whether this page worked, rather than only looked. */
	drove: boolean
	/** Milliseconds that the request took. */
	took: number
	hidden: boolean
	/** Requests that failed in a row. */
	faults: number
}

/** @return milliseconds until the next request */
export function pauseAfter(run: Run, { drove, took, hidden, faults }: Beat): number {
	if (faults > 0) {
		return Math.min(60, 2 ** faults) * SECOND
	}
	if (run.state !== 'active') {
		return (hidden ? 60 : 15) * SECOND
	}
	if (!drove) {
		return (hidden ? 30 : 4) * SECOND
	}
	// A short answer means that somebody else works on it, or that the provider wants to be left alone.
	const short = took < SECOND
	return hidden ? (short ? 30 : 10) * SECOND : short ? 3 * SECOND : SECOND / 4
}
