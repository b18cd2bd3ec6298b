/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Game } from './api.ts'
import type { Move } from './engine/types.ts'

import { ApiError } from '../shared/api.ts'
import { gameOf, stories } from './api.ts'

/** What the server said: what was added, or, when another window was faster, the whole game. */
export type Settled = { added: Game } | { whole: Game } | { refused: ApiError }

interface Kept {
	/** Number of the first one. */
	number: number
	moves: Move[]
}

const KEY = 'compagnon.moves'

/** Milliseconds until it is tried again; doubled each time, up to the longest. */
const FIRST_PAUSE = 3000
const LONGEST_PAUSE = 60_000

/** Whose browser this is just now: what one person left unsent is not sent for another. */
const keyOf = (story: string) => `${KEY}.${document.head.dataset.user ?? ''}.${story}`

/**
 * Keeps the moves of a story that could not be stored, on this device, and sends them in their order as soon as the server
 * answers again: when the browser is back online, after a while, or on the next page.
 */
export class Outbox {
	private kept: Kept
	private timer: ReturnType<typeof setTimeout> | undefined
	private pause = FIRST_PAUSE
	private sending: Promise<void> | null = null

	/** @param settled is told each answer of the server */
	constructor(private readonly story: string, private readonly settled: (outcome: Settled) => void = () => {}) {
		this.kept = recall(story)
		window.addEventListener('online', this.now)
	}

	/** What waits to be sent. */
	get moves(): readonly Move[] {
		return this.kept.moves
	}

	/** @param number that the server expects next, not counting what waits */
	keep(number: number, move: Move): void {
		this.kept = { number: this.kept.moves.length === 0 ? number : this.kept.number, moves: [...this.kept.moves, move] }
		this.store()
		this.plan()
	}

	/** Sends what waits; resolves when nothing does any more, or the server cannot be reached. */
	deliver(): Promise<void> {
		this.sending ??= this.send().finally(() => {
			this.sending = null
		})
		return this.sending
	}

	/** Forgets what waits. */
	drop(): void {
		this.kept = { number: 0, moves: [] }
		this.store()
	}

	/** Sends nothing any more from this page; what waits is kept. */
	stop(): void {
		clearTimeout(this.timer)
		window.removeEventListener('online', this.now)
	}

	private readonly now = () => void this.deliver()

	private plan(): void {
		clearTimeout(this.timer)
		this.timer = setTimeout(this.now, this.pause)
		this.pause = Math.min(2 * this.pause, LONGEST_PAUSE)
	}

	private async send(): Promise<void> {
		for (let [move] = this.kept.moves; move !== undefined; [move] = this.kept.moves) {
			try {
				const added = await stories.move(this.story, this.kept.number, move)
				this.shift(1, added.number)
				this.settled({ added })
			} catch (error) {
				if (!(error instanceof ApiError)) {
					throw error
				}
				if (error.passing) {
					this.plan()
					return
				}
				this.resolve(error)
			}
		}
		clearTimeout(this.timer)
		this.pause = FIRST_PAUSE
	}

	/** The server's word is true. What it has of ours already, because only its answer was lost, is not sent again. */
	private resolve(error: ApiError): void {
		const whole = gameOf(error)
		const arrived = whole === null ? 0 : this.arrived(whole)
		if (whole !== null && arrived > 0 && whole.number === this.kept.number + arrived) {
			this.shift(arrived, whole.number)
		} else {
			this.drop()
		}
		this.settled(whole === null ? { refused: error } : { whole })
	}

	/** How many of ours the server has. */
	private arrived({ moves }: Game): number {
		const there = moves.slice(this.kept.number)
		const first = this.kept.moves.findIndex((move, index) => !isSame(move, there[index]))
		return first === -1 ? this.kept.moves.length : first
	}

	private shift(count: number, number: number): void {
		this.kept = { number, moves: this.kept.moves.slice(count) }
		this.store()
	}

	/** A browser that keeps nothing costs no more than what is unsent when the page goes. */
	private store(): void {
		try {
			if (this.kept.moves.length === 0) {
				localStorage.removeItem(keyOf(this.story))
			} else {
				localStorage.setItem(keyOf(this.story), JSON.stringify(this.kept))
			}
		} catch {
			// Storage is switched off or full.
		}
	}
}

function isSame(mine: Move, theirs: Move | undefined): boolean {
	return Object.entries(mine).every(([name, value]) => (theirs as Record<string, unknown> | undefined)?.[name] === value)
}

function recall(story: string): Kept {
	try {
		const kept = JSON.parse(localStorage.getItem(keyOf(story)) ?? 'null') as Partial<Kept> | null
		if (Number.isInteger(kept?.number) && Array.isArray(kept?.moves) && kept.moves.every((move) => typeof move?.kind === 'string')) {
			return kept as Kept
		}
	} catch {
		// Somebody else has written there.
	}
	return { number: 0, moves: [] }
}
