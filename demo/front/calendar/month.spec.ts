/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { setLocale } from '@nextcloud/l10n'
import { describe, expect, it } from 'vitest'
import { dayName, monthAfter, monthName } from './month.ts'

describe('months', () => {
	it('come one after the other, over the turn of the year', () => {
		expect(monthAfter('2026-12', 1)).toBe('2027-01')
		expect(monthAfter('2026-01', -1)).toBe('2025-12')
		expect(monthAfter('2026-06', 0)).toBe('2026-06')
	})

	it('have names', () => {
		setLocale('fr_FR')
		expect(monthName('2026-11')).toBe('novembre 2026')
		expect(dayName('2026-11-30')).toBe('lundi 30 novembre')
	})
})
