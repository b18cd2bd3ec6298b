/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { bytesOf, CONVERTED, expectAllOf, filesThere } from './support/comparison.ts'
import { expectBalanced, MoveIn, NAMES } from './support/moveIn.ts'
import { providers } from './support/providers.ts'
import { environment, isSoak, isWhole } from './support/space.ts'
import { storedFiles } from './support/storedFiles.ts'
import { expect, test } from './support/test.ts'

/** Slow enough to be met in the middle. */
const SLOWLY = 3_000_000
/** What somebody waits for who has said "stop". */
const STOP_SECONDS = 3

/** Ends cron of the served Nextcloud the hard way, as soon as it works again. */
async function endCron(): Promise<void> {
	const file = join(environment('COMPAGNON_NEXTCLOUD'), 'worker.pid')
	await expect(async () => process.kill(Number(await readFile(file, 'utf8')), 'SIGKILL')).toPass({ intervals: [100], timeout: 60_000 })
}

test.beforeEach(async () => {
	test.slow()
	await providers.reset()
})

test.afterEach(async () => {
	await providers.reset()
})

if (isWhole) {
	test('who does not give permission is told so, and nothing was connected', async ({ page, space, arrive }) => {
		await arrive()
		const move = new MoveIn(page, space)
		await move.toConsent('google')
		await page.locator('button[value="refuse"]').click()
		await move.expectHeading('Move in')
		await move.expectText('You did not give access. Nothing was connected and nothing was read: you can still do so later, or come with an archive.')
		await move.expectGoodAtEachSize()

		await move.toConsent('dropbox')
		await page.getByRole('checkbox').first().uncheck()
		await page.locator('button[value="allow"]').click()
		await move.expectText('The account was connected without a permission that this needs. Connect it again and leave every box ticked.')

		await page.goto(`${space.paths.transfer}/callback?state=forged-by-somebody-else-0123456789&code=anything`)
		await move.expectText('Connecting took too long, or went on in another window. Nothing was connected: start again from here.')
		const { connections } = (await (await move.ask('GET', '/transfer')).json()).ocs.data as { connections: unknown[] }
		expect(connections).toEqual([])
	})
}

if (isSoak) {
	// It waits for minutes until a dead worker is found out.
	test('the power goes in the middle, and nothing is lost', async ({ page, space, arrive }) => {
		const member = await arrive()
		const move = new MoveIn(page, space)
		await move.toReady('dropbox')
		const { id } = move
		await providers.slow(SLOWLY)
		await move.start()
		// Nobody looks: only the worker works.
		await page.goto(space.paths.files)
		await move.until(id, ({ phase, moved }) => phase === 'move' && moved.bytes > 0)
		if (space.host === 'demo') {
			await page.goto(space.paths.transfer)
			await page.getByRole('button', { name: 'Couper le courant' }).click()
		} else {
			await endCron()
		}
		expect((await move.run(id)).state).toBe('active')
		await providers.fast()
		await move.open(`?run=${id}`)
		// A dead worker is found out by what it does not say.
		await move.toReport(420)
		const run = await move.run()
		expectBalanced(run)
		expect([run.counts.failed.items, run.counts.vanished.items]).toEqual([0, 0])
		await expectAllOf('dropbox', await storedFiles(page, member, NAMES.dropbox))
	})

	test('a way back that belongs to another person connects nobody', async ({ page, space, arrive, browser }) => {
		await arrive()
		const move = new MoveIn(page, space)
		await page.route('**/apps/compagnon/transfer/callback**', (route) => route.abort())
		await move.toConsent('google')
		const back = page.waitForRequest('**/apps/compagnon/transfer/callback**')
		await page.locator('button[value="allow"]').click({ noWaitAfter: true })
		const url = (await back).url()

		const context = await browser.newContext()
		const other = await context.newPage()
		await space.login(other, await space.newMember())
		await other.goto(url)
		const theirs = new MoveIn(other, space)
		await theirs.expectText('Connecting took too long, or went on in another window. Nothing was connected: start again from here.')
		expect((await (await theirs.ask('GET', '/transfer')).json()).ocs.data.connections).toEqual([])
		await context.close()
	})

	test('a move under way is stopped within seconds, and what has come is whole', async ({ page, space, arrive }) => {
		const member = await arrive()
		const move = new MoveIn(page, space)
		await move.toReady('google')
		await providers.slow(SLOWLY)
		await move.start()
		await move.expectHeading('Your files are on their way')
		await move.until(move.id, ({ moved }) => moved.bytes > 0)
		await move.button('Stop…').click()
		const said = Date.now()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Stop'), exact: true }).click()
		await move.until(move.id, ({ state }) => state === 'cancelled', STOP_SECONDS)
		expect(Date.now() - said).toBeLessThan(STOP_SECONDS * 1000)
		await move.expectHeading('The move was stopped')
		await move.expectGoodAtEachSize()
		const known = new Set(bytesOf(await filesThere('google')))
		// What is made on the way has no bytes there to be compared with.
		const files = (await storedFiles(page, member, NAMES.google))
			.filter(({ path }) => /\.(?:jpg|mp4|pdf)$/.test(path) && !CONVERTED.google.some((name) => path.endsWith(`/${name}`)))
		expect(bytesOf(files).filter((one) => !known.has(one))).toEqual([])
	})

	test('a move is paused, stands still, and goes on', async ({ page, space, arrive }) => {
		const member = await arrive()
		const move = new MoveIn(page, space)
		await move.toReady('dropbox')
		await providers.slow(SLOWLY)
		await move.start()
		await move.expectHeading('Your files are on their way')
		await move.until(move.id, ({ moved }) => moved.bytes > 0)
		await move.expectGoodAtEachSize()
		await move.button('Pause').click()
		await move.expectHeading('The move is paused')
		expect((await move.content.getByRole('progressbar').boundingBox())!.height).toBeGreaterThanOrEqual(8)
		await move.until(move.id, ({ state }) => state === 'paused')
		const { moved } = await move.run()
		await move.expectGoodAtEachSize()
		await page.waitForTimeout(4000)
		expect((await move.run()).moved).toEqual(moved)
		await providers.fast()
		await move.button('Go on').click()
		await move.toReport()
		await expectAllOf('dropbox', await storedFiles(page, member, NAMES.dropbox))
	})

	test('a provider in trouble is waited for', async ({ page, space, arrive }) => {
		const member = await arrive()
		const move = new MoveIn(page, space)
		await move.connect('google')
		await providers.faults([
			{ match: { host: 'www.googleapis.com', path: '/drive/v3/files/*', query: 'alt=media', every: 9 }, do: { status: 429, headers: { 'Retry-After': '1' } }, times: 6 },
			{ match: { host: 'www.googleapis.com', path: '/drive/v3/files/*', query: 'alt=media', nth: [12] }, do: { cutAfter: 500 } },
			{ match: { host: 'www.googleapis.com', path: '/drive/v3/files', nth: [2] }, do: { status: 503 } },
		])
		await move.toChoice()
		await move.lookOver()
		await move.start()
		await move.toReport()
		await expectAllOf('google', await storedFiles(page, member, NAMES.google))
	})
}
