/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Json } from '../core/testing.ts'

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Harness, REDIRECT } from '../core/testing.ts'

const GOOGLE = { client_id: 'compagnon-demo.apps.googleusercontent.com', client_secret: 'demo-google-secret' }
const SCOPE = 'https://www.googleapis.com/auth/drive.readonly https://www.googleapis.com/auth/contacts.readonly'

let harness: Harness
let token = ''

const drive = (path: string, headers: Record<string, string> = {}) => fetch(harness.at(`/www.googleapis.com/drive/v3/${path}`), { headers: { Authorization: `Bearer ${token}`, ...headers } })

beforeAll(async () => {
	harness = await Harness.start()
})

beforeEach(async () => {
	await harness.control('POST', '/reset', {})
	token = await harness.token('google')
})

afterAll(() => harness.close())

test('consent, listing, download', async () => {
	const target = await harness.consent('/accounts.google.com/o/oauth2/v2/auth', { client_id: GOOGLE.client_id, scope: SCOPE, access_type: 'offline' })
	expect(target.searchParams.get('state')).toBe('secret state')
	const issued = await harness.redeem('/oauth2.googleapis.com/token', target.searchParams.get('code'), GOOGLE)
	expect(issued).toMatchObject({ expires_in: 3599, token_type: 'Bearer', scope: SCOPE })
	expect(issued.refresh_token).toBeTypeOf('string')
	token = issued.access_token as string
	const files: Json[] = []
	let page = ''
	do {
		const query = new URLSearchParams({ q: 'trashed=false and \'me\' in owners', pageSize: '40', fields: 'nextPageToken,files(id,size,md5Checksum,mimeType)', ...page === '' ? {} : { pageToken: page } })
		const listed = await (await drive(`files?${query}`)).json() as { files: Json[], nextPageToken?: string }
		files.push(...listed.files)
		page = listed.nextPageToken ?? ''
	} while (page !== '')
	const own = (await harness.truth('google')).filter((item) => item.owned && !item.trashed && item.path !== '')
	expect(files.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort())
	for (const item of own.filter(({ kind, size, canDownload }) => kind === 'file' && canDownload && size !== null && size < 100_000)) {
		const body = Buffer.from(await (await drive(`files/${item.id}?alt=media`)).arrayBuffer())
		expect(createHash('md5').update(body).digest('hex')).toBe(item.md5)
		expect(files.find(({ id }) => id === item.id)).toMatchObject({ size: String(item.size), md5Checksum: item.md5 })
	}
})

test('somebody may refuse, or grant a part', async () => {
	const query = new URLSearchParams({ response_type: 'code', redirect_uri: REDIRECT, state: 's', scope: SCOPE, client_id: GOOGLE.client_id })
	const send = (fields: string[][]) => fetch(harness.at(`/accounts.google.com/o/oauth2/v2/auth?${query}`), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
	expect((await send([['answer', 'refuse']])).headers.get('location')).toBe(`${REDIRECT}?error=access_denied&state=s`)
	const half = new URL((await send([['answer', 'allow'], ['scope', SCOPE.split(' ')[1] ?? '']])).headers.get('location') ?? '')
	const fields = { grant_type: 'authorization_code', code: half.searchParams.get('code') ?? '', redirect_uri: REDIRECT, ...GOOGLE }
	const issued = await (await fetch(harness.at('/oauth2.googleapis.com/token'), { method: 'POST', body: new URLSearchParams(fields) })).json() as Json
	expect(issued.scope).toBe(SCOPE.split(' ')[1])
	token = issued.access_token as string
	const answer = await drive('files')
	expect(answer.status).toBe(403)
	expect(await answer.json()).toMatchObject({ error: { errors: [{ reason: 'insufficientPermissions' }] } })
})

test('the page speaks French and English, and says what is wrong', async () => {
	const page = async (query: string) => await (await fetch(harness.at(`/accounts.google.com/o/oauth2/v2/auth?${query}`), { headers: { 'Accept-Language': 'fr-FR' } })).text()
	const good = `response_type=code&redirect_uri=${encodeURIComponent(REDIRECT)}&client_id=${GOOGLE.client_id}&scope=${encodeURIComponent(SCOPE)}`
	expect(await page(good)).toContain('Autoriser</button>')
	expect(await page(`${good}&lang=en`)).toContain('Allow</button>')
	expect(await page(good.replace('127.0.0.1', 'evil.example'))).toContain('redirect_uri_mismatch')
	expect(await page(good.replace('compagnon', '<b>'))).toContain('invalid_client')
})

test('ranges', async () => {
	const [large] = (await harness.truth('google')).filter(({ name }) => name === 'Visite du jardin.mp4')
	const all = Buffer.from(await (await drive(`files/${large?.id}?alt=media`)).arrayBuffer())
	expect(all).toHaveLength(large?.size ?? 0)
	const part = await drive(`files/${large?.id}?alt=media`, { Range: 'bytes=1000000-1999999' })
	expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 1000000-1999999/${large?.size}`, '1000000'])
	expect(Buffer.from(await part.arrayBuffer()).equals(all.subarray(1_000_000, 2_000_000))).toBe(true)
	const past = await drive(`files/${large?.id}?alt=media`, { Range: `bytes=${large?.size}-` })
	expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${large?.size}`])
})

