/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { searchOf, wayOf } from './useWay.ts'

describe('the address of the page', () => {
	it.each([
		['', { name: 'start', problem: undefined }],
		['?from=archive', { name: 'archive' }],
		['?from=google', { name: 'connect', source: 'google' }],
		['?connected=c1', { name: 'connect', connection: 'c1' }],
		['?run=r1', { name: 'run', run: 'r1' }],
	] as const)('“%s” says what is shown, and comes back the same', (search, way) => {
		expect(wayOf(search)).toEqual(way)
		expect(searchOf(way)).toBe(search.slice(1))
	})

	it('says why connecting did not work, once', () => {
		const way = wayOf('?problem=access_denied')
		expect(way).toEqual({ name: 'start', problem: 'access_denied' })
		expect(searchOf(way)).toBe('')
	})
})
