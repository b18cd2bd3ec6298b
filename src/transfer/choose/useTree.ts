/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { RunOptions, SourceFolder } from '../../shared/types.ts'
import type { Load } from '../../shared/useLoad.ts'
import type { Branch, Decisions } from './tree.ts'
import type { Weights } from './useWeights.ts'

import { computed, reactive, ref, shallowRef } from 'vue'
import { sentenceOf } from '../../shared/sentenceOf.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { transfer } from '../api.ts'
import { ALL, branchOf, chosenOf, decide, decisionsOf, isNothing, sizeOfChoice } from './tree.ts'
import { useWeights } from './useWeights.ts'

export interface Tree {
	top: Ref<Branch[]>
	state: Pick<Load<SourceFolder[]>, 'status' | 'sentence' | 'load'>
	decisions: ShallowRef<Decisions>
	/** Whether nothing is chosen. */
	nothing: ComputedRef<boolean>
	/** Bytes of what is chosen; null when nobody knows. */
	size: ComputedRef<number | null>
	/** Opens a folder, or closes it. */
	toggle(branch: Branch): Promise<void>
	/** Weighs a folder once its row is in view. */
	weigh: Weights['watch']
	/** @param above what counts for the folder it lies in */
	take(branch: Branch, taken: boolean, above: boolean): void
	takeAll(taken: boolean): void
	chosen(): Pick<RunOptions, 'folders' | 'without'>
}

/** The folders of a run's source, loaded as they are opened, and which of them are to come. */
export function useTree(run: string, options: RunOptions): Tree {
	const top = ref<Branch[]>([])
	const decisions = shallowRef(decisionsOf(options))
	const weights = useWeights(run)
	const { status, sentence, load } = useLoad(async () => {
		const folders = await transfer.folders(run, null)
		top.value = folders.map((folder) => reactive(branchOf(folder)))
		return folders
	})

	async function toggle(branch: Branch): Promise<void> {
		branch.open = !branch.open
		if (!branch.open || branch.children !== undefined || branch.loading) {
			return
		}
		branch.loading = true
		branch.sentence = ''
		try {
			const folders = await transfer.folders(run, branch.folder.id)
			branch.children = folders.map((folder) => reactive(branchOf(folder)))
		} catch (error) {
			branch.sentence = sentenceOf(error)
			branch.open = false
		} finally {
			branch.loading = false
		}
	}

	return {
		top,
		state: { status, sentence, load },
		decisions,
		nothing: computed(() => isNothing(decisions.value)),
		size: computed(() => sizeOfChoice(top.value, decisions.value)),
		toggle,
		weigh: weights.watch,
		take: (branch, taken, above) => {
			decisions.value = decide(decisions.value, branch.folder.id, branch.children, taken, above)
		},
		takeAll: (taken) => {
			decisions.value = decide(new Map(), ALL, undefined, taken, true)
		},
		chosen: () => chosenOf(decisions.value, top.value),
	}
}
