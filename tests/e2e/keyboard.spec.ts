/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Tip } from './support/tip.ts'

import { reach } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

/** F6 goes back and forth; after a window has closed, the focus may be on either side. */
async function reachTip(page: Page, tip: Tip): Promise<void> {
	await expect(async () => {
		if (!await tip.heading.evaluate((heading) => heading === document.activeElement)) {
			await page.keyboard.press('F6')
		}
		await expect(tip.heading).toBeFocused({ timeout: 500 })
	}).toPass({ timeout: 10_000 })
}

const NEXT = '.compagnon-tip footer .compagnon-button--primary'

// On the platform's own buttons Space is pressed: Nextcloud's Files takes Enter for opening the chosen file.
test('the whole tour by keyboard alone', async ({ page, space, arrive, files, tip }) => {
	const isDemo = space.host === 'demo'
	const friend = await space.newMember()
	await arrive()
	await files.open()
	await tip.expectHeading('Premiers pas dans Fichiers')
	await reachTip(page, tip)
	await reach(page, NEXT)
	await page.keyboard.press('Enter')

	for (const heading of ['Bienvenue dans Fichiers', 'Vos documents']) {
		await tip.expectHeading(heading)
		await expect(tip.heading).toBeFocused()
		await reach(page, NEXT)
		await page.keyboard.press('Enter')
	}

	await tip.expectHeading('Un premier dossier')
	await reachTip(page, tip)
	await page.keyboard.press('F6')
	await page.keyboard.press('Space')
	await reach(page, isDemo ? '[data-demo="new-folder"] button, [data-demo="new-folder"]' : '[data-cy-upload-picker-menu-entry="newFolder"] button', 'ArrowDown')
	await page.keyboard.press('Space')
	await expect(page.locator('[role="dialog"] input').last()).toBeFocused()
	await page.keyboard.press('Control+a')
	await page.keyboard.type('Clavier')
	await page.keyboard.press('Enter')

	await tip.expectHeading('Où suis-je ?')
	await reachTip(page, tip)
	await reach(page, NEXT)
	await page.keyboard.press('Enter')

	await tip.expectHeading('Déposer un document')
	await reachTip(page, tip)
	await page.keyboard.press('F6')
	await page.keyboard.press('Space')
	await reach(page, isDemo ? '[data-demo="new-upload"] button, [data-demo="new-upload"]' : '[data-cy-upload-picker-menu-entry="upload-file"] button', 'ArrowDown')
	const chooser = page.waitForEvent('filechooser')
	await page.keyboard.press('Space')
	await (await chooser).setFiles({ name: 'clavier.txt', mimeType: 'text/plain', buffer: Buffer.from('sans souris') })

	await tip.expectHeading('Partager')
	await reachTip(page, tip)
	await page.keyboard.press('F6')
	await page.keyboard.press('Space')
	const search = isDemo ? '[data-demo="share-member"] input' : '.sharing-search input, #sharing-search-input'
	// There may be two such fields: that for members comes first, when it has come.
	await page.locator(search).first().waitFor()
	await reach(page, search)
	await page.keyboard.type(friend.id)
	await expect(page.getByRole('option').filter({ hasText: friend.id.slice(-8) }).first()).toBeVisible()
	await page.keyboard.press('Enter')
	await reach(page, isDemo ? '[data-demo="share-submit"]' : '[data-cy-files-sharing-share-editor-action="save"]')
	await page.keyboard.press('Space')

	await expect(tip.heading).toHaveText('Rien ne disparaît d’un coup')
	if (isDemo) {
		await page.keyboard.press('Escape')
	}
	await reachTip(page, tip)
	await reach(page, NEXT)
	await page.keyboard.press('Enter')
	await tip.expectHeading('L’aide reste là')
	await expect(tip.heading).toBeFocused()
	await reach(page, NEXT)
	await page.keyboard.press('Enter')
	await tip.expectGone()
})

test('Escape leaves the tour, keeps the place and gives the focus back', async ({ page, arrive, files, tip }) => {
	await arrive()
	await files.open()
	await tip.expectHeading('Premiers pas dans Fichiers')
	await page.locator('#compagnon-help').focus()
	await page.keyboard.press('F6')
	await reach(page, NEXT)
	await page.keyboard.press('Enter')
	await tip.expectHeading('Bienvenue dans Fichiers')
	await expect(tip.heading).toBeFocused()
	await page.keyboard.press('Escape')
	await tip.expectHeading('Votre place est gardée')
	await page.keyboard.press('Escape')
	await tip.expectGone()
	await expect(page.locator('#compagnon-help')).toBeFocused()
})
