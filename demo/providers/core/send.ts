/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ServerResponse } from 'node:http'
import type { Content } from './content.ts'
import type { Shape } from './shape.ts'
import type { Reply, WireRequest } from './wire.ts'

import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { bytes, pieces } from './content.ts'
import { slice } from './ranges.ts'

/** What goes over the wire in the end: a head, and a slice of some content. */
interface Answer {
	status: number
	headers: Record<string, string>
	content: Content
	start: number
	end: number
}

function answer(request: WireRequest, reply: Reply): Answer {
	const headers = { ...reply.headers }
	if (reply.content === undefined) {
		const content = bytes(reply.body ?? '')
		return { status: reply.status ?? 200, headers, content, start: 0, end: content.size }
	}
	const { content } = reply
	const part = slice(request.fault.ignoreRange ? undefined : request.headers.range, content.size)
	if (part === null) {
		return { status: 416, headers: { 'Content-Range': `bytes */${content.size}` }, content: bytes(''), start: 0, end: 0 }
	}
	if (part.partial) {
		headers['Content-Range'] = `bytes ${part.start}-${part.end - 1}/${content.size}`
	}
	return { status: part.partial ? 206 : 200, headers: { 'Accept-Ranges': 'bytes', ...headers }, content, start: part.start, end: part.end }
}

function flipped(piece: Buffer, at: number): Buffer {
	if (at < 0 || at >= piece.length) {
		return piece
	}
	const copy = Buffer.from(piece)
	copy[at] = (copy[at] ?? 0) ^ 0xff
	return copy
}

/** Sends the answer with the faults of the request, as slowly as the wire is. */
export class Sender {
	private readonly shape: Shape
	private readonly sent: (size: number) => void

	constructor(shape: Shape, sent: (size: number) => void) {
		this.shape = shape
		this.sent = sent
	}

	async send(request: WireRequest, reply: Reply, response: ServerResponse): Promise<number> {
		const { status, headers, content, start, end } = answer(request, reply)
		const lengthless = reply.chunked === true || request.fault.chunked === true
		response.writeHead(status, lengthless ? headers : { ...headers, 'Content-Length': String(end - start) })
		if (request.method === 'HEAD') {
			response.end()
			return status
		}
		const { cutAfter = Infinity, stallAfter = Infinity } = request.fault
		const stop = Math.min(end, start + cutAfter, start + stallAfter)
		await this.body(request, response, content, start, stop)
		if (start + cutAfter <= stop && cutAfter <= stallAfter) {
			await this.drained(response)
			// What was written leaves the process before the connection breaks.
			await setTimeout(20)
			response.destroy()
		} else if (start + stallAfter > stop) {
			response.end()
		} else {
			response.flushHeaders()
			await once(response, 'close')
		}
		return status
	}

	private async body(request: WireRequest, response: ServerResponse, content: Content, start: number, stop: number): Promise<void> {
		let offset = start
		for (const large of pieces(content, start, stop)) {
			for (let from = 0; from < large.length && !response.destroyed;) {
				const piece = large.subarray(from, from + this.shape.piece)
				await this.write(response, flipped(piece, (request.fault.flipByte ?? -1) - offset))
				from += piece.length
				offset += piece.length
			}
		}
	}

	private async write(response: ServerResponse, piece: Buffer): Promise<void> {
		if (response.socket) {
			await this.shape.pass(response.socket, piece.length)
		}
		this.sent(piece.length)
		if (!response.write(piece)) {
			await this.drained(response)
		}
	}

	private async drained(response: ServerResponse): Promise<void> {
		if (response.writableNeedDrain && !response.destroyed) {
			await new Promise<void>((resolve) => {
				const done = () => {
					response.off('drain', done).off('close', done)
					resolve()
				}
				response.on('drain', done).on('close', done)
			})
		}
	}
}
