/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref, ShallowRef } from 'vue'
import type { Run } from '../shared/types.ts'
import type { Action } from '../shared/useAction.ts'
import type { Load } from '../shared/useLoad.ts'
import type { RunAction } from './api.ts'

import { onBeforeUnmount, onMounted, ref } from 'vue'
import { useAction } from '../shared/useAction.ts'
import { useLoad } from '../shared/useLoad.ts'
import { transfer } from './api.ts'
import { keepGoing } from './move/keepGoing.ts'

export interface LiveRun {
	run: ShallowRef<Run | undefined>
	state: Pick<Load<Run>, 'status' | 'sentence' | 'load'>
	/** What the person sets off. */
	doing: Pick<Action, 'busy' | 'sentence'>
	/** What to say while the server is not reached. */
	trouble: Ref<string>
	/** Sets something off; true when it has passed. */
	act(action: RunAction): Promise<boolean>
	take(run: Run): void
}

/** A run that is shown, kept up to date, and driven on while its page is open. */
export function useRun(id: string): LiveRun {
	const { data, status, sentence, load: fetch, refresh, take: keep } = useLoad(() => transfer.run(id))
	const { run: perform, ...doing } = useAction()
	const trouble = ref('')
	const leaving = new AbortController()
	let going = false
	let wake = () => {}

	function wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = window.setTimeout(resolve, milliseconds)
			wake = () => {
				window.clearTimeout(timer)
				resolve()
			}
		})
	}

	async function go(): Promise<void> {
		if (going || data.value === undefined || leaving.signal.aborted) {
			return
		}
		going = true
		await keepGoing({
			run: () => data.value!,
			take: keep,
			trouble: (words) => {
				trouble.value = words
			},
			wait,
			isHidden: () => document.visibilityState === 'hidden',
			signal: leaving.signal,
		})
		going = false
	}

	async function load(): Promise<void> {
		await fetch()
		void go()
	}

	function take(run: Run): void {
		keep(run)
		wake()
		void go()
	}

	async function act(action: RunAction): Promise<boolean> {
		const passed = await perform(async () => take(await transfer.act(id, action)))
		if (!passed) {
			// Somebody else may have been faster: show what is true.
			await refresh()
			wake()
			void go()
		}
		return passed
	}

	const onVisible = () => wake()
	onMounted(() => {
		void load()
		document.addEventListener('visibilitychange', onVisible)
	})
	onBeforeUnmount(() => {
		leaving.abort()
		wake()
		document.removeEventListener('visibilitychange', onVisible)
	})

	return { run: data, state: { status, sentence, load }, doing, trouble, act, take }
}
