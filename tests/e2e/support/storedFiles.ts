/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Member } from './space.ts'

import { createHash } from 'node:crypto'
import { environment } from './space.ts'
import { expect } from './test.ts'

/** A file as somebody gets it who downloads it. */
export interface StoredFile {
	/** From the person's files. */
	path: string
	size: number
	sha256: string
	/** UTC seconds */
	mtime: number
}

interface Listed {
	path: string
	mtime: number
	url: string
}

/** Both servers take this in place of a token of the page. */
const HEADERS = { 'OCS-APIRequest': 'true' }
const AT_ONCE = 6
const SLICE = 8 * 1024 * 1024

const isDemo = () => environment('COMPAGNON_HOST') === 'demo'

async function listDemo(page: Page, folder = 0, path = ''): Promise<Listed[]> {
	const answer = await page.request.get(`/demo/api/nodes?folder=${folder}`)
	expect(answer.ok()).toBe(true)
	const { nodes } = await answer.json() as { nodes: { id: number, name: string, folder: boolean, changedAt: number }[] }
	const found: Listed[] = []
	for (const node of nodes) {
		const at = path === '' ? node.name : `${path}/${node.name}`
		found.push(...node.folder ? await listDemo(page, node.id, at) : [{ path: at, mtime: node.changedAt, url: `/demo/api/nodes/${node.id}/content` }])
	}
	return found
}

const dav = (member: Member) => `/remote.php/dav/files/${encodeURIComponent(member.id)}`

async function listDav(page: Page, member: Member): Promise<Listed[]> {
	const root = dav(member)
	const answer = await page.request.fetch(`${root}/`, { method: 'PROPFIND', headers: { ...HEADERS, Depth: 'infinity' } })
	expect(answer.status()).toBe(207)
	const responses = (await answer.text()).split('<d:response>').slice(1)
	return responses.filter((text) => !text.includes('<d:collection/>')).map((text) => {
		const url = /<d:href>([^<]*)/.exec(text)![1]!.replaceAll('&amp;', '&')
		const mtime = Date.parse(/<d:getlastmodified>([^<]*)/.exec(text)![1]!) / 1000
		return { path: decodeURIComponent(url.slice(root.length + 1)), mtime, url }
	})
}

/** Every file of the person who is logged in on the page, downloaded. */
export async function storedFiles(page: Page, member: Member, below: string): Promise<StoredFile[]> {
	const left = (isDemo() ? await listDemo(page) : await listDav(page, member)).filter(({ path }) => path.startsWith(`${below}/`))
	const files: StoredFile[] = []
	await Promise.all(Array.from({ length: AT_ONCE }, async () => {
		for (let next = left.pop(); next !== undefined; next = left.pop()) {
			const answer = await page.request.get(next.url)
			expect(answer.ok(), next.path).toBe(true)
			const bytes = await answer.body()
			files.push({ path: next.path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), mtime: next.mtime })
		}
	}))
	return files
}

/** Puts a file at the top of the files of the person who is logged in on the page. */
export async function putFile(page: Page, member: Member, name: string, bytes: Buffer): Promise<void> {
	if (!isDemo()) {
		const answer = await page.request.put(`${dav(member)}/${encodeURIComponent(name)}`, { headers: HEADERS, data: bytes })
		expect(answer.status()).toBe(201)
		return
	}
	const upload = createHash('md5').update(member.id + name).digest('hex')
	for (let offset = 0; offset < bytes.length; offset += SLICE) {
		const query = new URLSearchParams({ parent: '0', name, upload, offset: `${offset}`, total: `${bytes.length}` })
		const answer = await page.request.put(`/demo/api/upload?${query}`, { headers: { ...HEADERS, 'Content-Type': 'application/octet-stream' }, data: bytes.subarray(offset, offset + SLICE) })
		expect(answer.ok(), await answer.text()).toBe(true)
	}
}
