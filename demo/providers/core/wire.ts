/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingHttpHeaders } from 'node:http'
import type { Content } from './content.ts'
import type { Action } from './faults.ts'

/** A request as a provider sees it. */
export interface WireRequest {
	method: string
	/** The provider's real host name. */
	host: string
	path: string
	query: URLSearchParams
	headers: IncomingHttpHeaders
	body: Buffer
	/** What is to go wrong with it on purpose. */
	fault: Action
}

/** What a provider answers. With `content`, ranges and lengths are the server's business. */
export interface Reply {
	status?: number
	headers?: Record<string, string>
	body?: string | Buffer
	content?: Content
	/** Without Content-Length. */
	chunked?: boolean
}

export type Handler = (request: WireRequest, parameters: string[]) => Reply | Promise<Reply>

export interface Route {
	method: string
	host: string
	/** With `*` for one segment; the segments come to the handler, decoded. */
	path: string
	handle: Handler
}

/** Ends a request with an answer, from any depth. */
export class Refusal extends Error {
	readonly reply: Reply

	constructor(reply: Reply) {
		super(`Refused with ${reply.status ?? 200}`)
		this.reply = reply
	}
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
	return { status, headers: { 'Content-Type': 'application/json; charset=UTF-8', ...headers }, body: JSON.stringify(value) }
}

export function text(body: string, status = 200): Reply {
	return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body }
}

export function html(body: string, status = 200): Reply {
	return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}

export function form(request: WireRequest): URLSearchParams {
	return new URLSearchParams(request.body.toString())
}