test('exports differ each time; the large one only goes by its link', async () => {
	const items = await harness.truth('google')
	const id = (name: string) => items.find((item) => item.name === name)?.id
	const type = encodeURIComponent('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
	const get = async () => Buffer.from(await (await drive(`files/${id('Charte du jardin')}/export?mimeType=${type}`)).arrayBuffer())
	const [one, two] = [await get(), await get()]
	expect(one.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
	expect(one.includes('PK\x05\x06')).toBe(true)
	expect(one.equals(two)).toBe(false)
	const large = await drive(`files/${id('Album de l’année')}/export?mimeType=${type}`)
	expect([large.status, await large.json()]).toMatchObject([403, { error: { code: 403, errors: [{ reason: 'exportSizeLimitExceeded' }] } }])
	const links = await (await drive(`files/${id('Album de l’année')}?fields=exportLinks`)).json() as { exportLinks: Record<string, string> }
	const link = links.exportLinks[decodeURIComponent(type)] ?? ''
	expect(link).toMatch(/^https:\/\/docs\.google\.com\//)
	const whole = await fetch(harness.at(link.replace('https:/', '')), { headers: { Authorization: `Bearer ${token}` } })
	expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(10 * 1024 * 1024)
})

test('about wants fields; no token, no answer', async () => {
	expect((await drive('about')).status).toBe(400)
	expect(await (await drive('about?fields=storageQuota(limit)')).json()).toEqual({ storageQuota: { limit: '16106127360' } })
	token = 'other'
	expect(await (await drive('files')).json()).toMatchObject({ error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] } })
})

test('changes since a token', async () => {
	const { startPageToken } = await (await drive('changes/startPageToken')).json() as Json
	const [item] = (await harness.truth('google')).filter(({ name }) => name === 'Statuts signés.pdf')
	await harness.control('POST', '/change', { provider: 'google', add: [{ path: '/Nouveau/Note.txt', text: 'Bonjour' }], change: [{ path: '/Lisez-moi.txt' }], delete: [{ id: item?.id }] })
	const told = await (await drive(`changes?pageToken=${startPageToken}&fields=newStartPageToken,changes(fileId,removed,file(name))`)).json() as { changes: Json[], newStartPageToken: string }
	expect(told.changes.map(({ removed, file }) => [removed, (file as Json | undefined)?.name])).toEqual([
		[false, 'Nouveau'],
		[false, 'Note.txt'],
		[false, 'Lisez-moi.txt'],
		[true, undefined],
	])
	expect(await (await drive(`changes?pageToken=${told.newStartPageToken}`)).json()).toMatchObject({ changes: [] })
})
