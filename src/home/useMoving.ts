/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef } from 'vue'
import type { RunSummary } from '../shared/types.ts'

import { computed } from 'vue'
import { useLoad } from '../shared/useLoad.ts'
import { transfer } from '../transfer/api.ts'

export interface Moving {
	/** Runs that are not over. */
	open: ComputedRef<RunSummary[]>
	isShown: ComputedRef<boolean>
	isUnderWay: ComputedRef<boolean>
	load(): Promise<void>
}

const ENDS: readonly RunSummary['state'][] = ['cancelled', 'done', 'partial', 'failed']

/** Moving in, beside the tours: while it cannot be asked for, nothing of it is shown; what is under way comes first. */
export function useMoving(): Moving {
	const { data, load } = useLoad(transfer.overview)
	const open = computed(() => data.value?.runs.filter(({ state }) => !ENDS.includes(state)) ?? [])
	return {
		open,
		isShown: computed(() => data.value !== undefined && (data.value.may || data.value.runs.length > 0)),
		isUnderWay: computed(() => open.value.length > 0),
		load,
	}
}
