/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from './support/moveIn.ts'

import { bytesOf, expectAllOf, filesThere, withoutReports } from './support/comparison.ts'
import { pressWithKeys } from './support/keyboard.ts'
import { expectBalanced, MoveIn, NAMES } from './support/moveIn.ts'
import { providers } from './support/providers.ts'
import { isSoak, isWhole } from './support/space.ts'
import { putFile, storedFiles } from './support/storedFiles.ts'
import { makeTakeout } from './support/takeout.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async () => {
	test.slow()
	await providers.reset()
})

/** Everything is settled, and nothing was lost. */
async function expectAllCame(move: MoveIn): Promise<number> {
	const run = await move.run()
	expectBalanced(run)
	const { failed, skipped, vanished, verified } = run.counts
	expect([failed.items, skipped.items, vanished.items]).toEqual([0, 0, 0])
	return verified.items
}

/** From a report to that of another run, which finds nothing new. */
async function bringAgain(move: MoveIn, words = 'Fetch what is new since'): Promise<void> {
	const came = await expectAllCame(move)
	await move.button(words).click()
	await move.expectHeading('What would you like to take?')
	await move.lookOver()
	await move.expectText('Here already, the very same')
	await move.start()
	await move.toReport()
	const { counts } = await move.run()
	expect([counts.verified.items, counts.identical.items]).toEqual([0, came])
}

for (const language of isSoak ? ['fr', 'en'] as const : ['fr'] as const) {
	for (const provider of Object.keys(NAMES) as Provider[]) {
		test(`everything moves in from ${NAMES[provider]}, ${language}`, async ({ page, space, arrive }) => {
			const member = await arrive({ language })
			const move = new MoveIn(page, space, language)
			await move.open()
			await move.expectGood()
			await move.connect(provider)
			await move.expectText('Connected: {name}', { name: 'contact@jardins-du-moulin.example' })
			await move.expectGood()
			await move.toChoice()
			await move.expectGood()
			await move.lookOver()
			await move.expectGood()
			const cut = await move.content.locator('dt, dd').evaluateAll((all) => all.filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent))
			expect(cut).toEqual([])
			await move.start()
			await move.toReport()
			await move.expectGoodAtEachSize()
			if (language === 'en') {
				await expect(move.content).not.toContainText('Terminé le')
			}
			await expectAllOf(provider, await storedFiles(page, member, NAMES[provider]))
			if (isWhole) {
				await bringAgain(move)
				await expectAllOf(provider, await storedFiles(page, member, NAMES[provider]), 2)
			}
		})
	}
}

test('a Takeout of two parts moves in by keyboard alone, on a dark phone', async ({ page, space, arrive }) => {
	await page.setViewportSize({ width: 320, height: 640 })
	const member = await arrive({ theme: 'dark' })
	const move = new MoveIn(page, space)
	const { zips, files } = await makeTakeout()
	for (const [name, bytes] of zips) {
		await putFile(page, member, name, bytes)
	}
	await move.open()
	await move.expectGood()
	await pressWithKeys(page, move.say('Choose an archive'))
	await move.expectHeading('Which archive?')
	await expect(page.getByRole('radio', { name: /^takeout-/ })).toBeChecked()
	await expect(move.content.getByText(move.say('parts: {here} of {parts}', { here: '2', parts: '2' }))).toBeVisible()
	await move.expectGood()
	await pressWithKeys(page, move.say('Continue'))
	await move.expectHeading('What would you like to take?')
	await move.expectGood()
	await pressWithKeys(page, move.say('Look it over'))
	await move.expectHeading('This is what would come', {}, 120_000)
	await move.expectGood()
	await pressWithKeys(page, move.say('Start the move'))
	await move.toReport()
	await move.expectGood()

	await expectAllCame(move)
	const stored = withoutReports(await storedFiles(page, member, move.say('Brought along')), 1)
	expect(bytesOf(stored)).toEqual(bytesOf(files))
	await bringAgain(move, 'Begin again with this archive')
})

if (isWhole) {
	test('an old link leads to its copy; then the account is disconnected and the run forgotten', async ({ page, space, arrive }) => {
		await arrive()
		const move = new MoveIn(page, space)
		await move.toReady('google')
		await move.start()
		await move.toReport()
		const statutes = (await filesThere('google')).find(({ path }) => path === '/Statuts signés.pdf')!

		await move.open()
		await page.getByRole('textbox', { name: move.say('Old link') }).fill(`https://drive.google.com/file/d/${statutes.id}/view?usp=sharing`)
		await move.button('Find the copy').click()
		await page.getByRole('link', { name: move.say('Open “{name}”', { name: statutes.name }) }).click()
		await expect(page.getByText('Statuts signés').first()).toBeVisible()
		expect(new URL(page.url()).pathname).toContain('/apps/files')

		await move.open()
		await move.content.locator('[data-run]').click()
		await move.toReport()
		await move.button('Disconnect {source}…', { source: NAMES.google }).click()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Disconnect'), exact: true }).click()
		await move.expectText('Disconnected: the permission was given back and erased here.')
		await move.expectGood()
		await page.reload()
		await move.button('Connect {source} again to fetch what is new', { source: NAMES.google }).click()
		await page.locator('button[value="allow"]').click()
		await move.button('Fetch what is new since').click()
		await move.expectHeading('What would you like to take?')
		await move.lookOver()
		await move.expectText('There is nothing new: all that can come is here already. Starting changes nothing, and gives you the count once more.')
		await move.button('Give up…').click()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Give up'), exact: true }).click()
		await move.expectHeading('The move was given up')
		await move.expectGoodAtEachSize()
		await move.button('Disconnect {source}…', { source: NAMES.google }).click()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Disconnect'), exact: true }).click()
		await move.expectText('Disconnected: the permission was given back and erased here.')
		await move.button('Forget this move…').click()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Forget'), exact: true }).click()
		await move.expectHeading('Move in')
		await move.content.locator('[data-run]').click()
		await move.toReport()
		await move.button('Forget this move…').click()
		await page.getByRole('dialog').getByRole('button', { name: move.say('Forget'), exact: true }).click()
		await move.expectHeading('Move in')
		await expect(move.content.locator('[data-run]')).toHaveCount(0)
		const { connections, runs } = (await (await move.ask('GET', '/transfer')).json()).ocs.data as { connections: unknown[], runs: unknown[] }
		expect([connections, runs]).toEqual([[], []])
	})
}
