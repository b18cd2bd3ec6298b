/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ConsentRequest, Words } from '../core/consent.ts'
import type { Provider, Settings } from '../core/space.ts'
import type { Reply, Route, WireRequest } from '../core/wire.ts'
import type { Box } from './access.ts'

import { answered, ask } from '../core/consent.ts'
import { Authority } from '../core/oauth.ts'
import { json, text } from '../core/wire.ts'
import { dropboxAccount } from '../scenario/dropbox.ts'
import { admitted } from './access.ts'
import { download, exportFile, getMetadata } from './files.ts'
import { listing } from './list.ts'
import { accountId } from './metadata.ts'
import { currentAccount, members, spaceUsage } from './users.ts'

const SCOPES: Record<string, Words> = {
	'account_info.read': { fr: 'Voir les informations de votre compte : nom, adresse, place occupée', en: 'See your account: name, address, space in use' },
	'files.metadata.read': { fr: 'Voir la liste de vos fichiers et dossiers', en: 'See the list of your files and folders' },
	'files.content.read': { fr: 'Lire et télécharger vos fichiers', en: 'Read and download your files' },
	'sharing.read': { fr: 'Voir avec qui vos dossiers sont partagés', en: 'See with whom your folders are shared' },
}

export const DROPBOX_CLIENT = { id: 'compagnondemo', secret: 'demo-dropbox-secret' }

function oauthRoutes({ authority, account }: Box): Route[] {
	const consent = ({ query }: WireRequest): ConsentRequest => ({
		provider: 'Dropbox',
		colour: '#0050d0',
		user: account.user.email,
		// Without a wish, all that the app may ever ask for.
		scopes: query.has('scope') ? (query.get('scope') ?? '').split(' ').filter((scope) => scope in SCOPES) : Object.keys(SCOPES),
		words: SCOPES,
	})
	const [host, path] = ['www.dropbox.com', '/oauth2/authorize']
	const token = (request: WireRequest): Reply => (
		json({ ...authority.token(request), uid: '112233', account_id: accountId(account.user.email) })
	)
	return [
		{ method: 'GET', host, path, handle: (request) => ask(request, consent(request), authority) },
		{ method: 'POST', host, path, handle: (request) => answered(request, consent(request), authority, request.query.get('token_access_type') === 'offline') },
		{ method: 'POST', host: 'api.dropboxapi.com', path: '/oauth2/token', handle: token },
	]
}

function apiRoutes(box: Box): Route[] {
	const post = (host: string, path: string, handle: Route['handle']): Route => ({ method: 'POST', host: `${host}.dropboxapi.com`, path: `/2/${path}`, handle })
	const lists = listing(box)
	const revoke = (request: WireRequest): Reply => {
		admitted(box, request, 'account_info.read')
		box.authority.revoke((request.headers.authorization ?? '').replace(/^Bearer /i, ''), true)
		return json(null)
	}
	return [
		post('api', 'files/list_folder', (request) => lists.begin(request)),
		post('api', 'files/list_folder/continue', (request) => lists.continue(request)),
		post('api', 'files/list_folder/get_latest_cursor', (request) => lists.latest(request)),
		post('api', 'files/get_metadata', (request) => getMetadata(box, request)),
		post('api', 'users/get_current_account', (request) => currentAccount(box, request)),
		post('api', 'users/get_space_usage', (request) => spaceUsage(box, request)),
		post('api', 'sharing/list_folder_members', (request) => members(box, request)),
		post('api', 'auth/token/revoke', revoke),
		post('content', 'files/download', (request) => download(box, request)),
		post('content', 'files/export', (request) => exportFile(box, request)),
	]
}

/** Dropbox: consent, tokens, files. */
export function dropbox(settings: Settings): Provider {
	const account = dropboxAccount(settings)
	const client = { ...DROPBOX_CLIENT, redirects: settings.redirects }
	const authority = new Authority({ client, lifetime: 14400, publicClients: true, tokenType: 'bearer', prefix: 'sl.' }, settings.seed)
	const box = { account, authority }
	return {
		name: 'dropbox',
		account,
		authority,
		scopes: Object.keys(SCOPES),
		routes: [...oauthRoutes(box), ...apiRoutes(box)],
		unknown: ({ path }) => text(`Unknown API function: "${path.slice(3)}"`, 404),
	}
}
