/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../../shared/types.ts'

import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../shared/api.ts'
import { transfer } from '../api.ts'
import { aRun } from '../testing.ts'
import { keepGoing } from './keepGoing.ts'

vi.mock('../api.ts', () => ({ transfer: { act: vi.fn(), run: vi.fn() } }))

afterEach(() => {
	vi.resetAllMocks()
	vi.unstubAllGlobals()
})

/** Goes on until it ends by itself, or after that many pauses. */
async function go(first: Run, most = 10) {
	let now = first
	const leaving = new AbortController()
	const said: string[] = []
	const pauses: number[] = []
	await keepGoing({
		run: () => now,
		take: (run) => {
			now = run
		},
		trouble: (sentence) => said.push(sentence),
		wait: async (milliseconds) => {
			pauses.push(milliseconds)
			if (pauses.length >= most) {
				leaving.abort()
			}
		},
		isHidden: () => false,
		signal: leaving.signal,
	})
	return { now, said, pauses }
}

describe('keepGoing', () => {
	it('asks for slice after slice until the run has ended', async () => {
		vi.mocked(transfer.act).mockResolvedValueOnce(aRun()).mockResolvedValueOnce(aRun()).mockResolvedValueOnce(aRun({ state: 'done' }))
		const { now, pauses } = await go(aRun())
		expect(vi.mocked(transfer.act).mock.calls).toEqual([['run1', 'slice'], ['run1', 'slice'], ['run1', 'slice']])
		expect(now.state).toBe('done')
		expect(pauses).toHaveLength(2)
	})

	it('never asks for two slices at once', async () => {
		let open = 0
		vi.mocked(transfer.act).mockImplementation(async () => {
			expect(++open).toBe(1)
			await new Promise((resolve) => setTimeout(resolve, 2))
			open--
			return aRun()
		})
		await go(aRun(), 4)
		expect(transfer.act).toHaveBeenCalledTimes(4)
	})

	it('only looks while another tab is at it', async () => {
		vi.stubGlobal('navigator', { locks: { request: async (_: string, __: object, task: (lock: null) => unknown) => task(null) } })
		vi.mocked(transfer.run).mockResolvedValue(aRun())
		await go(aRun(), 2)
		expect(transfer.act).not.toHaveBeenCalled()
		expect(transfer.run).toHaveBeenCalledTimes(2)
	})

	it('only looks when the page may not drive', async () => {
		vi.mocked(transfer.run).mockResolvedValue(aRun({ mayDrive: false }))
		await go(aRun({ mayDrive: false }), 1)
		expect(transfer.act).not.toHaveBeenCalled()
	})

	it('tries again with growing pauses, says so from the second time on, and is silent when it passes', async () => {
		const lost = new ApiError('Not reached.', 0)
		vi.mocked(transfer.act).mockRejectedValueOnce(lost).mockRejectedValueOnce(lost).mockResolvedValue(aRun({ state: 'done' }))
		const { said, pauses } = await go(aRun())
		expect(said).toEqual(['Not reached.', ''])
		expect(pauses).toEqual([2000, 4000])
	})

	it('does not put an older answer over what was set off meanwhile', async () => {
		let now = aRun()
		const leaving = new AbortController()
		vi.mocked(transfer.act).mockImplementation(async () => {
			now = aRun({ state: 'paused' })
			return aRun()
		})
		const take = vi.fn()
		await keepGoing({ run: () => now, take, trouble: () => {}, wait: async () => leaving.abort(), isHidden: () => false, signal: leaving.signal })
		expect(take).not.toHaveBeenCalled()
	})

	it('shows how far a slice is while it works, and drops a look that comes after it', async () => {
		vi.useFakeTimers()
		let late: (run: Run) => void = () => {}
		vi.mocked(transfer.run).mockResolvedValueOnce(aRun({ speed: 1 })).mockRejectedValueOnce(new ApiError('Lost.', 0)).mockReturnValueOnce(new Promise((resolve) => {
			late = resolve
		}))
		vi.mocked(transfer.act).mockImplementation(async () => {
			await vi.advanceTimersByTimeAsync(9500)
			return aRun({ state: 'done' })
		})
		let now = aRun()
		const speeds: (number | null)[] = []
		await keepGoing({
			run: () => now,
			take: (run) => {
				now = run
				speeds.push(run.speed)
			},
			trouble: () => {},
			wait: async () => {},
			isHidden: () => false,
			signal: new AbortController().signal,
		})
		late(aRun({ speed: 3 }))
		await vi.advanceTimersByTimeAsync(10_000)
		vi.useRealTimers()
		expect(now.state).toBe('done')
		expect(speeds).toEqual([1, aRun().speed])
		expect(transfer.run).toHaveBeenCalledTimes(3)
	})

	it('stops when the run is not there any more', async () => {
		vi.mocked(transfer.act).mockRejectedValue(new ApiError('Gone.', 404))
		const { said, pauses } = await go(aRun())
		expect(said).toEqual(['Gone.'])
		expect(pauses).toEqual([])
	})
})
