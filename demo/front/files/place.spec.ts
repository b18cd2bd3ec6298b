/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { addressOf, readPlace } from './place.ts'

describe('place in the page', () => {
	it.each([
		['', { view: 'files', folder: 0 }],
		['?folder=12', { view: 'files', folder: 12 }],
		['?view=trash', { view: 'trash', folder: 0 }],
		['?view=shared&folder=3', { view: 'shared', folder: 0 }],
		['?view=elsewhere&folder=-1', { view: 'files', folder: 0 }],
		['?folder=1e3', { view: 'files', folder: 0 }],
	] as const)('is read from %s', (query, place) => {
		expect(readPlace(query)).toEqual(place)
	})

	it('survives a reload', () => {
		for (const place of [{ view: 'files', folder: 0 }, { view: 'files', folder: 7 }, { view: 'shared', folder: 0 }] as const) {
			expect(readPlace(new URL(addressOf(place), 'http://localhost').search)).toEqual(place)
		}
	})
})
