/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress } from '../shared/types.ts'

import { api, ApiError } from '../shared/api.ts'

/** A change of a tour's place that could not be stored yet. */
export interface Unsent {
	tour: string
	act: 'move' | 'pause' | 'finish'
	/** Step that the tour is at. */
	step: string
	/** The last one that the server told. */
	revision: number
}

const KEY = 'compagnon.unsent'

/** Milliseconds until it is tried again; doubled each time, up to the longest. */
const FIRST_PAUSE = 3000
const LONGEST_PAUSE = 60_000

/** Whose browser this is just now: what one person left unsent is not sent for another. */
const who = () => document.head.dataset.user ?? ''

/**
 * Keeps the last change that could not be stored, on this device, and sends it as soon as the server answers again:
 * when the browser is back online, after a while, or on the next page.
 */
class Outbox {
	private unsent: Unsent | null = null
	private settled: ((outcome: Progress | ApiError) => void) | null = null
	private timer: ReturnType<typeof setTimeout> | undefined
	private pause = FIRST_PAUSE

	/** Whether something waits to be sent. */
	get isWaiting(): boolean {
		return this.unsent !== null
	}

	/** @param settled is called with what the server says in the end, or with its refusal */
	keep(unsent: Unsent, settled: (outcome: Progress | ApiError) => void): void {
		this.unsent = unsent
		this.settled = settled
		this.pause = FIRST_PAUSE
		remember({ ...unsent, who: who() })
		window.addEventListener('online', this.now)
		this.plan()
	}

	/**
	 * Sends what an earlier page could not.
	 *
	 * @return what was sent and taken; null when there was nothing, or it cannot be sent yet
	 */
	async flush(): Promise<Unsent | null> {
		const unsent = recall()
		if (unsent === null) {
			return null
		}
		try {
			await send(unsent)
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
			if (!error.passing) {
				// The tour went on elsewhere, or is gone: the server's word is true.
				this.drop()
			}
			return null
		}
		this.drop()
		return unsent
	}

	/** Forgets what waits, because a newer change was stored. */
	drop(): void {
		this.unsent = null
		this.settled = null
		clearTimeout(this.timer)
		window.removeEventListener('online', this.now)
		remember(null)
	}

	private plan(): void {
		clearTimeout(this.timer)
		this.timer = setTimeout(this.now, this.pause)
		this.pause = Math.min(2 * this.pause, LONGEST_PAUSE)
	}

	private readonly now = () => void this.deliver()

	private async deliver(): Promise<void> {
		const { unsent, settled } = this
		if (unsent === null) {
			return
		}
		const outcome = await send(unsent).catch((error: unknown) => error)
		if (this.unsent !== unsent) {
			return
		}
		if (outcome instanceof ApiError && outcome.passing) {
			this.plan()
			return
		}
		this.drop()
		if (outcome instanceof Error && !(outcome instanceof ApiError)) {
			throw outcome
		}
		settled?.(outcome as Progress | ApiError)
	}
}

function send({ tour, act, step, revision }: Unsent): Promise<Progress> {
	switch (act) {
		case 'move': return api.move(tour, step, revision)
		case 'pause': return api.move(tour, step, revision).then((moved) => api.pause(tour, moved.revision))
		case 'finish': return api.finish(tour, revision)
	}
}

/** A browser that keeps nothing costs no more than what is unsent when the page goes. */
function remember(unsent: (Unsent & { who: string }) | null): void {
	try {
		if (unsent === null) {
			localStorage.removeItem(KEY)
		} else {
			localStorage.setItem(KEY, JSON.stringify(unsent))
		}
	} catch {
		// Storage is switched off or full.
	}
}

function recall(): Unsent | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
		return isUnsent(kept) && kept.who === who() ? kept : null
	} catch {
		return null
	}
}

function isUnsent(kept: unknown): kept is Unsent & { who: string } {
	const { tour, act, step, revision } = (kept ?? {}) as Partial<Unsent>
	return typeof tour === 'string'
		&& typeof step === 'string'
		&& typeof revision === 'number'
		&& ['move', 'pause', 'finish'].includes(act ?? '')
}

/** There is one on a page. */
export const outbox = new Outbox()
