/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, expectAccessible, test } from './support/test.ts'

const TITLE = 'Premiers pas dans Fichiers'

test('a tour is offered once, is put off, and is refused for good', async ({ page, arrive, files, tip }) => {
	await arrive()
	await files.open()
	await tip.expectHeading(TITLE)
	await expectAccessible(page, '.compagnon-tip')
	// The offer leaves the focus and the page alone.
	expect(await page.evaluate(() => document.querySelector('.compagnon-tip')?.contains(document.activeElement))).toBe(false)

	await tip.button('Plus tard').click()
	await tip.expectHeading('Entendu, à plus tard')
	await tip.button('D’accord').click()
	await tip.expectGone()
	await files.open()
	await page.waitForTimeout(2500)
	await tip.expectGone()

	// Still there for whoever looks for it, and to be refused.
	await page.locator('#compagnon-help').click()
	const help = page.getByRole('dialog', { name: 'Aide' })
	await expect(help.getByText(TITLE)).toBeVisible()
	await help.getByRole('article', { name: TITLE }).getByRole('button', { name: /^Pas pour moi/ }).click()
	await page.keyboard.press('Escape')
	await files.open()
	await page.waitForTimeout(2500)
	await tip.expectGone()
})

test('nothing is offered over a window that is open', async ({ page, space, arrive, files, tip }) => {
	await arrive({ firstVisit: true })
	if (space.host === 'nextcloud') {
		// The platform's own first-run window comes with the first page.
		const wizard = page.locator('#firstrunwizard').first()
		await page.goto('/index.php/apps/dashboard/')
		await wizard.waitFor({ timeout: 60_000 })
		await page.goto(space.paths.files)
		await wizard.waitFor({ timeout: 60_000 })
		await page.waitForTimeout(3000)
		await tip.expectGone()
		await page.locator('.modal-container__close:visible, #firstrunwizard button[aria-label="Fermer"]:visible').first().click()
		await wizard.waitFor({ state: 'hidden' })
	} else {
		await files.open()
		await page.evaluate(() => {
			const dialog = document.createElement('dialog')
			dialog.id = 'a-window'
			dialog.textContent = 'Une fenêtre'
			document.body.append(dialog)
			dialog.showModal()
		})
		await page.waitForTimeout(3000)
		await tip.expectGone()
		await page.evaluate(() => document.querySelector('#a-window')?.remove())
	}
	await tip.expectHeading(TITLE)
})
