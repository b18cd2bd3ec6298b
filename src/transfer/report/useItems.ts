/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef, Ref } from 'vue'
import type { RunItems } from '../../shared/types.ts'
import type { Load } from '../../shared/useLoad.ts'
import type { ItemsKind } from '../api.ts'

import { computed, ref } from 'vue'
import { useLoad } from '../../shared/useLoad.ts'
import { transfer } from '../api.ts'

export interface Items extends Pick<Load<RunItems>, 'data' | 'status' | 'sentence' | 'load'> {
	page: Ref<number>
	pages: ComputedRef<number>
	turn(to: number): Promise<void>
}

/** One kind of items of a run, page by page. */
export function useItems(run: string, kind: ItemsKind): Items {
	const page = ref(1)
	const { data, status, sentence, load } = useLoad(() => transfer.items(run, kind, page.value))

	async function turn(to: number): Promise<void> {
		page.value = to
		await load()
	}

	return { data, status, sentence, load, page, pages: computed(() => data.value?.pages ?? 1), turn }
}
