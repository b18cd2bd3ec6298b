/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { ApiError } from './api.ts'
import { useLoad } from './useLoad.ts'

function controlled<T>() {
	const waiting: { resolve: (value: T) => void, reject: (error: unknown) => void }[] = []
	return {
		waiting,
		request: () => new Promise<T>((resolve, reject) => waiting.push({ resolve, reject })),
	}
}

describe('useLoad', () => {
	it('goes from loading to ready', async () => {
		const { data, status, load } = useLoad(async () => 'tours')
		expect(status.value).toBe('loading')
		await load()
		expect([status.value, data.value]).toEqual(['ready', 'tours'])
	})

	it('says what the server said, and can be tried again', async () => {
		let fails = true
		const { status, sentence, data, load } = useLoad(async () => {
			if (fails) {
				throw new ApiError('Your space does not answer.', 503)
			}
			return 1
		})
		await load()
		expect([status.value, sentence.value]).toEqual(['failed', 'Your space does not answer.'])
		fails = false
		await load()
		expect([status.value, data.value]).toEqual(['ready', 1])
	})

	it('drops an answer that a later request has overtaken', async () => {
		const { waiting, request } = controlled<string>()
		const { data, load } = useLoad(request)
		const loads = [load(), load()]
		waiting[1]!.resolve('new')
		waiting[0]!.resolve('old')
		await Promise.all(loads)
		expect(data.value).toBe('new')
	})

	it('drops an answer that a change has overtaken', async () => {
		const { waiting, request } = controlled<string>()
		const { data, take, refresh } = useLoad(request)
		take('first')
		const refreshed = refresh()
		take('changed')
		waiting[0]!.resolve('before the change')
		await refreshed
		expect(data.value).toBe('changed')
	})

	it('keeps what is shown when a refresh fails', async () => {
		let fails = false
		const { data, status, load, refresh } = useLoad(async () => {
			if (fails) {
				throw new ApiError('No.', 503)
			}
			return 1
		})
		await load()
		fails = true
		await refresh()
		expect([status.value, data.value]).toEqual(['ready', 1])
	})

	it('does not refresh what is not there yet', async () => {
		const { waiting, request } = controlled<string>()
		const { status, load, refresh } = useLoad(request)
		const loaded = load()
		await refresh()
		expect(waiting).toHaveLength(1)
		waiting[0]!.resolve('there')
		await loaded
		expect(status.value).toBe('ready')
	})
})
