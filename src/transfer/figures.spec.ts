/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { setLanguage } from '@nextcloud/l10n'
import { afterEach, describe, expect, it } from 'vitest'
import { comeOf, comingOf, durationOf, numberOf, percentOf, shareOf, sizeOf, speedOf } from './figures.ts'
import { counts } from './testing.ts'

/** Intl sets thin and no-break spaces; which of them is not ours to say. */
const plain = (words: string) => words.replace(/\s/g, ' ')

afterEach(() => setLanguage('en'))

describe('figures', () => {
	it('are sizes as the space counts them', () => {
		expect([0, 1023, 1536, 41 * 1024 ** 3, 5 * 1024 ** 4].map(sizeOf)).toEqual(['0 byte', '1,023 byte', '1.5 kB', '41 GB', '5 TB'])
		expect(speedOf(2 * 1024 ** 2)).toBe('2 MB per second')
	})

	it('speak the language of the page', () => {
		setLanguage('fr')
		expect(plain(sizeOf(2.4 * 1024 ** 3))).toBe('2,4 Go')
		expect(plain(numberOf(1204))).toBe('1 204')
		expect(plain(percentOf(42))).toBe('42 %')
	})

	it('are no more exact than anybody can know', () => {
		expect([20, 119, 40 * 60, 5 * 3600, 3 * 86400].map(durationOf))
			.toEqual(['less than a minute', 'about 2 minutes', 'about 40 minutes', 'about 5 hours', 'about 3 days'])
	})

	it('are full only when everything is there', () => {
		expect([shareOf(0, 10), shareOf(9999, 10_000), shareOf(10, 10), shareOf(0, 0)]).toEqual([0, 99, 100, 100])
	})

	it('leave out what was here before the move, on both sides', () => {
		const run = {
			coming: { items: 126, bytes: 600 },
			moved: { items: 26, bytes: 250 },
			counts: counts({ identical: { items: 6, bytes: 50 }, verified: { items: 20, bytes: 200 } }),
		}
		expect([comingOf(run, 'items'), comingOf(run, 'bytes')]).toEqual([120, 550])
		expect([comeOf(run, 'items'), comeOf(run, 'bytes')]).toEqual([20, 200])
	})
})
