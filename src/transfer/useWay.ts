/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InjectionKey, Ref } from 'vue'

import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { backFrom } from './back.ts'

/** What the page shows; kept in its address, so that it can be left and come back to. */
export type Way
	= | { name: 'start', problem?: string }
		| { name: 'archive' }
		| { name: 'connect', source?: string, connection?: string }
		| { name: 'run', run: string, connected?: string }

/** Whether somebody went from one view to another since the page was opened: then a heading takes the focus. */
export const MOVED: InjectionKey<Ref<boolean>> = Symbol('moved')

/** Id of the connection with which somebody has just come back to a run. */
export const CONNECTED: InjectionKey<string | undefined> = Symbol('connected')

export interface Ways {
	way: Ref<Way>
	/** See MOVED. */
	moved: Ref<boolean>
	go(to: Way): void
}

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

export function useWay(): Ways {
	const way = shallowRef(firstWay())
	const moved = shallowRef(false)

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
