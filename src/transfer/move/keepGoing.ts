/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../../shared/types.ts'

import { ApiError } from '../../shared/api.ts'
import { sentenceOf } from '../../shared/sentenceOf.ts'
import { transfer } from '../api.ts'
import { alone } from './lock.ts'
import { canBeDriven, hasEnded, pauseAfter } from './pace.ts'

/** Milliseconds between two looks at a slice that works. */
const GLANCE = 3000

export interface Going {
	/** The run as this page knows it. */
	run: () => Run
	take: (run: Run) => void
	/** What to say while requests fail; empty as soon as one passes. */
	trouble: (sentence: string) => void
	/** Resolves after that time, or earlier when something has changed. */
	wait: (milliseconds: number) => Promise<void>
	isHidden: () => boolean
	signal: AbortSignal
}

/** Makes a run go on while the page is open, one request at a time, until it has ended or the page is left. */
export async function keepGoing({ run, take, trouble, wait, isHidden, signal }: Going): Promise<void> {
	const { id } = run()
	let faults = 0
	/** The last answer that was taken here: another one means that the person has set something off meanwhile. */
	let known = run()
	let slices = 0

	function offer(now: Run): void {
		if (!signal.aborted && run() === known) {
			take(now)
		}
		known = run()
	}

	/** A slice answers when it is done: until then, the page looks how far it is. */
	async function glance(): Promise<void> {
		const slice = slices
		const now = isHidden() ? null : await transfer.run(id).catch(() => null)
		if (now !== null && slice === slices) {
			offer(now)
		}
	}

	async function drive(): Promise<Run> {
		const timer = setInterval(() => void glance(), GLANCE)
		try {
			return await transfer.act(id, 'slice')
		} finally {
			slices++
			clearInterval(timer)
		}
	}

	async function work(): Promise<boolean> {
		known = run()
		const done = canBeDriven(known) ? await alone('compagnon-transfer-' + id, drive) : undefined
		offer(done ?? await transfer.run(id))
		return done !== undefined
	}

	while (!signal.aborted && !hasEnded(run())) {
		const begun = Date.now()
		let drove = false
		try {
			drove = await work()
			faults = 0
			trouble('')
		} catch (error) {
			faults++
			// One lost answer is not worth a word.
			if (faults > 1 || !(error instanceof ApiError && error.passing)) {
				trouble(sentenceOf(error))
			}
			if (error instanceof ApiError && error.status === 404) {
				return
			}
		}
		if (!signal.aborted && !hasEnded(run())) {
			await wait(pauseAfter(run(), { drove, took: Date.now() - begun, hidden: isHidden(), faults }))
		}
	}
}
