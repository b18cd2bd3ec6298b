/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ref, ShallowRef } from 'vue'
import type { Check, StepSeen } from '../shared/types.ts'
import type { Action } from '../shared/useAction.ts'
import type { Frame } from './frame.ts'
import type { Stage } from './walk.ts'

import { ref, shallowRef } from 'vue'
import { api } from '../shared/api.ts'
import { useAction } from '../shared/useAction.ts'
import { walk } from './walk.ts'

export interface CheckRun extends Pick<Action, 'busy' | 'sentence'> {
	/** The page that is being looked at. */
	stage: ShallowRef<Stage | null>
	/** How the last run ended. */
	ended: Ref<'' | 'done' | 'stopped'>
	/** Whether a whole check could not be stored: the next start only tries that again. */
	unsaved: Ref<boolean>
	start(frame: () => Promise<Frame>): Promise<void>
	stop(): void
}

/**
 * The check in the browser, from the plan to the stored result.
 *
 * @param done is given what is known when a check was stored
 * @param shown resolves when the page shows the stage
 */
export function useCheck(done: (check: Check) => void, shown: () => Promise<void>): CheckRun {
	const { busy, sentence, run } = useAction()
	const stage = shallowRef<Stage | null>(null)
	const ended = ref<'' | 'done' | 'stopped'>('')
	const unsaved = ref(false)
	let results: StepSeen[] | null = null
	let stopping = new AbortController()

	async function look(frame: () => Promise<Frame>): Promise<void> {
		const { signal } = stopping
		const tours = await api.checkPlan()
		try {
			results = await walk(tours, await frame(), async (next) => {
				stage.value = next
				await shown()
			}, signal)
		} finally {
			stage.value = null
		}
	}

	async function start(frame: () => Promise<Frame>): Promise<void> {
		ended.value = ''
		await run(async () => {
			if (results === null) {
				stopping = new AbortController()
				await look(frame)
			}
			if (results === null) {
				ended.value = 'stopped'
				return
			}
			unsaved.value = true
			done(await api.storeCheck(results))
			unsaved.value = false
			results = null
			ended.value = 'done'
		})
	}

	return { busy, sentence, stage, ended, unsaved, start, stop: () => stopping.abort() }
}
