/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingHttpHeaders } from 'node:http'

export interface LogLine {
	at: number
	method: string
	host: string
	path: string
	authorization: boolean
	range: string | null
	status: number | null
}

const KEPT = 1000

/** What was asked and sent since the last reset. */
export class Stats {
	private requests = new Map<string, number>()
	private statuses = new Map<number, number>()
	private bytes = 0
	private running = 0
	private most = 0
	private total = 0
	private log: LogLine[] = []

	begin(method: string, host: string, path: string, headers: IncomingHttpHeaders): LogLine {
		const line = { at: Date.now(), method, host, path, authorization: headers.authorization !== undefined, range: headers.range ?? null, status: null }
		this.total++
		this.running++
		this.most = Math.max(this.most, this.running)
		this.log.push(line)
		if (this.log.length > KEPT) {
			this.log.shift()
		}
		return line
	}

	route(label: string): void {
		this.requests.set(label, (this.requests.get(label) ?? 0) + 1)
	}

	sent(size: number): void {
		this.bytes += size
	}

	end(line: LogLine, status: number): void {
		line.status = status
		this.running--
		this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
	}

	reset(): void {
		this.requests = new Map()
		this.statuses = new Map()
		this.bytes = 0
		this.most = this.running
		this.total = 0
		this.log = []
	}

	toJSON(): object {
		return {
			total: this.total,
			requests: Object.fromEntries(this.requests),
			statuses: Object.fromEntries(this.statuses),
			bytesSent: this.bytes,
			concurrency: this.running,
			maxConcurrency: this.most,
			log: this.log,
		}
	}
}
