/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'

import { ref } from 'vue'
import { ApiError } from './api.ts'
import { sentenceOf } from './sentenceOf.ts'

export interface Action {
	busy: Ref<boolean>
	/** What to say when it failed; empty otherwise. */
	sentence: Ref<string>
	/** The field that the server refused, if it was one. */
	field: Ref<string | undefined>
	/** Runs the task unless one is running; true when it has passed. */
	run(task: () => Promise<unknown>): Promise<boolean>
}

/** Something that a person sets off: once at a time, however often they click, and with a sentence when it fails. */
export function useAction(): Action {
	const busy = ref(false)
	const sentence = ref('')
	const field = ref<string>()

	async function run(task: () => Promise<unknown>): Promise<boolean> {
		if (busy.value) {
			return false
		}
		busy.value = true
		sentence.value = ''
		field.value = undefined
		try {
			await task()
			return true
		} catch (error) {
			sentence.value = sentenceOf(error)
			field.value = error instanceof ApiError ? error.field : undefined
			return false
		} finally {
			busy.value = false
		}
	}

	return { busy, sentence, field, run }
}
