/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent, nextTick, ref } from 'vue'
import { useCalmWords } from './useCalmWords.ts'

afterEach(() => vi.useRealTimers())

it('speaks at most every ten seconds, and then says what is true', async () => {
	vi.useFakeTimers()
	const words = ref('1')
	const page = mount(defineComponent({ setup: () => ({ said: useCalmWords(() => words.value) }), template: '<p>{{ said }}</p>' }))
	for (const next of ['2', '3', '4']) {
		words.value = next
		await nextTick()
	}
	expect(page.text()).toBe('1')
	await vi.advanceTimersByTimeAsync(10_000)
	expect(page.text()).toBe('4')
})
