/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Running } from './server.ts'

import { challengeOf } from './oauth.ts'
import { startProviders } from './world.ts'

export type Json = Record<string, unknown>

/** A line of `GET /control/truth`. */
export interface Truth {
	id: string
	path: string
	name: string
	kind: string
	mime: string
	size: number | null
	md5?: string
	sha1?: string
	sha256?: string
	content_hash?: string
	mtime: string
	owned: boolean
	trashed: boolean
	canDownload: boolean
	drive: string | null
}

export const REDIRECT = 'http://127.0.0.1:8480/retour'
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

/** The stand-ins on a free port, and what tests ask of them. */
export class Harness {
	private readonly running: Running

	constructor(running: Running) {
		this.running = running
	}

	static async start(): Promise<Harness> {
		return new Harness(await startProviders())
	}

	at(path: string): string {
		return this.running.base + path
	}

	close(): Promise<void> {
		return this.running.close()
	}

	async control(method: string, path: string, body?: unknown): Promise<Json> {
		return await (await fetch(this.at(`/control${path}`), { method, body: JSON.stringify(body) })).json() as Json
	}

	async truth(provider: string): Promise<Truth[]> {
		return (await this.control('GET', `/truth?provider=${provider}`)).items as Truth[]
	}

	fault(match: object, deed: object): Promise<Json> {
		return this.control('POST', '/faults', [{ match, do: deed }])
	}

	async token(provider: string, scopes?: string[]): Promise<string> {
		return (await this.control('POST', '/token', { provider, ...scopes === undefined ? {} : { scopes } })).access_token as string
	}

	/**
	 * Through the page, as a browser does.
	 *
	 * @return where the browser is sent
	 */
	async consent(page: string, query: Record<string, string>): Promise<URL> {
		const asked = new URLSearchParams({ response_type: 'code', redirect_uri: REDIRECT, state: 'secret state', code_challenge: challengeOf(VERIFIER), code_challenge_method: 'S256', ...query })
		const shown = await (await fetch(this.at(`${page}?${asked}`))).text()
		const scopes = [...shown.matchAll(/name="scope" value="([^"]+)"/g)].map(([, scope = '']) => ['scope', scope])
		const answer = await fetch(this.at(`${page}?${asked}`), { method: 'POST', body: new URLSearchParams([...scopes, ['answer', 'allow']]), redirect: 'manual' })
		return new URL(answer.headers.get('location') ?? '')
	}

	async redeem(tokenUrl: string, code: string | null, client: Record<string, string>): Promise<Json> {
		const fields = { grant_type: 'authorization_code', code: code ?? '', redirect_uri: REDIRECT, code_verifier: VERIFIER, ...client }
		return await (await fetch(this.at(tokenUrl), { method: 'POST', body: new URLSearchParams(fields) })).json() as Json
	}
}
