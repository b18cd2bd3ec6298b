/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { JsonBodyType } from 'msw'
import type { Failure, Progress, TourSummary } from '../types.ts'

import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

type Method = 'get' | 'post' | 'put' | 'delete'

interface Call {
	method: string
	path: string
	body: unknown
}

interface FakeServer {
	/** Every request that arrived. */
	calls: Call[]
	/** Answers from now on; the path is below /api/v1. */
	answer(method: Method, path: string, data: JsonBodyType, status?: number): void
	/** Refuses from now on, with what the core says. */
	refuse(method: Method, path: string, status: number, failure: Failure): void
	/** Does not answer before the returned function is called. */
	hold(method: Method, path: string, data: JsonBodyType): () => void
	/** The connection breaks. */
	cut(method: Method, path: string): void
}

const BASE = '*/ocs/v2.php/apps/compagnon/api/v1'

/** A server for the tests of one file: what it is not told about fails the test. */
export function fakeServer(): FakeServer {
	const server = setupServer()
	const calls: Call[] = []

	beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
	afterEach(() => {
		server.resetHandlers()
		calls.length = 0
	})
	afterAll(() => server.close())

	function use(method: Method, path: string, respond: () => Response | Promise<Response>): void {
		server.use(http[method](BASE + path, async ({ request }) => {
			const text = await request.text()
			calls.push({ method, path: path + new URL(request.url).search, body: text === '' ? null : JSON.parse(text) })
			return respond()
		}))
	}

	function envelope(data: JsonBodyType, status = 200): Response {
		const ok = status < 400
		return HttpResponse.json({ ocs: { meta: { status: ok ? 'ok' : 'failure', statuscode: status }, data } }, { status })
	}

	return {
		calls,
		answer: (method, path, data, status) => use(method, path, () => envelope(data, status)),
		refuse: (method, path, status, failure) => use(method, path, () => envelope(failure as unknown as JsonBodyType, status)),
		hold: (method, path, data) => {
			let release = () => {}
			const gate = new Promise<void>((resolve) => {
				release = resolve
			})
			use(method, path, () => gate.then(() => envelope(data)))
			return release
		},
		cut: (method, path) => use(method, path, () => HttpResponse.error()),
	}
}

export const DOWN: Failure = { error: 'unavailable', message: 'Your space does not answer at the moment.' }

export function progress(state: Progress['state'], step: string | null = null): Progress {
	return { tour: 'files-first-steps', state, step, revision: 3, quietUntil: null, updatedAt: 1_700_000_000 }
}

export function tour(changes: Partial<TourSummary> = {}): TourSummary {
	return {
		id: 'files-first-steps',
		app: 'files',
		path: '/apps/files',
		room: null,
		title: 'First steps in Files',
		summary: 'Make a folder and share it.',
		minutes: 5,
		steps: ['welcome', 'list', 'folder', 'share'],
		progress: null,
		...changes,
	}
}
