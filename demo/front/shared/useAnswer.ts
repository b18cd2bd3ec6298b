/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref, ShallowRef } from 'vue'

import { onMounted, ref, shallowRef, watch } from 'vue'
import { sentence } from '../http.ts'

export interface Answer<T> {
	/** null until it has come */
	data: ShallowRef<T | null>
	problem: Ref<string>
	/** said to screen readers and shown for a moment */
	said: Ref<string>
	/** Throws what went wrong, for a dialog that shows it itself. */
	change: (request: () => Promise<T>, done: string) => Promise<void>
	/** Shows on the page what went wrong. */
	attempt: (request: () => Promise<T>, done?: string) => Promise<void>
}

/** A page of which each request answers how the whole is now. */
export function useAnswer<T>(load: () => Promise<T>): Answer<T> {
	const data = shallowRef<T | null>(null)
	const problem = ref('')
	const said = ref('')

	let fades = 0
	watch(said, (words) => {
		window.clearTimeout(fades)
		fades = window.setTimeout(() => (said.value = ''), words === '' ? 0 : 7000)
	})

	async function change(request: () => Promise<T>, done: string): Promise<void> {
		data.value = await request()
		said.value = done
	}

	async function attempt(request: () => Promise<T>, done = ''): Promise<void> {
		problem.value = ''
		try {
			await change(request, done)
		} catch (error) {
			problem.value = sentence(error)
		}
	}

	onMounted(() => attempt(load))
	return { data, problem, said, change, attempt }
}
