/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef } from 'vue'
import type { Progress, TourRoom, TourSummary } from '../types.ts'
import type { Load } from '../useLoad.ts'

import { computed, shallowReactive, watch } from 'vue'
import { api } from '../api.ts'
import { useLoad } from '../useLoad.ts'

type Tours = Awaited<ReturnType<typeof api.tours>>

export interface ToursState extends Pick<Load<Tours>, 'status' | 'sentence' | 'load' | 'refresh'> {
	/** As they were when they were asked for, so that none changes its place under the person; `now` tells what became of it. */
	tours: ComputedRef<TourSummary[]>
	/** Headings under which tours are shown, in order. */
	rooms: ComputedRef<TourRoom[]>
	/** Whom to ask; empty when the space does not say. */
	contact: ComputedRef<string>
	/** How it stands with a tour now. */
	now(tour: TourSummary): TourSummary
	/** "Not for me"; throws ApiError. */
	refuse(id: string): Promise<void>
}

/** The tours of this person, as the server says. */
export function useTours(): ToursState {
	const { data, status, sentence, load, refresh, take } = useLoad(api.tours)
	const tours = computed(() => data.value?.tours ?? [])
	const rooms = computed(() => data.value?.rooms ?? [])
	const contact = computed(() => data.value?.contact ?? '')
	const changes = shallowReactive(new Map<string, Progress>())
	watch(data, () => changes.clear(), { flush: 'sync' })

	function now(tour: TourSummary): TourSummary {
		const progress = changes.get(tour.id)
		return progress === undefined ? tour : { ...tour, progress }
	}

	async function refuse(id: string): Promise<void> {
		const progress = await api.refuse(id)
		if (data.value !== undefined) {
			take(data.value)
		}
		changes.set(id, progress)
	}

	return { tours, rooms, contact, status, sentence, load, refresh, now, refuse }
}
