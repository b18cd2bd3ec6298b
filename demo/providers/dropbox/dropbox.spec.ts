/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Json } from '../core/testing.ts'

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bytes } from '../core/content.ts'
import { hashOf } from '../core/hashes.ts'
import { Harness } from '../core/testing.ts'
import { asciiJson } from './arguments.ts'

interface Listed {
	entries: Json[]
	cursor: string
	has_more: boolean
}

let harness: Harness
let token = ''

function rpc(route: string, argument: unknown) {
	return fetch(harness.at(`/api.dropboxapi.com/2/${route}`), {
		method: 'POST',
		headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
		body: JSON.stringify(argument),
	})
}
function content(route: string, argument: unknown, headers: Record<string, string> = {}) {
	return fetch(harness.at(`/content.dropboxapi.com/2/${route}`), {
		method: 'POST',
		headers: { Authorization: `Bearer ${token}`, 'Dropbox-API-Arg': asciiJson(argument), ...headers },
	})
}

async function listAll(argument: object): Promise<{ entries: Json[], cursor: string, pages: number }> {
	let page = await (await rpc('files/list_folder', argument)).json() as Listed
	const entries = [...page.entries]
	let pages = 1
	while (page.has_more) {
		page = await (await rpc('files/list_folder/continue', { cursor: page.cursor })).json() as Listed
		entries.push(...page.entries)
		pages++
	}
	return { entries, cursor: page.cursor, pages }
}

beforeAll(async () => {
	harness = await Harness.start()
})

beforeEach(async () => {
	await harness.control('POST', '/reset', {})
	token = await harness.token('dropbox')
})

afterAll(() => harness.close())

test('consent without a secret, listing, download', async () => {
	const target = await harness.consent('/www.dropbox.com/oauth2/authorize', { client_id: 'compagnondemo', token_access_type: 'offline', scope: 'files.metadata.read files.content.read' })
	const issued = await harness.redeem('/api.dropboxapi.com/oauth2/token', target.searchParams.get('code'), { client_id: 'compagnondemo' })
	expect(issued).toMatchObject({ token_type: 'bearer', expires_in: 14400, scope: 'files.metadata.read files.content.read' })
	expect(issued.refresh_token).toBeTypeOf('string')
	token = issued.access_token as string
	const { entries, pages } = await listAll({ path: '', recursive: true, limit: 30 })
	expect(pages).toBeGreaterThan(3)
	const items = (await harness.truth('dropbox')).filter(({ path }) => path !== '')
	expect(entries.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort())
	for (const item of items.filter(({ kind, canDownload, size }) => kind === 'file' && canDownload && size !== null && size < 100_000)) {
		const answer = await content('files/download', { path: item.id })
		const body = Buffer.from(await answer.arrayBuffer())
		expect(createHash('sha256').update(body).digest('hex')).toBe(item.sha256)
		expect(await hashOf(bytes(body), 'content_hash')).toBe(item.content_hash)
		const { '.tag': tag, ...entry } = entries.find(({ id }) => id === item.id) ?? {}
		expect(tag).toBe('file')
		expect(JSON.parse(answer.headers.get('dropbox-api-result') ?? '')).toEqual(entry)
		expect(answer.headers.get('etag')).toContain(entry.rev)
	}
})

