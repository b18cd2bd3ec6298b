/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref, ShallowRef } from 'vue'

import { ref, shallowRef } from 'vue'
import { sentenceOf } from './sentenceOf.ts'

export interface Load<T> {
	data: ShallowRef<T | undefined>
	status: Ref<'loading' | 'ready' | 'failed'>
	/** What to say when it failed. */
	sentence: Ref<string>
	load(): Promise<void>
	/** Loads again without a word: what is shown stays when that fails. */
	refresh(): Promise<void>
	/** Takes what a change has answered; a request that is still under way is older and is dropped. */
	take(answer: T): void
}

/** Something that a page shows, with the three states that each has to show. */
export function useLoad<T>(request: () => Promise<T>): Load<T> {
	const data = shallowRef<T>()
	const status: Load<T>['status'] = ref('loading')
	const sentence = ref('')
	let latest = 0

	function take(answer: T): void {
		latest++
		data.value = answer
		status.value = 'ready'
	}

	async function fetch(onFault: (error: unknown) => void): Promise<void> {
		const mine = ++latest
		try {
			const answer = await request()
			if (mine === latest) {
				take(answer)
			}
		} catch (error) {
			if (mine === latest) {
				onFault(error)
			}
		}
	}

	async function load(): Promise<void> {
		status.value = 'loading'
		await fetch((error) => {
			sentence.value = sentenceOf(error)
			status.value = 'failed'
		})
	}

	async function refresh(): Promise<void> {
		if (status.value === 'ready') {
			await fetch(() => {})
		}
	}

	return { data, status, sentence, load, refresh, take }
}
