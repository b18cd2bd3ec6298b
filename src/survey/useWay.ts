/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InjectionKey, Ref } from 'vue'

import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'

/** What the page shows; kept in its address, so that it can be left and come back to. */
export type Way
	= | { name: 'open' | 'sent' | 'choices' | 'results' }
		| { name: 'result', survey: string, period: string }
		/** The step is the id of a question or “review”; none for the beginning. */
		| { name: 'answer', survey: string, step?: string }

/** Whether somebody went from one view to another since the page was opened: then a heading takes the focus. */
export const MOVED: InjectionKey<Ref<boolean>> = Symbol('moved')

export interface Ways {
	way: Ref<Way>
	/** See MOVED. */
	moved: Ref<boolean>
	go(to: Way): void
}

export function wayOf(search: string): Way {
	const values = new URLSearchParams(search)
	const [survey, result, view] = [values.get('survey'), values.get('result'), values.get('view')]
	if (survey !== null) {
		return { name: 'answer', survey, step: values.get('step') ?? undefined }
	}
	if (result !== null) {
		return { name: 'result', survey: result, period: values.get('period') ?? '' }
	}
	return { name: view === 'sent' || view === 'choices' || view === 'results' ? view : 'open' }
}

export function searchOf(way: Way): string {
	const values = way.name === 'answer'
		? { survey: way.survey, ...(way.step !== undefined && { step: way.step }) }
		: way.name === 'result' ? { result: way.survey, period: way.period } : way.name === 'open' ? {} : { view: way.name }
	return new URLSearchParams(values as Record<string, string>).toString()
}

export function useWay(): Ways {
	const way = shallowRef(wayOf(window.location.search))
	const moved = ref(false)

	function show(next: Way): void {
		moved.value = true
		way.value = next
	}

	function go(to: Way): void {
		const url = new URL(window.location.href)
		url.search = searchOf(to)
		window.history.pushState(null, '', url)
		show(to)
	}

	const onPop = () => show(wayOf(window.location.search))
	onMounted(() => window.addEventListener('popstate', onPop))
	onBeforeUnmount(() => window.removeEventListener('popstate', onPop))

	return { way, moved, go }
}
