/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it, vi } from 'vitest'
import { api, ApiError } from './api.ts'
import { DOWN, fakeServer, progress, tour } from './testing/server.ts'

const server = fakeServer()

async function faultOf(request: Promise<unknown>): Promise<ApiError> {
	return request.then(() => {
		throw new Error('it passed')
	}, (error: unknown) => {
		expect(error).toBeInstanceOf(ApiError)
		return error as ApiError
	})
}

describe('api', () => {
	it('gives what is in the envelope', async () => {
		server.answer('get', '/tours', { tours: [tour()], contact: 'Camille' })
		expect(await api.tours()).toEqual({ tours: [tour()], contact: 'Camille' })
	})

	it('sends what the contract asks for', async () => {
		server.answer('put', '/tours/files-first-steps/step', progress('running', 'list'))
		await api.move('files-first-steps', 'list', 2)
		expect(server.calls).toEqual([{ method: 'put', path: '/tours/files-first-steps/step', body: { step: 'list', revision: 2 } }])
	})

	it('passes the sentence, the field and the progress of a refusal on', async () => {
		server.refuse('put', '/me', 400, { error: 'invalid', message: 'No.', field: 'quiet' })
		server.refuse('post', '/tours/a/finish', 409, { error: 'conflict', message: 'Elsewhere.', progress: progress('paused', 'list') })
		expect(await faultOf(api.updateMe({ quiet: true }))).toMatchObject({ message: 'No.', status: 400, field: 'quiet', passing: false })
		expect(await faultOf(api.finish('a', 1))).toMatchObject({ message: 'Elsewhere.', status: 409, progress: progress('paused', 'list') })
	})

	it('knows what may pass later', async () => {
		server.refuse('get', '/me', 503, DOWN)
		expect((await faultOf(api.me())).passing).toBe(true)
		server.cut('get', '/me')
		expect(await faultOf(api.me())).toMatchObject({ status: 0, passing: true, message: 'The server cannot be reached. Check your connection, then try again.' })
	})

	it.each([
		[403, /may not do this/],
		[404, /not here any more/],
		[429, /Wait a minute/],
		[500, /went wrong on the server/],
	])('has a sentence of its own when the platform answers %i', async (status, sentence) => {
		server.answer('get', '/me', [], status)
		expect((await faultOf(api.me())).message).toMatch(sentence)
	})

	it('does not take a page for an answer', async () => {
		server.answer('get', '/me', null)
		expect(await api.me()).toBeNull()
	})

	it('lets what is small outlive the page, and does not ask that for what browsers would refuse', async () => {
		server.answer('put', '/admin/check', { last: null, missed: [] })
		const fetched = vi.spyOn(globalThis, 'fetch')
		const seen = { tour: 'files-first-steps', step: 'list', device: 'wide', seen: 'found' } as const
		await api.storeCheck([seen])
		await api.storeCheck(Array<typeof seen>(1000).fill(seen))
		expect(fetched.mock.calls.map(([, init]) => init?.keepalive)).toEqual([true, false])
		expect((server.calls[1]!.body as { results: object[] }).results).toHaveLength(1000)
	})
})
