/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { emit } from '@nextcloud/event-bus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FactWatch } from './factWatch.ts'
import { fileList, held } from './testing.ts'

const CREATED = 'files:node:created'
const LISTED = 'files:list:updated'
const DELETED = 'files:node:deleted'

let visibility: DocumentVisibilityState
let watch: FactWatch

beforeEach(() => {
	vi.useFakeTimers()
	visibility = 'visible'
	vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
})
afterEach(() => {
	watch.stop()
	expect(vi.getTimerCount()).toBe(0)
	vi.restoreAllMocks()
	vi.useRealTimers()
})

function look(state: DocumentVisibilityState): void {
	visibility = state
	document.dispatchEvent(new Event('visibilitychange'))
}

/** The page says that something has happened on it. */
function signal(name: string, event: object = {}): void {
	emit(name as Parameters<typeof emit>[0], event as never)
}

function start(ask: () => Promise<boolean> = () => Promise.resolve(false)) {
	const asked = vi.fn(ask)
	const done = vi.fn()
	watch = new FactWatch([CREATED, LISTED], asked, done)
	return { asked, done }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('FactWatch', () => {
	it('asks at once, then now and then', async () => {
		const { asked, done } = start()
		await pass(3900)
		expect(asked).toHaveBeenCalledTimes(1)
		await pass(8200)
		expect(asked).toHaveBeenCalledTimes(4)
		expect(done).not.toHaveBeenCalled()
	})

	it('is done once, and asks no more', async () => {
		const { asked, done } = start(() => Promise.resolve(true))
		await pass(60_000)
		signal(CREATED)
		await pass(60_000)
		expect(done.mock.calls).toEqual([[true]])
		expect(asked).toHaveBeenCalledTimes(1)
	})

	it('tells what has come true later from what was so at first', async () => {
		let holds = false
		const { done } = start(() => Promise.resolve(holds))
		await pass(0)
		holds = true
		signal(CREATED)
		await pass(300)
		expect(done.mock.calls).toEqual([[false]])
	})

	it.each([CREATED, LISTED])('asks soon after %s', async (name) => {
		const { asked } = start()
		signal(name)
		await pass(299)
		expect(asked).not.toHaveBeenCalled()
		await pass(1)
		expect(asked).toHaveBeenCalledTimes(1)
	})

	it('tells when what happened was something else, as soon as it can ask; not when nothing had happened', async () => {
		let answer: () => Promise<boolean> = () => Promise.resolve(false)
		const missed = vi.fn()
		watch = new FactWatch([CREATED], () => answer(), vi.fn(), missed)
		await pass(8000)
		expect(missed).not.toHaveBeenCalled()
		signal(CREATED)
		await pass(300)
		expect(missed).toHaveBeenCalledTimes(1)
		answer = () => Promise.reject(new Error('gone'))
		signal(CREATED)
		await pass(300)
		expect(missed).toHaveBeenCalledTimes(1)
		answer = () => Promise.resolve(false)
		await pass(4000)
		expect(missed).toHaveBeenCalledTimes(2)
	})

	it('takes neither a list that is opened nor what is deleted for a try, but what comes into the list', async () => {
		const missed = vi.fn()
		const asked = vi.fn(() => Promise.resolve(false))
		watch = new FactWatch([LISTED, DELETED], asked, vi.fn(), missed)
		await pass(0)
		signal(LISTED, fileList(1, 10, 11))
		await pass(300)
		signal(DELETED)
		await pass(300)
		expect(asked).toHaveBeenCalledTimes(3)
		expect(missed).not.toHaveBeenCalled()
		signal(LISTED, fileList(1, 10, 11, 12))
		await pass(300)
		expect(missed).toHaveBeenCalledTimes(1)
	})

	it('asks once for a burst of signals', async () => {
		const { asked } = start()
		for (let i = 0; i < 50; i++) {
			signal(CREATED)
		}
		await pass(1000)
		expect(asked).toHaveBeenCalledTimes(1)
	})

	it('asks soon after a signal that came while the last answer was under way', async () => {
		const answer = held<boolean>()
		const { asked } = start(() => answer.promise)
		await pass(4000)
		signal(CREATED)
		answer.resolve(false)
		await pass(300)
		expect(asked).toHaveBeenCalledTimes(2)
	})

	it('asks nothing while nobody looks, and at once when somebody does again', async () => {
		const { asked } = start()
		look('hidden')
		await pass(60_000)
		signal(CREATED)
		await pass(1000)
		expect(asked).not.toHaveBeenCalled()
		look('visible')
		await pass(0)
		expect(asked).toHaveBeenCalledTimes(1)
	})

	it('asks again later when it cannot be asked', async () => {
		let isDown = true
		const { asked, done } = start(() => isDown ? Promise.reject(new Error('down')) : Promise.resolve(true))
		await pass(3900)
		expect(asked).toHaveBeenCalledTimes(1)
		isDown = false
		await pass(4000)
		expect(done).toHaveBeenCalledTimes(1)
	})

	it('says nothing after it was stopped, not even when the answer is on its way', async () => {
		const answer = held<boolean>()
		const { asked, done } = start(() => answer.promise)
		await pass(4000)
		watch.stop()
		answer.resolve(true)
		signal(CREATED)
		look('visible')
		await pass(60_000)
		expect(asked).toHaveBeenCalledTimes(1)
		expect(done).not.toHaveBeenCalled()
	})
})
