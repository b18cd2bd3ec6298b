/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { occ } from '../tests/e2e/support/nextcloudSpace.ts'
import { environment, newId } from '../tests/e2e/support/space.ts'
import { expect, test } from '../tests/e2e/support/test.ts'
import { median, record } from './figures.ts'
import { gzipped, load, queriesOf } from './pageLoad.ts'

const WIZARD = 'firstrunwizard'
const TOUR = 'files-first-steps'
const IDLE_MS = 10_000
const LOADS = 3
const ROUNDS = 10
const nextcloud = environment('COMPAGNON_HOST') === 'nextcloud'

/** Calls the app's API as the person of this page. */
async function call(page: Page, method: string, path: string): Promise<void> {
	const status = await page.evaluate(async ([method, url]) => {
		const headers = { 'OCS-APIRequest': 'true', requesttoken: document.head.dataset.requesttoken ?? '' }
		return (await fetch(url!, { method, headers })).status
	}, [method, `/ocs/v2.php/apps/compagnon/api/v1${path}`])
	expect(status, `${method} ${path}`).toBe(200)
}

/** The same page for somebody whom the app does nothing for: on a Nextcloud without the app, in the demo without access. */
async function withoutApp<T>(page: Page, app: string, body: (page: Page) => Promise<T>): Promise<T> {
	if (nextcloud) {
		await occ(['app:disable', app])
		try {
			return await body(page)
		} finally {
			await occ(['app:enable', app])
		}
	}
	const id = newId()
	execFileSync('php', [join(import.meta.dirname, '../demo/console'), 'account:add', id, `--name=${id}`, '--password=un-mot-de-passe', '--role=member', '--language=fr', '--theme=light', '--without-app'])
	const context = await page.context().browser()!.newContext({ baseURL: environment('COMPAGNON_URL'), locale: 'fr-FR' })
	const other = await context.newPage()
	await other.goto('/login')
	await other.locator('#user').fill(id)
	await other.locator('#password').fill('un-mot-de-passe')
	await other.locator('#password').press('Enter')
	await other.waitForURL((url) => !url.pathname.endsWith('/login'))
	const result = await body(other)
	await context.close()
	return result
}

/** Gzipped size of the page's source, which varies by a few bytes from load to load. */
async function sourceSize(page: Page, path: string, app: string): Promise<number> {
	const sizes: number[] = []
	for (let i = 0; i < LOADS; i++) {
		sizes.push(gzipped((await load(page, path, app, 0)).source))
	}
	return median(sizes)
}

/** What an app costs on an idle page: what it adds to the source, and its own files. */
async function cost(page: Page, path: string, app: string): Promise<{ bytes: number, calls: number, files: string[] }> {
	const { files, calls } = await load(page, path, app, IDLE_MS)
	const added = await sourceSize(page, path, app) - await withoutApp(page, app, (other) => sourceSize(other, path, app))
	return {
		bytes: added + [...files.values()].reduce((sum, size) => sum + size, 0),
		calls: calls.length,
		files: [`${added} in the page`, ...[...files].map(([name, size]) => `${size} ${name}`)],
	}
}

/** Milliseconds from the click on a button to the first frame in which something is there to be seen. */
async function clickToSight(page: Page, click: () => Promise<void>, selector: string, not: string): Promise<number> {
	const seen = page.evaluate(([selector, not]) => new Promise<number>((resolve) => {
		let clicked: number | null = null
		document.addEventListener('click', (event) => {
			clicked = event.timeStamp
		}, { capture: true, once: true })
		const look = () => {
			const element = document.querySelector(selector!)
			if (clicked !== null && element !== null && element.textContent !== not && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
				resolve(performance.now() - clicked)
			} else {
				requestAnimationFrame(look)
			}
		}
		look()
	}), [selector, not])
	await click()
	return seen
}

test('an idle Files page, in French', async ({ page, arrive, space }) => {
	await arrive({ language: 'fr' })
	await page.goto(space.paths.files)
	await call(page, 'POST', `/tours/${TOUR}/refuse`)

	const ours = await cost(page, space.paths.files, 'compagnon')
	const wizard = nextcloud ? await cost(page, space.paths.files, WIZARD) : null
	console.log(['compagnon:', ...ours.files, ...wizard === null ? [] : [`${WIZARD}:`, ...wizard.files]].join('\n  '))
	const name = 'first-run wizard, after its window was closed'
	record({ figure: 'page.bytes.gzip', value: ours.bytes, unit: 'bytes', beside: wizard && { name, value: wizard.bytes } })
	record({ figure: 'page.requests.idle', value: ours.calls, unit: 'requests', beside: wizard && { name, value: wizard.calls } })
})

test('database queries that the page costs', async ({ page, arrive, space }) => {
	test.skip(!nextcloud, 'only a Nextcloud logs its queries')
	await arrive({ language: 'fr' })
	await page.goto(space.paths.files)
	await call(page, 'POST', `/tours/${TOUR}/refuse`)
	const log = join(environment('COMPAGNON_NEXTCLOUD'), 'data/queries.log')
	await occ(['config:system:set', 'query_log_file', `--value=${log}`])
	await occ(['config:system:set', 'query_log_file_requestid', '--value=yes'])

	const queries = async () => {
		const counts: number[] = []
		// The first loads after an app came or went fill caches.
		for (let i = 0; i < 2 + LOADS; i++) {
			counts.push(await queriesOf(page, space.paths.files, log))
		}
		return median(counts.slice(2))
	}
	const all = await queries()
	const added = async (app: string) => all - await withoutApp(page, app, queries)
	const value = await added('compagnon')
	record({ figure: 'page.queries', value, unit: 'queries', beside: { name: 'first-run wizard, after its window was closed', value: await added(WIZARD) } })
	await occ(['config:system:delete', 'query_log_file'])
})

test('from "start" to the first step', async ({ page, arrive, files, tip }) => {
	await arrive({ language: 'fr' })
	const times: number[] = []
	const wizardTimes: number[] = []
	for (let round = 0; round < ROUNDS; round++) {
		await files.open()
		await tip.button('Commencer').waitFor()
		const proposal = await tip.heading.textContent()
		times.push(await clickToSight(page, () => tip.button('Commencer').click(), '.compagnon-tip[role="dialog"] h2', proposal ?? ''))
		await call(page, 'DELETE', '/me/data')
	}
	if (nextcloud) {
		await call(page, 'POST', `/tours/${TOUR}/refuse`)
		for (let round = 0; round < ROUNDS; round++) {
			await files.open()
			await page.locator('#user-menu button').first().click()
			const entry = page.locator('#firstrunwizard_about').first()
			wizardTimes.push(await clickToSight(page, () => entry.click(), '#firstrunwizard', ''))
		}
	}
	console.log(`compagnon: ${times.map(Math.round).join(' ')} ms\nfirst-run wizard: ${wizardTimes.map(Math.round).join(' ')} ms`)
	record({
		figure: 'page.first_step_ms',
		value: Math.round(median(times)),
		unit: 'ms',
		beside: nextcloud ? { name: 'first-run wizard, opened from the user menu', value: Math.round(median(wizardTimes)) } : null,
	})
})
