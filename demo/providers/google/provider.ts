/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsentRequest, Words } from '../core/consent.ts'
import type { Client } from '../core/oauth.ts'
import type { Provider, Settings } from '../core/space.ts'
import type { Reply, Route, WireRequest } from '../core/wire.ts'

import { answered, ask } from '../core/consent.ts'
import { Authority } from '../core/oauth.ts'
import { form, json } from '../core/wire.ts'
import { googleAccount } from '../scenario/google.ts'
import { driveRoutes } from './drive.ts'
import { googleError } from './errors.ts'

const AUTH = 'https://www.googleapis.com/auth/'

const SCOPES: Record<string, Words> = {
	[`${AUTH}drive`]: { fr: 'Voir, modifier et supprimer tous vos fichiers dans Google Drive', en: 'See, change and delete all your files in Google Drive' },
	[`${AUTH}drive.readonly`]: { fr: 'Voir et télécharger tous vos fichiers dans Google Drive', en: 'See and download all your files in Google Drive' },
	[`${AUTH}calendar.readonly`]: { fr: 'Voir vos agendas et leurs rendez-vous', en: 'See your calendars and what is in them' },
	[`${AUTH}contacts.readonly`]: { fr: 'Voir vos contacts', en: 'See your contacts' },
	[`${AUTH}contacts.other.readonly`]: { fr: 'Voir les adresses que Google a retenues pour vous', en: 'See the addresses that Google has kept for you' },
	[`${AUTH}carddav`]: { fr: 'Voir et modifier vos contacts', en: 'See and change your contacts' },
	openid: { fr: 'Savoir qui vous êtes chez Google', en: 'Know who you are at Google' },
	email: { fr: 'Voir votre adresse de courriel', en: 'See your email address' },
	profile: { fr: 'Voir votre nom', en: 'See your name' },
}

export const GOOGLE_CLIENT = { id: 'compagnon-demo.apps.googleusercontent.com', secret: 'demo-google-secret' }

function offline(authority: Authority, query: URLSearchParams): boolean {
	const first = authority.firstConsent()
	return query.get('access_type') === 'offline' && (first || (query.get('prompt') ?? '').split(' ').includes('consent'))
}

function oauthRoutes(authority: Authority, user: string): Route[] {
	const consent = (request: WireRequest): ConsentRequest => ({
		provider: 'Google',
		colour: '#0b57d0',
		user,
		scopes: (request.query.get('scope') ?? '').split(' ').filter((scope) => scope in SCOPES),
		words: SCOPES,
	})
	const pages = ['/o/oauth2/v2/auth', '/o/oauth2/auth'].flatMap((path): Route[] => [
		{ method: 'GET', host: 'accounts.google.com', path, handle: (request) => ask(request, consent(request), authority) },
		{ method: 'POST', host: 'accounts.google.com', path, handle: (request) => (
			answered(request, consent(request), authority, form(request).get('answer') === 'allow' && offline(authority, request.query))
		) },
	])
	const revoke = (request: WireRequest): Reply => {
		const token = request.query.get('token') ?? form(request).get('token') ?? ''
		return authority.revoke(token, true) ? json({}) : json({ error: 'invalid_token', error_description: 'Token expired or revoked' }, 400)
	}
	return [
		...pages,
		{ method: 'POST', host: 'oauth2.googleapis.com', path: '/token', handle: (request) => json(authority.token(request)) },
		{ method: 'POST', host: 'oauth2.googleapis.com', path: '/revoke', handle: revoke },
	]
}

/** Google: accounts, tokens, Drive. */
export function google(settings: Settings): Provider {
	const client: Client = { ...GOOGLE_CLIENT, redirects: settings.redirects }
	const account = googleAccount(settings)
	const authority = new Authority({ client, lifetime: 3599, publicClients: false, tokenType: 'Bearer', prefix: 'ya29.' }, settings.seed)
	return {
		name: 'google',
		account,
		authority,
		scopes: [`${AUTH}drive.readonly`, `${AUTH}calendar.readonly`, `${AUTH}contacts.readonly`],
		routes: [...oauthRoutes(authority, account.user.email), ...driveRoutes({ account, authority })],
		unknown: () => googleError(404, 'notFound', 'Not Found'),
	}
}
