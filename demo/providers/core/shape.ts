/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Socket } from 'node:net'

import { setTimeout } from 'node:timers/promises'
import { object, whole } from './check.ts'

const fields = object({
	latencyMs: whole(0),
	perConnectionBytesPerSecond: whole(0),
	totalBytesPerSecond: whole(0),
})

/** How slow the wire is; 0 is as fast as it goes. */
export type Wire = Required<ReturnType<typeof fields>>

const FAST: Wire = { latencyMs: 0, perConnectionBytesPerSecond: 0, totalBytesPerSecond: 0 }
/** Timers are not exact; shorter waits are saved up. */
const WORTH_WAITING = 2
/** What timers overslept is made up for. */
const LATE = 30

/** When a wire of a certain width is free again. */
class Lane {
	/** From now on: a lane that is new has overslept nothing yet. */
	private free = performance.now()

	/** @return how long to wait, in milliseconds, before the next bytes */
	take(size: number, perSecond: number): number {
		if (perSecond === 0) {
			return 0
		}
		const now = performance.now()
		this.free = Math.max(this.free, now - LATE) + size / perSecond * 1000
		return this.free - now
	}
}

/** Latency of each request, bandwidth of each connection and of all together. */
export class Shape {
	private wire: Wire = FAST
	private total = new Lane()
	private lanes = new WeakMap<Socket, Lane>()

	get current(): Wire {
		return this.wire
	}

	/** @throws Malformed naming the field that is wrong */
	set(value: unknown): void {
		this.wire = { ...FAST, ...fields(value, 'shape') }
		this.total = new Lane()
		this.lanes = new WeakMap()
	}

	async latency(more: number): Promise<void> {
		const wait = this.wire.latencyMs + more
		if (wait > 0) {
			await setTimeout(wait)
		}
	}

	/** How many bytes to write at once, so that the waits are short ones. */
	get piece(): number {
		const { perConnectionBytesPerSecond: one, totalBytesPerSecond: all } = this.wire
		const slowest = Math.min(one || Infinity, all || Infinity)
		return Math.max(1024, Math.min(256 * 1024, Math.floor(slowest / 50)))
	}

	async pass(socket: Socket, size: number): Promise<void> {
		const { perConnectionBytesPerSecond: one, totalBytesPerSecond: all } = this.wire
		if (one === 0 && all === 0) {
			return
		}
		const lane = this.lanes.get(socket) ?? new Lane()
		this.lanes.set(socket, lane)
		const wait = Math.max(lane.take(size, one), this.total.take(size, all))
		if (wait > WORTH_WAITING) {
			await setTimeout(wait)
		}
	}
}
