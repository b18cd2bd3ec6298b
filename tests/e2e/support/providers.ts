/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { environment } from './space.ts'

/** A line of the truth about an account at a stand-in. */
export interface Truth {
	id: string
	/** From the root of its drive. */
	path: string
	name: string
	parent: string | null
	kind: string
	size: number | null
	sha256?: string
	mtime: string
	trashed: boolean
	owned: boolean
	canDownload: boolean
	drive: string | null
	sharedWithMe: boolean
}

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
	const answer = await fetch(`${environment('COMPAGNON_PROVIDERS')}/control${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) })
	if (!answer.ok) {
		throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
	}
	return await answer.json() as T
}

/** The stand-ins of Google and Dropbox, from the other side. All tests have the same ones. */
export const providers = {
	/** A new account, nobody connected, no faults and a fast wire. */
	reset: () => control('POST', '/reset', {}),
	slow: (totalBytesPerSecond: number, latencyMs = 0) => control('POST', '/shape', { totalBytesPerSecond, latencyMs }),
	fast: () => control('POST', '/shape', { totalBytesPerSecond: 0, latencyMs: 0 }),
	faults: (faults: object[]) => control('POST', '/faults', faults),
	truth: async (provider: 'google' | 'dropbox') => (await control<{ items: Truth[] }>('GET', `/truth?provider=${provider}`)).items,
}
