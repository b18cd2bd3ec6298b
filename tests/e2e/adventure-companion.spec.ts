/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './acts/act.ts'
import type { MemberOptions } from './support/space.ts'

import { Adventure } from './support/adventure.ts'
import { pressWithKeys, reach } from './support/keyboard.ts'
import { expectFits, expectGoodAtEachSize, SIZES } from './support/layout.ts'
import { isWhole } from './support/space.ts'
import { test as base, expect, expectAccessible } from './support/test.ts'

const STORY = 'short-visit'
const COMPANION = '.compagnon-companion'

/** Brings a person to the scene with the first quest. */
const test = base.extend<{ visit: (options?: MemberOptions & { language?: 'fr' | 'en' }) => Promise<Adventure> }>({
	visit: async ({ page, space, arrive, files, tip }, use) => use(async (options = {}) => {
		const friend = await space.newMember()
		const me = await arrive(options)
		const scene: Scene = { page, space, files, tip, me, friend, language: options.language ?? 'fr' }
		const adventure = new Adventure(scene, STORY)
		await adventure.open()
		await adventure.begin('marcel')
		await adventure.choose('computer')
		await adventure.expectScene('shelf')
		return adventure
	}),
})

// On a Nextcloud these take minutes; each story is played there with the same companion.
if (isWhole) {
	test('a wrong try gets a hint, the right one is noticed', async ({ page, visit, files }) => {
		const story = await visit()
		const { essential } = (await story.read()).story.quests[0]!
		await story.setOut('place')
		await expectAccessible(page, COMPANION)
		// Opening the page is no try, though its list of files comes in.
		await page.waitForLoadState('networkidle')
		await expect(story.companion.getByText(story.say('Not quite yet. A hint:'))).toBeHidden()
		await files.upload('seul.txt', 'pas un dossier')
		await expect(story.companion.getByText(story.say('Not quite yet. A hint:'))).toBeVisible()
		await expect(story.companion).toContainText(essential.hint)
		await expectAccessible(page, COMPANION)
		await files.newFolder('Germaine')
		await story.expectNoticed(essential)
		await expectAccessible(page, COMPANION)
		await story.back()
		await expect(story.quest('place')).toContainText(story.say('Done'))
	})

	test('the companion is folded, stays so, and is closed', async ({ page, visit, files }) => {
		const story = await visit()
		await story.setOut('place')
		await story.companion.getByRole('button', { name: story.say('Fold the quest') }).click()
		await expect(story.companion.getByRole('heading')).toHaveCount(0)
		await expectAccessible(page, COMPANION)
		await files.open()
		await expect(story.companion.locator('.companion__bar')).toBeVisible()
		await story.companion.locator('.companion__bar').click()
		await expect(story.companion.getByRole('heading')).toBeVisible()
		await story.companion.getByRole('button', { name: story.say('Put this quest aside') }).click()
		await expect(story.companion.getByRole('heading')).toHaveText(story.say('Put aside'))
		await story.companion.getByRole('button', { name: story.say('Close') }).click()
		await expect(story.companion).toHaveCount(0)
		await story.open('quests')
		await expect(story.content.locator('[data-group="untouched"]')).toContainText((await story.read()).story.quests[0]!.title)
	})

	test('a quest is skipped from the page where it is done', async ({ visit }) => {
		const story = await visit()
		await story.setOut('place')
		await story.companion.getByRole('button', { name: story.say('I know this already') }).click()
		await expect(story.companion.getByRole('heading')).toHaveText(story.say('All right, you know this already'))
		await story.back()
		await story.choose('on')
		await story.open('quests')
		await expect(story.content.locator('[data-group="skipped"]')).toContainText((await story.read()).story.quests[0]!.title)
	})

	test('it makes room for a tour, and comes back after it', async ({ visit, files, tip }) => {
		const story = await visit()
		await story.setOut('place')
		await story.companion.getByRole('button', { name: story.say('Show me') }).click()
		await tip.expectHeading('Bienvenue dans Fichiers')
		await expect(story.companion).toBeHidden()
		await tip.button(/^S’arrêter là/).click()
		await tip.expectHeading('Votre place est gardée')
		await tip.button('D’accord').click()
		await tip.expectGone()
		await expect(story.companion).toBeVisible()
		await files.newFolder('Germaine')
		await story.expectNoticed((await story.read()).story.quests[0]!.essential)
	})

	test('what is done in a tour counts for the quest', async ({ visit, files, tip }) => {
		const story = await visit()
		await story.setOut('place')
		await story.companion.getByRole('button', { name: story.say('Show me') }).click()
		await tip.button('Suivant').click()
		await tip.expectHeading('Vos documents')
		await tip.button('Suivant').click()
		await tip.expectHeading('Un premier dossier')
		await files.newFolder('Germaine')
		await tip.expectHeading('Où suis-je ?')
		await tip.button(/^S’arrêter là/).click()
		await story.open()
		await expect(story.quest('place')).toContainText(story.say('Done'))
	})

	for (const size of SIZES) {
		test(`it never lies over a window of the page, ${size.width} px`, async ({ page, space, visit, files, tip }) => {
			const story = await visit()
			await page.setViewportSize(size)
			await story.setOut('place')
			await files.openNewMenu()
			await page.locator(space.host === 'demo' ? '[data-demo="new-folder"]' : '[data-cy-upload-picker-menu-entry="newFolder"]').click()
			const dialog = page.getByRole('dialog').filter({ has: page.getByRole('textbox') })
			await dialog.getByRole('textbox').fill('Germaine')
			await tip.expectClickable(dialog.getByRole('textbox'))
			const submit = dialog.getByRole('button', { name: /^Créer/ })
			await tip.expectClickable(submit)
			await submit.click()
			await expect(story.companion).toContainText(story.say('Done!'))
		})
	}

	test('the whole story by keyboard alone', async ({ page, space, arrive, files, tip }) => {
		const isDemo = space.host === 'demo'
		const me = await arrive()
		const story = new Adventure({ page, space, files, tip, me, friend: me, language: 'fr' }, STORY)
		await story.open()
		await reach(page, '[data-role="marcel"] button')
		await page.keyboard.press('Enter')
		const choose = async (choice: string) => {
			// The new scene is read from its heading.
			await reach(page, `[data-choice="${choice}"]`)
			await page.keyboard.press('Enter')
		}
		await expect(story.content.getByRole('heading', { level: 2 })).toBeFocused()
		await choose('computer')
		await story.expectScene('shelf')
		await expect(story.content.getByRole('heading', { level: 2 })).toBeFocused()
		await pressWithKeys(page, story.say('Go there'))

		await story.expectCompanion('place')
		await page.keyboard.press('F6')
		await expect(story.companion.getByRole('heading')).toBeFocused()
		await page.keyboard.press('Escape')
		await expect(story.companion.locator('.companion__bar')).toBeFocused()
		await reach(page, isDemo ? '[data-demo="new"] button' : '[data-cy-upload-picker] button', 'Shift+Tab')
		await page.keyboard.press('Space')
		await reach(page, isDemo ? '[data-demo="new-folder"] button, [data-demo="new-folder"]' : '[data-cy-upload-picker-menu-entry="newFolder"] button', 'ArrowDown')
		await page.keyboard.press('Space')
		await expect(page.locator('[role="dialog"] input').last()).toBeFocused()
		await page.keyboard.press('Control+a')
		await page.keyboard.type('Clavier')
		await page.keyboard.press('Enter')
		await expect(story.companion.getByRole('heading')).toHaveText(story.say('Done!'))
		await expect(async () => {
			await page.keyboard.press('F6')
			await expect(story.companion.getByRole('heading')).toBeFocused({ timeout: 500 })
		}).toPass({ timeout: 20_000 })
		await pressWithKeys(page, story.say('Back to the story'))

		await story.expectScene('shelf')
		await choose('proud')
		await choose('crumb')
		await story.expectScene('sheet')
		await pressWithKeys(page, story.say('I know this already'))
		await expect(story.quest('copy')).toContainText(story.say('Known already'))
		await choose('on')
		await choose('memory')
		await choose('trust')
		await choose('madam')
		await expect(story.content.getByRole('heading', { name: 'Là où voulait aller Germaine' })).toBeVisible()
	})

	for (const theme of ['light', 'dark'] as const) {
		test(`each screen fits and is accessible on a laptop and on a phone, ${theme}`, async ({ page, space, arrive, files, tip }) => {
			test.setTimeout(180_000)
			const me = await arrive({ theme })
			const story = new Adventure({ page, space, files, tip, me, friend: me, language: 'fr' }, STORY)
			await page.goto(`${space.paths.home}adventure`)
			await story.content.locator(`[data-story="${STORY}"]`).waitFor()
			await expectGoodAtEachSize(page, '.adventure-page')
			await story.open()
			await expectGoodAtEachSize(page, '.adventure-page')
			await story.begin('marcel')
			await expect(story.content.getByRole('img', { name: /horloge/ })).toBeVisible()
			await expectGoodAtEachSize(page, '.adventure-page')
			await story.choose('computer')
			await story.quest('place').locator('summary').first().click()
			await expectGoodAtEachSize(page, '.adventure-page')

			// On a phone it begins folded.
			await story.setOut('place')
			await story.companion.locator('.companion__bar').click()
			await expect(story.companion.getByRole('heading')).toBeVisible()
			await expectGoodAtEachSize(page, COMPANION)
			await page.setViewportSize(SIZES[0]!)
			await files.newFolder('Germaine')
			await expect(story.companion.getByRole('heading')).toHaveText(story.say('Done!'))
			await expectGoodAtEachSize(page, COMPANION)

			for (const view of ['quests', 'journal'] as const) {
				await story.open(view)
				await expectGoodAtEachSize(page, '.adventure-page')
			}
			await page.goto(`${space.paths.home}adventure?story=${STORY}&quest=star`)
			await story.quest('star').waitFor()
			await expectGoodAtEachSize(page, '.adventure-page')

			await story.open()
			for (const choice of ['on', 'crumb', 'on', 'memory', 'trust', 'market']) {
				await story.choose(choice)
			}
			await expect(story.content.getByRole('heading', { name: 'Onze bottes de poireaux' })).toBeVisible()
			await expectFits(page, '.adventure-page')
			await expectGoodAtEachSize(page, '.adventure-page')
		})
	}

	test('it speaks English to whoever reads English', async ({ page, visit, files }) => {
		const story = await visit({ language: 'en' })
		await expect(story.content).toContainText('every peel had its nail')
		expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^en/)
		await story.setOut('place')
		await expect(story.companion.getByRole('heading')).toHaveText('A folder for Germaine')
		await files.newFolder('Germaine')
		await expect(story.companion).toContainText('it didn’t even make a noise')
		await story.back()
		await expect(story.content.getByRole('button', { name: 'Announce that Germaine now has a folder, then go and see the cat' })).toBeVisible()
	})
}
