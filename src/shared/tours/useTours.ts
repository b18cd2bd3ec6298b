/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ComputedRef } from 'vue'
import type { TourSummary } from '../types.ts'
import type { Load } from '../useLoad.ts'

import { computed } from 'vue'
import { api } from '../api.ts'
import { useLoad } from '../useLoad.ts'

type Tours = Awaited<ReturnType<typeof api.tours>>

export interface ToursState extends Pick<Load<Tours>, 'status' | 'sentence' | 'load' | 'refresh'> {
	tours: ComputedRef<TourSummary[]>
	/** Whom to ask; empty when the space does not say. */
	contact: ComputedRef<string>
	/** "Not for me"; throws ApiError. */
	refuse(id: string): Promise<void>
}

/** The tours of this person, as the server says. */
export function useTours(): ToursState {
	const { data, status, sentence, load, refresh, take } = useLoad(api.tours)
	const tours = computed(() => data.value?.tours ?? [])
	const contact = computed(() => data.value?.contact ?? '')

	async function refuse(id: string): Promise<void> {
		const progress = await api.refuse(id)
		take({
			contact: contact.value,
			tours: tours.value.map((tour) => tour.id === id ? { ...tour, progress } : tour),
		})
	}

	return { tours, contact, status, sentence, load, refresh, refuse }
}
