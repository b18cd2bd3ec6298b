/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from './support/test.ts'
import { toFolderStep } from './support/walk.ts'

test('menus and windows that the person opens are neither dimmed nor covered', async ({ page, arrive, files, tip }) => {
	await arrive()
	await toFolderStep(files, tip)
	await files.openNewMenu()
	const menu = page.locator('.v-popper__popper--shown .v-popper__inner')
	await tip.expectBeside(menu)
	await tip.expectClickable(menu.getByRole('menuitem').first())
	await expect(page.locator('.introjs-helperLayer')).toHaveCount(0)
	await menu.getByRole('menuitem', { name: /^Nouveau dossier/ }).click()
	const dialog = page.locator('.modal-container:visible').first()
	await tip.expectBeside(dialog)
	await expect(page.locator('.introjs-helperLayer')).toHaveCount(0)
	await page.keyboard.press('Escape')
	await expect(page.locator('.introjs-helperLayer')).toBeVisible()
	await tip.expectHeading('Un premier dossier')
})

test('on a phone the tip is a sheet that leaves the target free', async ({ page, arrive, files, tip }) => {
	await page.setViewportSize({ width: 320, height: 640 })
	await arrive()
	await toFolderStep(files, tip)
	const target = page.locator('[data-demo="new"] button, [data-cy-upload-picker] .action-item__menutoggle').first()
	await tip.expectBeside(target)
	await tip.expectClickable(target)
	const box = await tip.dialog.boundingBox()
	expect(box!.x).toBeGreaterThanOrEqual(0)
	expect(box!.x + box!.width).toBeLessThanOrEqual(320)
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
	await files.newFolder('Photos')
	await tip.expectHeading('Où suis-je ?')
	await tip.button('Suivant').click()
	await tip.expectHeading('Déposer un document')
	await tip.button('Passer').click()
	await tip.expectHeading('Partager')
	await tip.button('Passer').click()
	// What is behind the closed menu of a phone is opened for the person.
	await tip.expectHeading('Rien ne disparaît d’un coup')
	const trash = page.locator('[data-demo="trash"], [data-cy-files-navigation-item="trashbin"]').first()
	await expect(async () => {
		const area = await trash.boundingBox()
		expect(area!.x).toBeGreaterThanOrEqual(0)
	}).toPass()
	await tip.expectBeside(trash)
	// Where it is once it has slid in, and words once it has slid out again.
	await expect(async () => {
		const [ring, area] = await Promise.all([page.locator('.introjs-helperLayer').boundingBox(), trash.boundingBox()])
		expect(Math.abs(ring!.x + ring!.width / 2 - area!.x - area!.width / 2)).toBeLessThan(2)
	}).toPass({ timeout: 20_000 })
	const toggle = page.locator('.app-navigation-toggle').first()
	await toggle.click()
	await expect(tip.dialog).toContainText('ce menu s’ouvre avec le bouton en haut à gauche')
	await toggle.click()
	await expect(tip.dialog).not.toContainText('ce menu s’ouvre avec le bouton en haut à gauche')
})
