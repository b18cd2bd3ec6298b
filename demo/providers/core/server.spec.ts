/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scenario } from './space.ts'
import type { Truth } from './testing.ts'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dropboxAccount } from '../scenario/dropbox.ts'
import { Harness } from './testing.ts'

let harness: Harness
let token = ''
let file: Truth

const MEDIA = { host: 'www.googleapis.com', path: '/drive/v3/files/*', query: 'alt=media' }
const get = (path: string, headers: Record<string, string> = {}) => fetch(harness.at(`/www.googleapis.com/drive/v3/${path}`), { headers: { Authorization: `Bearer ${token}`, ...headers } })
const download = (headers?: Record<string, string>) => get(`files/${file.id}?alt=media`, headers)
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

beforeAll(async () => {
	harness = await Harness.start()
})

beforeEach(async () => {
	await harness.control('POST', '/reset', {})
	token = await harness.token('google')
	const [found] = (await harness.truth('google')).filter(({ name }) => name === 'Visite du jardin.mp4')
	file = found as Truth
	await harness.control('DELETE', '/stats')
})

afterAll(() => harness.close())

describe('faults', () => {
	test('an answer of its own', async () => {
		await harness.fault({ ...MEDIA, nth: [2] }, { status: 429, headers: { 'Retry-After': '1' }, body: { error: { code: 429 } } })
		expect((await download({ Range: 'bytes=0-9' })).status).toBe(206)
		const answer = await download()
		expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([429, '1', { error: { code: 429 } }])
	})

	test('the connection breaks', async () => {
		await harness.fault(MEDIA, { cutAfter: 100_000 })
		const answer = await download()
		expect(answer.headers.get('content-length')).toBe(String(file.size))
		await expect(answer.arrayBuffer()).rejects.toThrow()
	})

	test('the answer stalls', async () => {
		await harness.fault(MEDIA, { stallAfter: 1000 })
		const abort = new AbortController()
		const answer = await fetch(harness.at(`/www.googleapis.com/drive/v3/files/${file.id}?alt=media`), { headers: { Authorization: `Bearer ${token}` }, signal: abort.signal })
		const reader = answer.body?.getReader()
		expect((await reader?.read())?.value).toHaveLength(1000)
		const next = reader?.read().catch(() => 'aborted')
		expect(await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 150, 'nothing'))])).toBe('nothing')
		abort.abort()
		expect(await next).toBe('aborted')
	})

	test('one byte is another one, wherever the range begins', async () => {
		const whole = await bytesOf(await download())
		await harness.fault(MEDIA, { flipByte: 300_000 })
		const part = await bytesOf(await download({ Range: 'bytes=299990-300009' }))
		const differences = [...part].flatMap((byte, index) => byte === whole[299_990 + index] ? [] : [index])
		expect(differences).toEqual([10])
	})

	test('no range, no length, elsewhere, later', async () => {
		await harness.fault(MEDIA, { ignoreRange: true, chunked: true })
		const answer = await download({ Range: 'bytes=5-9' })
		expect([answer.status, answer.headers.get('content-length'), (await bytesOf(answer)).length]).toEqual([200, null, file.size])
		await harness.fault({ path: '/drive/v3/about' }, { redirect: 'http://192.0.2.1/', delayMs: 100 })
		const from = performance.now()
		const away = await fetch(harness.at('/www.googleapis.com/drive/v3/about'), { redirect: 'manual' })
		expect([away.status, away.headers.get('location')]).toEqual([302, 'http://192.0.2.1/'])
		expect(performance.now() - from).toBeGreaterThan(95)
	})

	test('listings that lie', async () => {
		const list = async (more = '') => await (await get(`files?q=trashed=false&pageSize=15&fields=nextPageToken,files(id,size,md5Checksum)${more}`)).json() as { files: { id: string, size?: string, md5Checksum?: string }[], nextPageToken: string }
		const honest = await list()
		await harness.fault({ path: '/drive/v3/files' }, { wrongSize: 7, wrongHash: true })
		const { files, nextPageToken } = await list()
		expect(files.map(({ size }) => size && Number(size) - 7)).toEqual(honest.files.map(({ size }) => size && Number(size)))
		const sums = (list: { md5Checksum?: string }[]) => list.flatMap(({ md5Checksum }) => md5Checksum ?? [])
		expect(sums(files)).toHaveLength(sums(honest.files).length)
		expect(sums(files).filter((sum) => sums(honest.files).includes(sum))).toEqual([])
		await harness.fault({ path: '/drive/v3/files' }, { duplicateAcrossPages: true })
		expect((await list(`&pageToken=${nextPageToken}`)).files[0]?.id).toBe(files[14]?.id)
		await harness.fault({ path: '/drive/v3/files' }, { emptyPage: true })
		const empty = await list(`&pageToken=${nextPageToken}`)
		expect(empty.files).toEqual([])
		expect(empty.nextPageToken).toBeTypeOf('string')
		await harness.fault({ path: '/drive/v3/files' }, { refusePageToken: true })
		expect((await get(`files?q=trashed=false&pageToken=${nextPageToken}`)).status).toBe(400)
	})

	test('it changes, or goes, before it is fetched', async () => {
		await harness.fault({ ...MEDIA, nth: [1] }, { changeMeanwhile: true })
		await bytesOf(await download())
		const now = (await harness.truth('google')).find(({ id }) => id === file.id)
		expect([now?.size, now?.md5 === file.md5]).toEqual([file.size, false])
		await harness.fault(MEDIA, { vanish: true, only: [file.name] })
		expect((await download()).status).toBe(404)
		expect((await harness.truth('google')).find(({ id }) => id === file.id)).toBeUndefined()
	})

	test('an unknown field is refused by name', async () => {
		const answer = await fetch(harness.at('/control/faults'), { method: 'POST', body: '[{"do":{"sttaus":1}}]' })
		expect([answer.status, await answer.json()]).toMatchObject([400, { error: expect.stringContaining('faults[0].do.sttaus is not known') as string }])
	})
})

