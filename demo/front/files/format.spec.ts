/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { setLanguage, setLocale } from '@nextcloud/l10n'
import { beforeEach, describe, expect, it } from 'vitest'
import { byName, formatSize } from './format.ts'

describe('format', () => {
	beforeEach(() => {
		setLanguage('fr')
		setLocale('fr_FR')
	})

	it.each([
		[0, '0\u00A0o'],
		[1023, '1\u202F023\u00A0o'],
		[1024, '1\u00A0Ko'],
		[1468006, '1,4\u00A0Mo'],
		[5 * 1024 ** 4, '5\u202F120\u00A0Go'],
	])('says %d bytes as people do', (bytes, words) => {
		expect(formatSize(bytes)).toBe(words)
	})

	it('sorts folders first, accents beside their letter, numbers by value', () => {
		const names = [['b10', false], ['b9', false], ['Été', false], ['zoo', true], ['etage', false]] as const
		const sorted = names.map(([name, folder]) => ({ name, folder })).sort(byName).map(({ name }) => name)
		expect(sorted).toEqual(['zoo', 'b9', 'b10', 'etage', 'Été'])
	})
})
