/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reply, WireRequest } from './wire.ts'

import { createHash } from 'node:crypto'
import { Random } from './random.ts'
import { form, json, Refusal } from './wire.ts'

export interface Client {
	id: string
	secret: string
	/** Exact addresses; none stands for any on this machine. */
	redirects: string[]
}

export interface Grant {
	client: string
	scopes: string[]
	/** With a refresh token. */
	offline: boolean
}

interface Code extends Grant {
	redirect: string
	challenge: string
	at: number
}

interface Token extends Grant {
	until: number
}

export interface Issued {
	access_token: string
	token_type: string
	expires_in: number
	refresh_token?: string
	scope: string
}

const CODE_LIFETIME = 10 * 60 * 1000
const LOCAL = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\//

/** RFC 7636: base64url of the SHA-256, without padding. */
export function challengeOf(verifier: string): string {
	return createHash('sha256').update(verifier).digest('base64url')
}

function fail(status: number, error: string, description: string): never {
	throw new Refusal(json({ error, error_description: description }, status))
}

export interface Rules {
	client: Client
	/** Seconds that an access token lives. */
	lifetime: number
	/** A client with PKCE needs no secret. */
	publicClients: boolean
	tokenType: string
	prefix: string
}

/** Codes and tokens of one provider. */
export class Authority {
	readonly rules: Rules
	private readonly random: Random
	private readonly codes = new Map<string, Code>()
	private readonly access = new Map<string, Token>()
	private readonly refresh = new Map<string, Grant>()
	private consented = false

	constructor(rules: Rules, seed: number | string) {
		this.rules = rules
		this.random = new Random(`${seed}/${Date.now()}`)
	}

	/** @return why the request cannot even be shown to the person, as the error of OAuth; empty if it can */
	refusal(query: URLSearchParams): string {
		const redirect = query.get('redirect_uri') ?? ''
		const { client } = this.rules
		if (query.get('client_id') !== client.id) {
			return 'invalid_client'
		}
		if (client.redirects.length > 0 ? !client.redirects.includes(redirect) : !LOCAL.test(redirect)) {
			return 'redirect_uri_mismatch'
		}
		if (query.get('response_type') !== 'code' || !['S256', null].includes(query.get('code_challenge_method'))) {
			return 'invalid_request'
		}
		return ''
	}

	/** @return whether somebody said yes to this client for the first time */
	firstConsent(): boolean {
		const first = !this.consented
		this.consented = true
		return first
	}

	newCode(grant: Grant, query: URLSearchParams): string {
		const code = `4/${this.random.id(48)}`
		const challenge = query.get('code_challenge') ?? ''
		this.codes.set(code, { ...grant, redirect: query.get('redirect_uri') ?? '', challenge, at: Date.now() })
		return code
	}

	/** The token endpoint, without what a provider adds to it. */
	token(request: WireRequest): Issued {
		const fields = form(request)
		switch (fields.get('grant_type')) {
			case 'authorization_code':
				return this.redeem(request, fields)
			case 'refresh_token':
				return this.renew(request, fields)
			default:
				return fail(400, 'unsupported_grant_type', 'Invalid grant_type')
		}
	}

	/** Tokens without the way through the pages. */
	issue(grant: Grant): Issued {
		const token = `${this.rules.prefix}${this.random.id(80)}`
		this.access.set(token, { ...grant, until: Date.now() + this.rules.lifetime * 1000 })
		const issued: Issued = { access_token: token, token_type: this.rules.tokenType, expires_in: this.rules.lifetime, scope: grant.scopes.join(' ') }
		return grant.offline ? { ...issued, refresh_token: this.newRefresh(grant) } : issued
	}

	/** @return the grant behind the bearer token; `null` if there is none, or not any more */
	bearer(request: WireRequest): Grant | null {
		const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
		if (request.fault.expireToken) {
			this.access.delete(token)
		}
		const known = this.access.get(token)
		return known !== undefined && known.until > Date.now() ? known : null
	}

	/**
	 * Ends a token; `all` ends every other one of the client too.
	 *
	 * @return whether it was one
	 */
	revoke(token: string, all: boolean): boolean {
		const found = this.access.delete(token) || this.refresh.delete(token)
		if (found && all) {
			this.access.clear()
			this.refresh.clear()
		}
		return found
	}

	private redeem(request: WireRequest, fields: URLSearchParams): Issued {
		const code = this.codes.get(fields.get('code') ?? '')
		this.codes.delete(fields.get('code') ?? '')
		this.authenticate(request, fields, code?.challenge !== undefined && code.challenge !== '')
		if (code === undefined || Date.now() - code.at > CODE_LIFETIME) {
			return fail(400, 'invalid_grant', 'Malformed auth code, already used or too old.')
		}
		if (code.redirect !== fields.get('redirect_uri')) {
			return fail(400, 'redirect_uri_mismatch', 'Bad Request')
		}
		if (code.challenge !== '' && challengeOf(fields.get('code_verifier') ?? '') !== code.challenge) {
			return fail(400, 'invalid_grant', 'Invalid code verifier.')
		}
		return this.issue(code)
	}

	private renew(request: WireRequest, fields: URLSearchParams): Issued {
		this.authenticate(request, fields, true)
		const old = fields.get('refresh_token') ?? ''
		const grant = this.refresh.get(old)
		if (grant === undefined) {
			return fail(400, 'invalid_grant', 'Token has been expired or revoked.')
		}
		const issued = this.issue({ ...grant, offline: false })
		if (!request.fault.rotateRefreshToken) {
			return issued
		}
		this.refresh.delete(old)
		return { ...issued, refresh_token: this.newRefresh(grant) }
	}

	private newRefresh(grant: Grant): string {
		const token = `1//${this.random.id(60)}`
		this.refresh.set(token, grant)
		return token
	}

	private authenticate(request: WireRequest, fields: URLSearchParams, pkce: boolean): void {
		const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
		const [id, secret] = basic === undefined
			? [fields.get('client_id'), fields.get('client_secret')]
			: Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
		const { client, publicClients } = this.rules
		const open = publicClients && pkce && (secret === null || secret === undefined || secret === '')
		if (id !== client.id || (secret !== client.secret && !open)) {
			fail(401, 'invalid_client', id === client.id ? 'Unauthorized' : 'The OAuth client was not found.')
		}
	}
}

/** Where the browser goes after the person's answer. */
export function redirectTo(query: URLSearchParams, answer: Record<string, string>): Reply {
	const target = new URL(query.get('redirect_uri') ?? '')
	for (const [key, value] of Object.entries(answer)) {
		target.searchParams.set(key, value)
	}
	if (query.has('state')) {
		target.searchParams.set('state', query.get('state') ?? '')
	}
	return { status: 302, headers: { Location: target.href, 'Cache-Control': 'no-store' } }
}
