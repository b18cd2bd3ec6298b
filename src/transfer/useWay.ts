/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InjectionKey } from 'vue'
import type { Views } from '../shared/useViews.ts'

import { useViews } from '../shared/useViews.ts'
import { backFrom } from './back.ts'

/** What the page shows; kept in its address, so that it can be left and come back to. */
export type Way
	= | { name: 'start', problem?: string }
		| { name: 'archive' }
		| { name: 'connect', source?: string, connection?: string }
		| { name: 'run', run: string, connected?: string }

/** Id of the connection with which somebody has just come back to a run. */
export const CONNECTED: InjectionKey<string | undefined> = Symbol('connected')

export function wayOf(search: string): Way {
	const values = new URLSearchParams(search)
	const run = values.get('run')
	const connected = values.get('connected')
	const from = values.get('from')
	if (run !== null) {
		return { name: 'run', run }
	}
	if (connected !== null) {
		return { name: 'connect', connection: connected }
	}
	if (from === null) {
		return { name: 'start', problem: values.get('problem') ?? undefined }
	}
	return from === 'archive' ? { name: 'archive' } : { name: 'connect', source: from }
}

export function searchOf(way: Way): string {
	const values = {
		start: {},
		archive: { from: 'archive' },
		connect: way.name === 'connect' ? { ...(way.source && { from: way.source }), ...(way.connection && { connected: way.connection }) } : {},
		run: way.name === 'run' ? { run: way.run } : {},
	}[way.name]
	return new URLSearchParams(values as Record<string, string>).toString()
}

/** Where the page begins: whoever was at a provider for the sake of a run comes back to that run, with what they connected. */
function firstWay(): Way {
	const way = wayOf(window.location.search)
	const run = backFrom()
	if (run === null || way.name !== 'connect' || way.connection === undefined) {
		return way
	}
	window.history.replaceState(null, '', '?' + searchOf({ name: 'run', run }))
	return { name: 'run', run, connected: way.connection }
}

export function useWay(): Views<Way> {
	return useViews(firstWay(), wayOf, searchOf)
}
