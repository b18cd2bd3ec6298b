/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'

import { onBeforeUnmount, ref, watch } from 'vue'

/** Seconds between two sentences read aloud. */
const CALM = 10

/** Words for screen readers that change at most every ten seconds, however often what they tell changes. */
export function useCalmWords(words: () => string): Ref<string> {
	const said = ref(words())
	let timer: number | undefined

	watch(words, () => {
		timer ??= window.setTimeout(() => {
			timer = undefined
			said.value = words()
		}, CALM * 1000)
	})
	onBeforeUnmount(() => window.clearTimeout(timer))

	return said
}
