/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page, Response } from '@playwright/test'

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const API_TYPES = ['xhr', 'fetch', 'eventsource', 'websocket', 'ping']

/** What one load of a page brought over the wire on behalf of an app. */
export interface PageLoad {
	/** Source of the page, without what differs from one load to the next by itself. */
	source: string
	/** Gzipped bodies of the files below the app's folder, by address without query. */
	files: Map<string, number>
	/** Requests that a script of the page made to the app's addresses. */
	calls: string[]
}

/** As web servers compress by default. */
export function gzipped(content: string | Buffer): number {
	return gzipSync(content, { level: 6 }).length
}

/** Nonces, tokens and cache busters are the same length each time, but compress differently. */
function steady(source: string): string {
	return source
		.replace(/nonce="[^"]*"/g, 'nonce=""')
		.replace(/data-requesttoken="[^"]*"/g, 'data-requesttoken=""')
		.replace(/\?v=[\w-]+/g, '?v=')
		.replace(/"requestToken":"[^"]*"/gi, '"requestToken":""')
}

/**
 * @param app whose traffic counts
 * @param idle how long to look on after the page has loaded, in milliseconds
 */
export async function load(page: Page, path: string, app: string, idle: number): Promise<PageLoad> {
	const ours = new RegExp(`/apps(?:-extra)?/${app}/`)
	const pending: Promise<void>[] = []
	const result: PageLoad = { source: '', files: new Map(), calls: [] }
	const cdp = await page.context().newCDPSession(page)
	await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })

	const note = (response: Response) => {
		const url = response.url()
		if (!ours.test(new URL(url).pathname)) {
			return
		}
		if (API_TYPES.includes(response.request().resourceType())) {
			result.calls.push(url)
		}
		pending.push(response.body().then((body) => {
			if (!response.ok()) {
				throw new Error(`${url} answered ${response.status()}, so its size says nothing.`)
			}
			result.files.set(new URL(url).pathname, gzipped(body))
		}))
	}
	// Nothing may still be on its way for the page before.
	await page.goto('about:blank')
	page.on('response', note)
	const answer = await page.goto(path)
	result.source = steady(await answer!.text())
	await page.waitForLoadState('load')
	await page.waitForTimeout(idle)
	await Promise.all(pending)
	page.off('response', note)
	await cdp.detach()
	return result
}

/**
 * Database queries of one request for a page, as the server itself logs them.
 *
 * @param log file that the server's setting query_log_file names, with query_log_file_requestid
 */
export async function queriesOf(page: Page, path: string, log: string): Promise<number> {
	rmSync(log, { force: true })
	const answer = await page.request.get(path)
	const id = answer.headers()['x-request-id']
	if (!answer.ok() || id === undefined || !existsSync(log)) {
		throw new Error(`${path} answered ${answer.status()}, request id ${id}; the query log is ${existsSync(log) ? '' : 'not '}there.`)
	}
	return readFileSync(log, 'utf8').split('\n').filter((line) => line.includes(id)).length
}
