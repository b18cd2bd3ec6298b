/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from './api.ts'
import { useAction } from './useAction.ts'

const reported = vi.fn()

beforeEach(() => {
	reported.mockClear()
	vi.stubGlobal('reportError', reported)
})

describe('useAction', () => {
	it('runs once at a time', async () => {
		const { busy, run } = useAction()
		const task = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 5)))
		const runs = [run(task), run(task)]
		expect(busy.value).toBe(true)
		expect(await Promise.all(runs)).toEqual([true, false])
		expect(task).toHaveBeenCalledTimes(1)
		expect(busy.value).toBe(false)
	})

	it('tells the sentence and the field, and forgets them with the next run', async () => {
		const { sentence, field, run } = useAction()
		expect(await run(() => Promise.reject(new ApiError('Too long.', 400, 'contact')))).toBe(false)
		expect([sentence.value, field.value]).toEqual(['Too long.', 'contact'])
		expect(reported).not.toHaveBeenCalled()
		await run(async () => {})
		expect([sentence.value, field.value]).toEqual(['', undefined])
	})

	it('has a sentence for a fault of our own, and reports it', async () => {
		const { sentence, run } = useAction()
		const fault = new TypeError('x is not a function')
		await run(() => Promise.reject(fault))
		expect(sentence.value).toBe('Something went wrong on this page. Reload it, then try again.')
		expect(reported).toHaveBeenCalledWith(fault)
	})
})
