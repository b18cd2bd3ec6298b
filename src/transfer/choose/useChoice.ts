/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref } from 'vue'
import type { Run, RunOptions } from '../../shared/types.ts'
import type { Action } from '../../shared/useAction.ts'
import type { Tree } from './useTree.ts'

import { computed, reactive, ref } from 'vue'
import { useAction } from '../../shared/useAction.ts'
import { transfer } from '../api.ts'
import { cleanPath } from '../pick/useNewRun.ts'
import { useTree } from './useTree.ts'

export interface Choice extends Pick<Action, 'busy'> {
	tree: Tree
	/** What is chosen besides the folders. */
	options: Omit<RunOptions, 'folders' | 'without'>
	target: Ref<string>
	targetFault: Readonly<Ref<string>>
	sentence: Readonly<Ref<string>>
	/** Stores the choice and has it looked over; null when that did not pass, and everything stays as it is. */
	scan(): Promise<Run | null>
}

export function useChoice(run: Run): Choice {
	const { folders, without, ...rest } = run.options
	const tree = useTree(run.id, run.options)
	const options = reactive({ ...rest })
	const target = ref(run.target)
	const { busy, sentence, field, run: perform } = useAction()

	async function scan(): Promise<Run | null> {
		let answer: Run | null = null
		await perform(async () => {
			await transfer.choose(run.id, cleanPath(target.value), { ...chosen(), ...options })
			answer = await transfer.act(run.id, 'scan')
		})
		return answer
	}

	/** Where the folders could not be shown, what was stored stays. */
	function chosen(): Pick<RunOptions, 'folders' | 'without'> {
		return tree.state.status.value === 'ready' ? tree.chosen() : { folders, without }
	}

	return {
		busy,
		tree,
		options,
		target,
		targetFault: computed(() => field.value === 'target' ? sentence.value : ''),
		sentence: computed(() => field.value === 'target' ? '' : sentence.value),
		scan,
	}
}
