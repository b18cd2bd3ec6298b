/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { appendFileSync } from 'node:fs'
import { environment } from '../tests/e2e/support/space.ts'

/** One line of build/bench.json, apart from the host, which is the same for a whole run. */
export interface Figure {
	figure: string
	value: number
	unit: 'bytes' | 'requests' | 'queries' | 'ms'
	/** The same of something people know. */
	beside: { name: string, value: number } | null
}

/** Hands a figure to scripts/bench, which collects those of all hosts. */
export function record(figure: Figure): void {
	appendFileSync(environment('BENCH_FIGURES'), `${JSON.stringify({ ...figure, host: environment('BENCH_HOST') })}\n`)
}

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b)
	const middle = Math.floor(sorted.length / 2)
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