test('latency and bandwidth', async () => {
	await harness.control('POST', '/shape', { latencyMs: 80, perConnectionBytesPerSecond: 20_000_000 })
	const from = performance.now()
	await bytesOf(await download({ Range: 'bytes=0-3999999' }))
	const took = performance.now() - from
	expect(took).toBeGreaterThan(80 + 180)
	// Other suites work beside this one.
	expect(took).toBeLessThan(3_000)
})

test('what was asked is told, and whether with Authorization', async () => {
	// The end of a request of another test may not have been noticed yet.
	await expect.poll(async () => (await harness.control('GET', '/stats')).concurrency).toBe(0)
	await harness.control('POST', '/shape', { latencyMs: 300 })
	await Promise.all([download({ Range: 'bytes=0-9' }), download({ Range: 'bytes=0-9' }), fetch(harness.at('/docs.google.com/documents/export/Export'))])
	const stats = await harness.control('GET', '/stats')
	expect(stats).toMatchObject({
		total: 3,
		requests: { 'GET www.googleapis.com/drive/v3/files/*?alt=media': 2, 'GET docs.google.com/*/export/Export': 1 },
		maxConcurrency: 3,
		bytesSent: 20 + 'Unauthorized'.length,
	})
	expect(stats.log).toMatchObject([{ authorization: true, range: 'bytes=0-9' }, { authorization: true }, { authorization: false, host: 'docs.google.com' }])
})

test('the same seed is the same account', async () => {
	const ids = async () => (await harness.truth('google')).map(({ id, md5 }) => id + (md5 ?? ''))
	const before = await ids()
	await harness.control('POST', '/reset', { seed: 2 })
	expect(await ids()).not.toEqual(before)
	await harness.control('POST', '/reset', { seed: 1 })
	expect(await ids()).toEqual(before)
})

test('the accounts for measuring', () => {
	const sizes = (scenario: Scenario) => {
		const items = [...dropboxAccount({ seed: 1, scenario, redirects: [] }).items.values()]
		const files = items.filter(({ kind }) => kind === 'file')
		return [files.length, files.reduce((sum, { content }) => sum + (content?.size ?? 0), 0)]
	}
	expect(sizes('small')).toEqual([2000, 20_480_000])
	const [count, total = 0] = sizes('mean')
	expect(count).toBe(1100)
	expect(Math.abs(total - 1_200_000_000)).toBeLessThan(1000)
	expect(sizes('large')).toEqual([4, 4_000_000_000])
	expect(sizes('many')[0]).toBe(100_000)
})
