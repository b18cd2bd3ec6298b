/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Scene } from './acts/act.ts'
import type { Member, Space } from './support/space.ts'

import { Adventure } from './support/adventure.ts'
import { ask } from './support/api.ts'
import { isWhole } from './support/space.ts'
import { putFile } from './support/storedFiles.ts'
import { expect, test } from './support/test.ts'
import { Tip } from './support/tip.ts'

const STORY = 'short-visit'
const TITLE = 'Le tandem de onze heures'

/** The same person, in another window or another browser. */
function elsewhere(page: Page, space: Space, me: Member): Adventure {
	const scene: Scene = { page, space, files: space.files(page), tip: new Tip(page), me, friend: me, language: 'fr' }
	return new Adventure(scene, STORY)
}

// On a Nextcloud these take minutes; what differs there, the pages of the quests, is played.
if (isWhole) {
	test('a story is found on the home page, left in the middle of a quest, and taken up in another browser', async ({ page, browser, space, arrive }) => {
		const me = await arrive()
		await page.goto(space.paths.home)
		await page.locator(`.home-stories [data-story="${STORY}"]`).click()
		const here = elsewhere(page, space, me)
		await here.begin('sacha')
		await here.choose('computer')
		await here.expectScene('shelf')
		await here.setOut('place')
		// A page that is still seen would notice what is done in the other one, perhaps before that does.
		await page.goto('about:blank')

		const other = await browser.newPage()
		await space.login(other, me)
		await other.goto(`${space.paths.home}adventure`)
		const there = elsewhere(other, space, me)
		const card = there.content.locator(`[data-story="${STORY}"]`)
		await expect(card.getByRole('heading', { name: TITLE })).toBeVisible()
		await card.getByRole('button', { name: there.say('Continue') }).click()
		await there.expectScene('shelf')
		await expect(there.quest('place')).toContainText(there.say('Open'))
		await space.files(other).open()
		await there.expectCompanion('place')
		await space.files(other).newFolder('Germaine')
		await there.expectNoticed((await there.read()).story.quests[0]!.essential)
		await there.back()
		await there.choose('proud')
		await other.close()

		await here.open()
		await here.expectScene('cat')
		await expect(here.content).toContainText('ouvre un œil')
	})

	test('two windows follow each other, and the slower one is told what happened', async ({ page, context, space, arrive }) => {
		const me = await arrive()
		const first = elsewhere(page, space, me)
		await first.open()
		await first.begin('marcel')
		const second = elsewhere(await context.newPage(), space, me)
		await second.open()
		await second.expectScene('doorway')
		await second.choose('look')
		await second.expectScene('cupboard')
		await first.expectScene('cupboard')

		// A window that has heard nothing, for instance because it slept, learns it from the server's refusal.
		await second.page.evaluate(() => {
			BroadcastChannel.prototype.postMessage = () => {}
		})
		await second.choose('sock')
		await second.expectScene('shelf')
		await first.expectScene('cupboard')
		const refused = page.waitForResponse((answer) => answer.url().includes('/moves') && answer.status() === 409)
		await first.choose('shut')
		await refused
		await first.expectScene('shelf')
		await expect(first.content.getByRole('alert')).toContainText('dans une autre fenêtre')
		const { game } = await first.read()
		expect(game.moves.filter(({ kind }) => kind === 'choose')).toHaveLength(2)
	})

	test('without a connection one goes on, and nothing is lost', async ({ page, context, space, arrive }) => {
		const me = await arrive()
		const story = elsewhere(page, space, me)
		await story.open()
		await story.begin('yasmine')
		await context.setOffline(true)
		await story.choose('receipt')
		await story.expectScene('cupboard')
		await expect(story.content.getByRole('status').filter({ hasText: story.say('There is no connection at the moment. Go on reading: what you choose is kept on this device and sent later.') })).toBeVisible()
		await story.choose('sock')
		await story.expectScene('shelf')
		// What is true in the space cannot be asked for now, and the page says so.
		await story.quest('place').getByRole('button', { name: story.say('Go there') }).first().click()
		await expect(story.content.getByText(story.say('There is no connection at the moment. What you did here is kept on this device and sent later.'))).toBeVisible()

		await context.setOffline(false)
		await expect.poll(async () => (await story.read()).game.number, 'what waited was sent').toBe(3)
		await page.reload()
		await story.expectScene('shelf')
		expect((await story.read()).game.moves).toMatchObject([{ kind: 'begin', role: 'yasmine' }, { kind: 'choose', choice: 'receipt' }, { kind: 'choose', choice: 'sock' }])
	})

	test('what was chosen without a connection is sent by the next page', async ({ page, context, space, arrive }) => {
		const me = await arrive()
		const story = elsewhere(page, space, me)
		await story.open()
		await story.begin('yasmine')
		await page.route('**/moves', (route) => route.abort())
		await story.choose('computer')
		await story.expectScene('shelf')
		await page.close()
		const later = elsewhere(await context.newPage(), space, me)
		await later.open()
		await later.expectScene('shelf')
		await expect.poll(async () => (await later.read()).game.number).toBe(2)
	})

	test('the practice folder is made, is no proof of anything, and is tidied away', async ({ page, space, arrive, files }) => {
		const me = await arrive()
		const story = elsewhere(page, space, me)
		await story.open()
		await story.begin('marcel')
		for (const choice of ['computer', 'on', 'wait']) {
			await story.choose(choice)
		}
		await story.expectScene('sheet')
		await story.button('Make a practice folder').click()
		await expect(story.content.getByText(story.say('Your practice folder:'))).toBeVisible()
		const name = (await story.read()).practice!.name
		await story.setOut('copy')
		expect(await story.standing('copy', 'essential'), 'what Compagnon put there is no deed').toBe('open')
		await expect(page.locator(space.host === 'demo' ? `[data-demo-row="${name}"]` : `[data-cy-files-list-row-name="${name}"]`)).toBeVisible()

		await story.open()
		await story.button('Tidy it away').click()
		await page.getByRole('dialog').getByRole('button', { name: story.say('Tidy it away') }).click()
		await expect(story.button('Make a practice folder')).toBeVisible()
		await files.open()
		await expect(page.locator(space.host === 'demo' ? `[data-demo-row="${name}"]` : `[data-cy-files-list-row-name="${name}"]`)).toHaveCount(0)
		expect((await story.read()).practice).toBeNull()
	})

	test('a story begins anew; what was done in the space stays and is welcomed', async ({ page, space, arrive }) => {
		const me = await arrive()
		await putFile(page, me, 'ancien.txt', Buffer.from('déjà là'))
		const story = elsewhere(page, space, me)
		await story.open()
		await story.begin('sacha')
		await story.choose('hunt')
		// Leaving within the same moment would be faster than the server writes it down.
		await expect.poll(async () => (await story.read()).game.moves.length).toBe(2)
		await story.open('journal')
		await expect(story.content).toContainText('grande chasse')
		await story.button('Play it again from the beginning').click()
		await page.getByRole('dialog').getByRole('button', { name: story.say('Begin again') }).click()
		await story.content.locator('[data-role="marcel"]').waitFor()
		expect((await story.read()).game).toMatchObject({ number: 0, moves: [], open: null })
		await story.begin('marcel')
		for (const choice of ['computer', 'on', 'wait']) {
			await story.choose(choice)
		}
		expect(await story.setOut('copy')).toBe('seen')
		await expect(story.quest('copy')).toContainText((await story.read()).story.quests[1]!.essential.already!)
	})

	test('nothing is asked of the server while no quest is open', async ({ page, space, arrive, files }) => {
		const me = await arrive()
		const asked: string[] = []
		page.on('request', (request) => request.url().includes('/api/v1/stories') && asked.push(request.url()))
		await files.open()
		await page.waitForTimeout(3000)
		expect(asked).toEqual([])
		const story = elsewhere(page, space, me)
		await story.open()
		await story.begin('sacha')
		await story.choose('computer')
		await story.setOut('place')
		await story.companion.getByRole('button', { name: story.say('Put this quest aside') }).click()
		await expect(story.companion.getByRole('heading')).toHaveText(story.say('Put aside'))
		asked.length = 0
		await files.open()
		await page.waitForTimeout(3000)
		expect(asked).toEqual([])
		await expect(story.companion).toHaveCount(0)
		expect((await (await ask(page, '/stories/open')).json()).ocs.data).toBeNull()
	})
}
