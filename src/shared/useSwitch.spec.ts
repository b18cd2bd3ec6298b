/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it, vi } from 'vitest'
import { ApiError } from './api.ts'
import { useSwitch } from './useSwitch.ts'

describe('useSwitch', () => {
	it('shows at once what is wanted, and says when it is saved', async () => {
		const { on, busy, saved, set } = useSwitch(async () => {})
		const done = set(true)
		expect([on.value, busy.value, saved.value]).toEqual([true, true, false])
		await done
		expect([on.value, busy.value, saved.value]).toEqual([true, false, true])
	})

	it('goes back when it cannot be saved', async () => {
		const { on, saved, sentence, take, set } = useSwitch(() => Promise.reject(new ApiError('No.', 503)))
		take(true)
		await set(false)
		expect([on.value, saved.value, sentence.value]).toEqual([true, false, 'No.'])
	})

	it('saves the last position of whoever switches back and forth', async () => {
		const store = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 5)))
		const { on, set } = useSwitch(store)
		const first = set(true)
		await set(false)
		await set(true)
		await set(false)
		await first
		expect(on.value).toBe(false)
		expect(store.mock.calls).toEqual([[true], [false]])
	})
})
