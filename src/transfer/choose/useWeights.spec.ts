/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Branch } from './tree.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { aFolder, aView } from '../testing.ts'
import { branchOf } from './tree.ts'
import { useWeights } from './useWeights.ts'

const server = fakeServer()
const WEIGHT = { items: 12, bytes: 34, complete: true }

let run = 0
let scope = effectScope()
let view = aView()
let hidden = false

beforeEach(() => {
	run++
	hidden = false
	vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
	begin()
})

afterEach(() => {
	scope.stop()
	vi.restoreAllMocks()
	vi.unstubAllGlobals()
})

/** As when the page shows the folders anew. */
function begin() {
	scope.stop()
	scope = effectScope()
	view = aView()
	vi.stubGlobal('IntersectionObserver', view.Observer)
}

const weights = () => scope.run(() => useWeights(`run${run}`))!
const path = () => `/runs/run${run}/weigh`
const asked = () => server.calls.map(({ body }) => (body as { folder: string }).folder)

function rows(count: number): [Branch, HTMLElement][] {
	return Array.from({ length: count }, (_, i) => [branchOf(aFolder(`f${i}`, { size: null, items: null })), document.createElement('div')])
}

async function settle(): Promise<void> {
	for (let i = 0; i < 20; i++) {
		await flushPromises()
		await new Promise((resolve) => setTimeout(resolve))
	}
}

describe('the weight of folders', () => {
	it('is asked for once a folder is in view, one after the other', async () => {
		const release = server.hold('post', path(), WEIGHT)
		const all = rows(3)
		const { watch } = weights()
		all.forEach(([branch, row]) => watch(row, branch))
		await settle()
		expect(asked()).toEqual([])

		view.show(all[0]![1], all[1]![1])
		await settle()
		expect(asked()).toEqual(['f0'])
		release()
		await vi.waitFor(() => expect(all.map(([{ weight }]) => weight)).toEqual([WEIGHT, WEIGHT, undefined]))
		expect(asked()).toEqual(['f0', 'f1'])
	})

	it('is not asked for when the folder went out of view before its turn', async () => {
		const release = server.hold('post', path(), WEIGHT)
		const all = rows(3)
		const { watch } = weights()
		const ends = all.map(([branch, row]) => watch(row, branch))
		view.show(...all.map(([, row]) => row))
		await vi.waitFor(() => expect(asked()).toEqual(['f0']))
		view.hide(all[1]![1])
		ends[2]!()
		release()
		await settle()
		expect(asked()).toEqual(['f0'])
	})

	it('waits while the page is hidden', async () => {
		server.answer('post', path(), WEIGHT)
		const [[branch, row]] = rows(1) as [[Branch, HTMLElement]]
		hidden = true
		weights().watch(row, branch)
		view.show(row)
		await settle()
		expect(asked()).toEqual([])

		hidden = false
		document.dispatchEvent(new Event('visibilitychange'))
		await vi.waitFor(() => expect(branch.weight).toEqual(WEIGHT))
	})

	it('is nothing when nobody can say, and nobody is asked for ever', async () => {
		server.refuse('post', path(), 503, DOWN)
		const all = rows(5)
		const { watch } = weights()
		all.forEach(([branch, row]) => watch(row, branch))
		view.show(...all.map(([, row]) => row))
		await vi.waitFor(() => expect(all.map(([{ weight }]) => weight)).toEqual([null, null, null, null, null]))
		expect(asked()).toEqual(['f0', 'f1', 'f2'])
	})

	it('is kept for the life of the page', async () => {
		server.answer('post', path(), WEIGHT)
		const [first] = rows(1) as [[Branch, HTMLElement]]
		weights().watch(first[1], first[0])
		view.show(first[1])
		await vi.waitFor(() => expect(first[0].weight).toEqual(WEIGHT))

		begin()
		const [again] = rows(1) as [[Branch, HTMLElement]]
		weights().watch(again[1], again[0])
		view.show(again[1])
		await vi.waitFor(() => expect(again[0].weight).toEqual(WEIGHT))
		expect(asked()).toEqual(['f0'])
	})

	it('is not asked for any more once the folders are gone', async () => {
		const release = server.hold('post', path(), WEIGHT)
		const all = rows(2)
		const { watch } = weights()
		all.forEach(([branch, row]) => watch(row, branch))
		view.show(...all.map(([, row]) => row))
		await vi.waitFor(() => expect(asked()).toEqual(['f0']))
		scope.stop()
		release()
		await settle()
		expect(asked()).toEqual(['f0'])
	})
})
