/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Views } from '../shared/useViews.ts'

import { useViews } from '../shared/useViews.ts'

/** What the page shows; kept in its address, so that it can be left and come back to. */
export type Way
	= | { name: 'open' | 'sent' | 'choices' | 'results' }
		| { name: 'result', survey: string, period: string }
		/** The step is the id of a question or “review”; none for the beginning. */
		| { name: 'answer', survey: string, step?: string }

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

export function useWay(): Views<Way> {
	return useViews(wayOf(window.location.search), wayOf, searchOf)
}
