/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Way } from './useWay.ts'

import { describe, expect, it } from 'vitest'
import { searchOf, wayOf } from './useWay.ts'

describe('the address of a view', () => {
	it.each<[string, Way]>([
		['', { name: 'list' }],
		['story=visit', { name: 'scene', story: 'visit' }],
		['story=visit&view=quests', { name: 'quests', story: 'visit' }],
		['story=visit&view=journal', { name: 'journal', story: 'visit' }],
		['story=visit&quest=place', { name: 'quest', story: 'visit', quest: 'place' }],
	])('%j is left and come back to', (search, way) => {
		expect(wayOf('?' + search)).toEqual(way)
		expect(searchOf(way)).toBe(search)
	})

	it('that nobody knows leads to what is known of it', () => {
		expect(wayOf('?view=quests')).toEqual({ name: 'list' })
		expect(wayOf('?story=visit&view=nonsense')).toEqual({ name: 'scene', story: 'visit' })
	})
})
