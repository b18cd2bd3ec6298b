/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Views } from '../../shared/useViews.ts'

import { useViews } from '../../shared/useViews.ts'

/** What the page shows; kept in its address, so that it can be left and come back to. */
export type Way
	= | { name: 'list' }
		| { name: 'scene' | 'quests' | 'journal', story: string }
		| { name: 'quest', story: string, quest: string }

export function wayOf(search: string): Way {
	const values = new URLSearchParams(search)
	const [story, quest, view] = [values.get('story'), values.get('quest'), values.get('view')]
	if (story === null) {
		return { name: 'list' }
	}
	if (quest !== null) {
		return { name: 'quest', story, quest }
	}
	return { name: view === 'quests' || view === 'journal' ? view : 'scene', story }
}

export function searchOf(way: Way): string {
	switch (way.name) {
		case 'list': return ''
		case 'scene': return new URLSearchParams({ story: way.story }).toString()
		case 'quest': return new URLSearchParams({ story: way.story, quest: way.quest }).toString()
		default: return new URLSearchParams({ story: way.story, view: way.name }).toString()
	}
}

export function useWay(): Views<Way> {
	return useViews(wayOf(window.location.search), wayOf, searchOf)
}
