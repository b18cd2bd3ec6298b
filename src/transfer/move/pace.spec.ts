/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { aRun } from '../testing.ts'
import { canBeDriven, hasEnded, pauseAfter } from './pace.ts'

const beat = { drove: true, took: 15_000, hidden: false, faults: 0 }

describe('how often the page asks', () => {
	it('is at once after real work, and calm when somebody else works', () => {
		expect(pauseAfter(aRun(), beat)).toBe(250)
		expect(pauseAfter(aRun(), { ...beat, took: 30 })).toBe(3000)
		expect(pauseAfter(aRun(), { ...beat, drove: false })).toBe(4000)
	})

	it('is less often while nobody looks', () => {
		expect(pauseAfter(aRun(), { ...beat, hidden: true })).toBe(10_000)
		expect(pauseAfter(aRun(), { ...beat, hidden: true, took: 30 })).toBe(30_000)
		expect(pauseAfter(aRun({ state: 'paused' }), { ...beat, hidden: true })).toBe(60_000)
	})

	it('backs off when the server does not answer, up to a minute', () => {
		expect([1, 2, 3, 6, 20].map((faults) => pauseAfter(aRun(), { ...beat, faults }))).toEqual([2000, 4000, 8000, 60_000, 60_000])
	})

	it('knows what it can make go on', () => {
		expect(canBeDriven(aRun())).toBe(true)
		expect(canBeDriven(aRun({ mayDrive: false }))).toBe(false)
		expect(canBeDriven(aRun({ state: 'waiting_room' }))).toBe(false)
		expect((['done', 'partial', 'failed', 'cancelled', 'paused', 'ready'] as const).filter((state) => hasEnded(aRun({ state }))))
			.toEqual(['done', 'partial', 'failed', 'cancelled'])
	})
})
