/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from './support/test.ts'
import { Tip } from './support/tip.ts'

test('a tour survives reloads, is left in the middle and taken up in another browser', async ({ page, browser, space, arrive, files, tip }) => {
	const member = await arrive()
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
	await page.reload()
	await tip.expectHeading('Bienvenue dans Fichiers')
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
	await page.reload()
	await tip.expectHeading('Vos documents')
	await tip.button('Suivant').click()
	await tip.expectHeading('Un premier dossier')
	await page.reload()
	await tip.expectHeading('Un premier dossier')
	await files.newFolder('Budget')
	await tip.expectHeading('Où suis-je ?')

	await tip.button('S’arrêter là ; votre place est gardée').click()
	await tip.expectHeading('Votre place est gardée')
	await page.reload()
	await page.waitForTimeout(2500)
	await tip.expectGone()

	const elsewhere = await browser.newPage()
	await space.login(elsewhere, member)
	await space.files(elsewhere).open()
	const otherTip = new Tip(elsewhere)
	await elsewhere.locator('#compagnon-help').click()
	await elsewhere.getByRole('dialog', { name: 'Aide' }).getByRole('button', { name: /^Continuer/ }).click()
	await otherTip.expectHeading('Où suis-je ?')
	await elsewhere.close()
})

test('two windows of the same person follow each other and lose nothing', { tag: '@ours' }, async ({ context, space, arrive, files, tip }) => {
	await arrive()
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')

	const second = await context.newPage()
	await space.files(second).open()
	const secondTip = new Tip(second)
	await secondTip.expectHeading('Bienvenue dans Fichiers')
	await secondTip.button('Suivant').click()
	await secondTip.expectHeading('Vos documents')
	await tip.expectHeading('Vos documents')

	// A window that has heard nothing, for instance because it slept, learns it from the server's refusal.
	await second.evaluate(() => {
		BroadcastChannel.prototype.postMessage = () => {}
	})
	await secondTip.button('Suivant').click()
	await secondTip.expectHeading('Un premier dossier')
	await tip.button('Suivant').click()
	await tip.expectHeading('Un premier dossier')
	await expect(tip.dialog.getByRole('alert')).toHaveText(/dans une autre fenêtre/)

	await secondTip.button(/^S’arrêter là/).click()
	await secondTip.expectHeading('Votre place est gardée')
})
