/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { WireRequest } from './wire.ts'

import { afterEach, describe, expect, test, vi } from 'vitest'
import { Authority, challengeOf, redirectTo } from './oauth.ts'
import { Refusal } from './wire.ts'

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const REDIRECT = 'http://127.0.0.1:8480/retour'
const CLIENT = { client_id: 'id', client_secret: 'secret' }
const grant = { client: 'id', scopes: ['a', 'b'], offline: true }

function authority(publicClients = false, redirects = [REDIRECT]): Authority {
	return new Authority({ client: { id: 'id', secret: 'secret', redirects }, lifetime: 3599, publicClients, tokenType: 'Bearer', prefix: 't.' }, 1)
}

function query(more: Record<string, string> = {}): URLSearchParams {
	return new URLSearchParams({ response_type: 'code', client_id: 'id', redirect_uri: REDIRECT, state: 'x y', code_challenge: CHALLENGE, code_challenge_method: 'S256', ...more })
}

function post(fields: Record<string, string>, fault = {}): WireRequest {
	return { method: 'POST', host: '', path: '', query: new URLSearchParams(), headers: {}, body: Buffer.from(new URLSearchParams(fields).toString()), fault }
}

function redeem(code: string, more: Record<string, string> = {}): Record<string, string> {
	return { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER, ...CLIENT, ...more }
}

function refusal(act: () => unknown): [number, string] {
	try {
		act()
	} catch (error) {
		if (error instanceof Refusal) {
			return [error.reply.status ?? 200, (JSON.parse(String(error.reply.body)) as { error: string }).error]
		}
		throw error
	}
	return [200, '']
}

afterEach(() => {
	vi.useRealTimers()
})

test('the vector of RFC 7636', () => {
	expect(challengeOf(VERIFIER)).toBe(CHALLENGE)
})

describe('before the page', () => {
	test.each([
		[{}, ''],
		[{ client_id: 'other' }, 'invalid_client'],
		[{ redirect_uri: `${REDIRECT}/` }, 'redirect_uri_mismatch'],
		[{ response_type: 'token' }, 'invalid_request'],
		[{ code_challenge_method: 'plain' }, 'invalid_request'],
	])('%j', (more, expected) => {
		expect(authority().refusal(query(more))).toBe(expected)
	})

	test('without known addresses any on this machine will do, no other', () => {
		expect(authority(false, []).refusal(query({ redirect_uri: 'http://127.0.0.1:1234/x' }))).toBe('')
		expect(authority(false, []).refusal(query({ redirect_uri: 'https://evil.example/127.0.0.1:1/' }))).toBe('redirect_uri_mismatch')
		expect(authority(false, []).refusal(query({ redirect_uri: 'http://127.0.0.1.evil.example/' }))).toBe('redirect_uri_mismatch')
	})

	test('the state comes back', () => {
		expect(redirectTo(query(), { code: 'c' }).headers?.Location).toBe(`${REDIRECT}?code=c&state=x+y`)
	})
})

describe('a code', () => {
	test('is good once', () => {
		const one = authority()
		const code = one.newCode(grant, query())
		const issued = one.token(post(redeem(code)))
		expect(issued).toMatchObject({ token_type: 'Bearer', expires_in: 3599, scope: 'a b' })
		expect(issued.refresh_token).toBeDefined()
		expect(refusal(() => one.token(post(redeem(code))))).toEqual([400, 'invalid_grant'])
	})

	test('is good for ten minutes', () => {
		vi.useFakeTimers()
		const one = authority()
		const code = one.newCode(grant, query())
		vi.advanceTimersByTime(10 * 60 * 1000 + 1)
		expect(refusal(() => one.token(post(redeem(code))))).toEqual([400, 'invalid_grant'])
	})

	test.each([
		[{ code_verifier: 'other' }, [400, 'invalid_grant']],
		[{ redirect_uri: 'http://127.0.0.1:8480/' }, [400, 'redirect_uri_mismatch']],
		[{ client_secret: 'other' }, [401, 'invalid_client']],
		[{ client_secret: '' }, [401, 'invalid_client']],
		[{ client_id: 'other' }, [401, 'invalid_client']],
		[{ grant_type: 'password' }, [400, 'unsupported_grant_type']],
	])('with %j is refused', (more, expected) => {
		const one = authority()
		expect(refusal(() => one.token(post(redeem(one.newCode(grant, query()), more))))).toEqual(expected)
	})

	test('needs no secret where PKCE does, and does without PKCE', () => {
		const one = authority(true)
		expect(refusal(() => one.token(post(redeem(one.newCode(grant, query()), { client_secret: '' }))))).toEqual([200, ''])
		const bare = query()
		bare.delete('code_challenge')
		expect(refusal(() => one.token(post(redeem(one.newCode(grant, bare), { client_secret: '' }))))).toEqual([401, 'invalid_client'])
	})
})

describe('tokens', () => {
	const bearing = (token: string, fault = {}): WireRequest => ({ ...post({}, fault), headers: { authorization: `Bearer ${token}` } })

	test('end with their time, or when they are made to', () => {
		vi.useFakeTimers()
		const one = authority()
		const { access_token: token } = one.issue(grant)
		expect(one.bearer(bearing(token))?.scopes).toEqual(['a', 'b'])
		vi.advanceTimersByTime(3599 * 1000)
		expect(one.bearer(bearing(token))).toBeNull()
		const { access_token: other } = one.issue(grant)
		expect(one.bearer(bearing(other, { expireToken: true }))).toBeNull()
		expect(one.bearer(bearing(other))).toBeNull()
	})

	test('are renewed; the refresh token stays unless it is rotated', () => {
		const one = authority()
		const refresh = one.issue(grant).refresh_token ?? ''
		const fields = { grant_type: 'refresh_token', refresh_token: refresh, ...CLIENT }
		expect(one.token(post(fields))).not.toHaveProperty('refresh_token')
		const rotated = one.token(post(fields, { rotateRefreshToken: true })).refresh_token ?? ''
		expect(rotated).not.toBe(refresh)
		expect(refusal(() => one.token(post(fields)))).toEqual([400, 'invalid_grant'])
		expect(refusal(() => one.token(post({ ...fields, refresh_token: rotated })))).toEqual([200, ''])
	})

	test('are revoked with all that hangs on them', () => {
		const one = authority()
		const { access_token: token, refresh_token: refresh = '' } = one.issue(grant)
		expect(one.revoke('unknown', true)).toBe(false)
		expect(one.revoke(refresh, true)).toBe(true)
		expect(one.bearer(bearing(token))).toBeNull()
	})
})
