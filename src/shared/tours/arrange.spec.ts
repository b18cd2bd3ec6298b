/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress, TourSummary } from '../types.ts'

import { describe, expect, it } from 'vitest'
import { progress, tour } from '../testing/server.ts'
import { arrange } from './arrange.ts'

const ROOMS = ['start', 'files', 'care'].map((id) => ({ id, title: `Room ${id}`, about: `About ${id}` }))

function a(id: string, room: string | null, state?: Progress['state'], updatedAt = 0): TourSummary {
	return tour({ id, room, progress: state === undefined ? null : { ...progress(state, 'list'), tour: id, updatedAt } })
}

function titles(tours: TourSummary[], rooms = ROOMS): [string, string, string][] {
	const ids = (list: TourSummary[]) => list.map(({ id }) => id).join(' ')
	return arrange(tours, rooms).map(({ title, left, seen }) => [title, ids(left), ids(seen)])
}

describe('arrange', () => {
	it('has the rooms in their order, with their tours in theirs, and none that is empty', () => {
		expect(titles([a('one', 'files'), a('two', 'start'), a('three', 'files')])).toEqual([
			['Room start', 'two', ''],
			['Room files', 'one three', ''],
		])
	})

	it('has what is under way first, the latest of it at the top, and nowhere else', () => {
		expect(titles([a('one', 'start'), a('two', 'start', 'paused', 5), a('three', 'care', 'running', 9)])).toEqual([
			['To be continued', 'three two', ''],
			['Room start', 'one', ''],
		])
	})

	it('has what was seen apart, and rooms without anything left at the end', () => {
		expect(titles([a('one', 'start', 'finished'), a('two', 'files', 'refused'), a('three', 'files', 'offered'), a('four', 'care')])).toEqual([
			['Room files', 'three', 'two'],
			['Room care', 'four', ''],
			['Room start', '', 'one'],
		])
	})

	it('has tours without a room, or with one that the server does not name, after those with one', () => {
		expect(titles([a('one', null), a('two', 'cellar'), a('three', 'care')])).toEqual([
			['Room care', 'three', ''],
			['Other tours', 'one two', ''],
		])
		expect(titles([a('one', null)], [])).toEqual([['All tours', 'one', '']])
	})

	it('has nothing of nothing', () => {
		expect(arrange([], ROOMS)).toEqual([])
	})
})
