/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from '../shared/api.ts'
import { outbox } from './outbox.ts'
import { at } from './testing.ts'

const KEY = 'compagnon.unsent'
const UNSENT = { tour: 'files-first-steps', act: 'move', step: 'list', revision: 3 } as const
const DOWN = new ApiError('Your space does not answer at the moment.', 503)
const move = vi.spyOn(api, 'move')
const finish = vi.spyOn(api, 'finish')

beforeEach(() => {
	vi.resetAllMocks()
	localStorage.clear()
	document.head.dataset.user = 'nadia'
	move.mockImplementation(async (_, id) => at(id, 4))
	finish.mockImplementation(async () => at('end', 4, 'finished'))
})
afterEach(() => outbox.drop())

function keep(kept: object): void {
	localStorage.setItem(KEY, JSON.stringify(kept))
}

describe('flush', () => {
	it('sends what an earlier page could not, once', async () => {
		keep({ ...UNSENT, who: 'nadia' })
		expect(await outbox.flush()).toMatchObject(UNSENT)
		expect(move.mock.calls).toEqual([['files-first-steps', 'list', 3]])
		expect(await outbox.flush()).toBeNull()
		expect(move).toHaveBeenCalledTimes(1)
	})

	it('finishes what was finished', async () => {
		keep({ ...UNSENT, act: 'finish', who: 'nadia' })
		await outbox.flush()
		expect(finish.mock.calls).toEqual([['files-first-steps', 3]])
	})

	it('keeps it while the space does not answer', async () => {
		keep({ ...UNSENT, who: 'nadia' })
		move.mockRejectedValueOnce(DOWN)
		expect(await outbox.flush()).toBeNull()
		expect(localStorage.getItem(KEY)).not.toBeNull()
	})

	it('forgets it when the tour went on elsewhere', async () => {
		keep({ ...UNSENT, who: 'nadia' })
		move.mockRejectedValueOnce(new ApiError('This went on in another window.', 409, undefined, at('end', 9)))
		expect(await outbox.flush()).toBeNull()
		expect(localStorage.getItem(KEY)).toBeNull()
	})

	it('sends nothing for another person in the same browser', async () => {
		keep({ ...UNSENT, who: 'bruno' })
		expect(await outbox.flush()).toBeNull()
		expect(move).not.toHaveBeenCalled()
	})

	it.each(['{', '[]', '"x"', '{"tour":1}', '{"who":"nadia","tour":"a","step":"b","revision":1,"act":"erase"}'])('takes no notice of %s', async (kept) => {
		localStorage.setItem(KEY, kept)
		expect(await outbox.flush()).toBeNull()
		expect(move).not.toHaveBeenCalled()
	})

	it('lets a fault of our own through', async () => {
		keep({ ...UNSENT, who: 'nadia' })
		move.mockRejectedValueOnce(new TypeError('x is not a function'))
		await expect(outbox.flush()).rejects.toThrow(TypeError)
	})
})

describe('a browser that keeps nothing', () => {
	it('sends it later all the same', async () => {
		vi.useFakeTimers()
		const refuse = () => {
			throw new DOMException('denied', 'SecurityError')
		}
		vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
		vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse)
		const settled = vi.fn()
		outbox.keep(UNSENT, settled)
		expect(outbox.isWaiting).toBe(true)
		await vi.advanceTimersByTimeAsync(3000)
		expect(settled.mock.calls).toEqual([[at('list', 4)]])
		expect(outbox.isWaiting).toBe(false)
		vi.useRealTimers()
		vi.restoreAllMocks()
	})
})
