/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'
import type { Person, Run } from '../../shared/types.ts'
import type { Action } from '../../shared/useAction.ts'
import type { NewRun } from '../api.ts'

import { computed, ref, shallowRef } from 'vue'
import { useAction } from '../../shared/useAction.ts'
import { transfer } from '../api.ts'

export interface NewRunForm extends Pick<Action, 'busy'> {
	/** Folder in which things arrive. */
	target: Ref<string>
	/** For whom; null for oneself. */
	person: Ref<Person | null>
	/** What is wrong with the folder; empty when nothing is. */
	targetFault: Readonly<Ref<string>>
	/** What else is wrong. */
	sentence: Readonly<Ref<string>>
	/** @return null when it did not pass; what was chosen stays */
	create(from: Pick<NewRun, 'source' | 'connection' | 'archives'>): Promise<Run | null>
}

/** @param suggestion for the folder */
export function useNewRun(suggestion: string): NewRunForm {
	const target = ref(suggestion)
	const person = shallowRef<Person | null>(null)
	const { busy, sentence, field, run } = useAction()

	async function create(from: Pick<NewRun, 'source' | 'connection' | 'archives'>): Promise<Run | null> {
		let made: Run | null = null
		await run(async () => {
			made = await transfer.create({ ...from, target: cleanPath(target.value), person: person.value?.id ?? null })
		})
		return made
	}

	return {
		busy,
		target,
		person,
		targetFault: computed(() => field.value === 'target' ? sentence.value : ''),
		sentence: computed(() => field.value === 'target' ? '' : sentence.value),
		create,
	}
}

/** As the server wants it: without slashes and blanks at its ends. */
export function cleanPath(typed: string): string {
	return typed.split('/').map((part) => part.trim()).filter((part) => part !== '').join('/')
}