test('what is to export, and what is neither', async () => {
	const { entries } = await listAll({ path: '/paper ET documents google' })
	expect(entries.map(({ name, is_downloadable: is, export_info: info }) => [name, is, info])).toEqual([
		['Ordre du jour.paper', false, { export_as: 'html', export_options: ['html', 'markdown'] }],
		['Charte du jardin.gdoc', false, { export_as: 'docx', export_options: ['docx'] }],
		['Adhérents.gsheet', false, { export_as: 'xlsx', export_options: ['xlsx'] }],
		['Diaporama.gslides', false, { export_as: 'pptx', export_options: ['pptx'] }],
		['Modèle.papert', false, undefined],
	])
	const [paper, gdoc, , , template] = entries
	expect(await (await content('files/download', { path: paper?.id })).json()).toMatchObject({ error: { '.tag': 'unsupported_file' } })
	const markdown = await content('files/export', { path: paper?.id, export_format: 'markdown' })
	expect(await markdown.text()).toMatch(/^# Ordre du jour\n/)
	expect(JSON.parse(markdown.headers.get('dropbox-api-result') ?? '')).toMatchObject({ export_metadata: { name: 'Ordre du jour.md' }, file_metadata: { id: paper?.id } })
	expect(Buffer.from(await (await content('files/export', { path: gdoc?.id })).arrayBuffer()).toString('latin1', 0, 4)).toBe('PK\x03\x04')
	expect(await (await content('files/export', { path: gdoc?.id, export_format: 'pdf' })).json()).toMatchObject({ error: { '.tag': 'invalid_export_format' } })
	expect(await (await content('files/export', { path: template?.id })).json()).toMatchObject({ error: { '.tag': 'non_exportable' } })
})

test('odd things', async () => {
	const { entries } = await listAll({ path: '/Cas particuliers' })
	const named = (name: string) => entries.find((entry) => entry.name === name) ?? {}
	expect(named('Autre casse.txt')).toMatchObject({ path_display: '/CAS particuliers/Autre casse.txt', path_lower: '/cas particuliers/autre casse.txt' })
	expect(named('Lien vers le plan')).toMatchObject({ symlink_info: { target: '../Affiches/Plan.pdf' } })
	expect(named('Envoyé plus tard.txt')).toMatchObject({ client_modified: '2019-06-21T09:30:00Z' })
	expect(named('Envoyé plus tard.txt').server_modified).not.toBe('2019-06-21T09:30:00Z')
	const refused = await content('files/download', { path: '/Cas particuliers/Contenu refusé.mp4' })
	expect(refused.status).toBe(409)
	expect(await refused.json()).toMatchObject({ error: { '.tag': 'path', path: { '.tag': 'restricted_content' } } })
	const part = await content('files/download', { path: '/Cas particuliers/Quatre blocs.bin' }, { Range: 'bytes=4194304-4194403' })
	expect([part.status, part.headers.get('content-range'), (await part.arrayBuffer()).byteLength]).toEqual([206, 'bytes 4194304-4194403/12582913', 100])
})

test.each([
	[{ path: '/nulle part' }, 409, 'path/not_found/'],
	[{ path: 'nulle part' }, 409, 'path/malformed_path/'],
	[{ path: '/Lisez-moi.txt' }, 409, 'path/not_folder/'],
])('list_folder %j: %d %s', async (argument, status, summary) => {
	const answer = await rpc('files/list_folder', argument)
	expect(answer.status).toBe(status)
	expect((await answer.json() as Json).error_summary).toMatch(new RegExp(`^${summary}\\.+$`))
})

test('what cannot be read is told in plain text', async () => {
	for (const argument of [{ path: '/' }, { path: '', limmit: 1 }, { path: '', limit: 3000 }]) {
		const answer = await rpc('files/list_folder', argument)
		expect(answer.status).toBe(400)
		expect(await answer.text()).toContain('files/list_folder')
	}
	expect((await content('files/download', { path: '/Lisez-moi.txt' }, { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(400)
	expect((await content('files/download', {}, { 'Dropbox-API-Arg': '{"path":"/É"}' })).status).toBe(400)
})

test('the cursor tells what has changed, and may be reset', async () => {
	const { cursor } = await listAll({ path: '', recursive: true })
	await harness.control('POST', '/change', { provider: 'dropbox', add: [{ path: '/Factures/Neuve.pdf', size: 10 }], rename: [{ path: '/Lisez-moi.txt', name: 'Lis-moi.txt' }], delete: [{ path: '/Photos/2024' }] })
	const told = await (await rpc('files/list_folder/continue', { cursor })).json() as Listed
	const paths = told.entries.map((entry) => `${String(entry['.tag'])} ${String(entry.path_display)}`)
	expect(paths).toContain('file /Factures/Neuve.pdf')
	expect(paths).toContain('deleted /Lisez-moi.txt')
	expect(paths).toContain('file /Lis-moi.txt')
	expect(paths).toContain('deleted /Photos/2024')
	await harness.fault({ path: '/2/files/list_folder/continue' }, { refusePageToken: true })
	const reset = await rpc('files/list_folder/continue', { cursor })
	expect([reset.status, await reset.json()]).toMatchObject([409, { error: { '.tag': 'reset' } }])
})

test('a mounted folder is shown, what is in it only when wanted; slashes may be doubled', async () => {
	const names = async (argument: object) => (await listAll(argument)).entries.map(({ name }) => name)
	const without = await names({ path: '', recursive: true, include_mounted_folders: false })
	expect(without).toContain('Jardins du quartier')
	expect(without).not.toContain('Charte commune.odt')
	expect(await names({ path: '//Jardins du quartier' })).toContain('Charte commune.odt')
})

test('who has access, whose account, how much room', async () => {
	const { entries } = await listAll({ path: '' })
	const shared = entries.find(({ name }) => name === 'Jardins du quartier') ?? {}
	const members = await (await rpc('sharing/list_folder_members', { shared_folder_id: shared.shared_folder_id })).json() as { users: { access_type: Json, user: Json }[] }
	expect(members.users.map(({ access_type: type, user }) => [type['.tag'], user.email])).toContainEqual(['owner', 'bruno@courriel.example'])
	expect(await (await rpc('users/get_current_account', null)).json()).toMatchObject({ email: 'contact@jardins-du-moulin.example', root_info: { '.tag': 'user' } })
	expect(await (await rpc('users/get_space_usage', null)).json()).toMatchObject({ allocation: { '.tag': 'individual' } })
})

test('tokens: too few scopes, then revoked', async () => {
	token = await harness.token('dropbox', ['account_info.read'])
	const missing = await rpc('files/list_folder', { path: '' })
	expect([missing.status, await missing.json()]).toMatchObject([401, { error: { '.tag': 'missing_scope', required_scope: 'files.metadata.read' } }])
	expect((await rpc('auth/token/revoke', null)).status).toBe(200)
	expect(await (await rpc('users/get_current_account', null)).json()).toMatchObject({ error: { '.tag': 'expired_access_token' } })
})
