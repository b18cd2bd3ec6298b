/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Tip } from './support/tip.ts'

import { reach } from './support/keyboard.ts'
import { environment } from './support/space.ts'
import { expect, test } from './support/test.ts'

/** F6 goes back and forth; after a window has closed, the focus may be on either side. */
async function reachTip(page: Page, tip: Tip): Promise<void> {
	await expect(async () => {
		if (!await tip.heading.evaluate((heading) => heading === document.activeElement)) {
			await page.keyboard.press('F6')
		}
		await expect(tip.heading).toBeFocused({ timeout: 500 })
	}).toPass({ timeout: 20_000 })
}

const NEXT = '.compagnon-tip footer .compagnon-button--primary'

/** Reads a step and goes on. */
async function goOn(page: Page, tip: Tip, heading: string): Promise<void> {
	await tip.expectHeading(heading)
	await reachTip(page, tip)
	await reach(page, NEXT)
	await page.keyboard.press('Enter')
}

/** F6 goes from the tip to its target, as soon as that is there. */
async function reachTarget(page: Page, tip: Tip): Promise<void> {
	await reachTip(page, tip)
	await expect(async () => {
		await page.keyboard.press('F6')
		expect(await page.evaluate(() => document.activeElement !== document.body && document.activeElement?.closest('.compagnon-tip') === null)).toBe(true)
	}).toPass({ timeout: 20_000 })
}

/** Goes from a step to its target, and presses that. */
async function pressTarget(page: Page, tip: Tip, heading: string): Promise<void> {
	await tip.expectHeading(heading)
	await reachTarget(page, tip)
	await page.keyboard.press('Space')
}

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
	await reachTarget(page, tip)
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
	// Well before it is needed: a browser that is only told when the key is pressed may ask nobody.
	const chooser = page.waitForEvent('filechooser', { timeout: 60_000 })
	await reachTarget(page, tip)
	await page.keyboard.press('Space')
	await reach(page, isDemo ? '[data-demo="new-upload"] button, [data-demo="new-upload"]' : '[data-cy-upload-picker-menu-entry="upload-file"] button', 'ArrowDown')
	await page.keyboard.press('Space')
	await (await chooser).setFiles({ name: 'clavier.txt', mimeType: 'text/plain', buffer: Buffer.from('sans souris') })

	await tip.expectHeading('Partager')
	await reachTarget(page, tip)
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

// On a Nextcloud these take minutes; what differs there, the pages, is the platform's.
if (environment('COMPAGNON_HOST') === 'demo') {
	test('the tour of the first day by keyboard alone', async ({ page, space, arrive, tip }) => {
		await arrive()
		await page.goto(`${space.paths.home}?tour=first-day`)
		await goOn(page, tip, 'Bienvenue dans votre espace')
		await goOn(page, tip, 'Les outils de l’association')
		await pressTarget(page, tip, 'Votre menu')
		await goOn(page, tip, 'Réglages et déconnexion')
		await pressTarget(page, tip, 'La suite vous appartient')
		await tip.expectGone()
		await expect(page.getByRole('dialog', { name: 'Aide' }).getByRole('heading', { name: 'Aide', exact: true })).toBeFocused()
	})

	test('the tour of finding things by keyboard alone', async ({ page, space, arrive, tip }) => {
		await arrive()
		await page.goto(`${space.paths.home}?tour=finding-things`)
		for (const heading of ['Ce qui est partagé', 'Un document a disparu\u00a0?']) {
			await tip.expectHeading(heading)
			await reachTarget(page, tip)
			await page.keyboard.press('Enter')
		}
		await goOn(page, tip, 'Le remettre à sa place')
		await tip.expectGone()
	})

	test('the tour of sharing by keyboard alone', async ({ page, space, arrive, tip }) => {
		const friend = await space.newMember()
		await arrive()
		await page.goto(`${space.paths.home}?tour=sharing`)
		await pressTarget(page, tip, 'Un dossier pour essayer')
		await reach(page, '[data-demo="new-folder"] button, [data-demo="new-folder"]', 'ArrowDown')
		await page.keyboard.press('Space')
		await expect(page.locator('[role="dialog"] input').last()).toBeFocused()
		await page.keyboard.press('Control+a')
		await page.keyboard.type('Essai de partage')
		await page.keyboard.press('Enter')
		await pressTarget(page, tip, 'Ouvrir le partage')

		await expect(tip.heading).toHaveText('Avec quelqu’un de l’association')
		await reach(page, '[data-demo="share-member"] input')
		await page.keyboard.type(friend.id)
		await expect(page.getByRole('option').filter({ hasText: friend.id }).first()).toBeVisible()
		await page.keyboard.press('Enter')
		await reach(page, '[data-demo="share-submit"]')
		await page.keyboard.press('Space')
		await expect(tip.heading).toHaveText('Un lien, pour qui n’a pas de compte')
		await reach(page, '[data-demo="link-submit"]')
		await page.keyboard.press('Space')
		await expect(tip.heading).toHaveText('Un mot de passe pour le lien')
		await reach(page, 'input[data-demo="link-password"], [data-demo="link-password"] input', 'Shift+Tab')
		await page.keyboard.type('un-Mot-de-passe-2026')
		await page.keyboard.press('Enter')

		// A window keeps the focus: with Escape one gets out of it, and back to the tip.
		await expect(tip.heading).toHaveText('Ce que voit cette personne')
		await page.keyboard.press('Escape')
		await goOn(page, tip, 'Ce que voit cette personne')
		await tip.expectHeading('Refermer quand c’est fini')
		await reach(page, '[data-demo="row-share"]')
		await page.keyboard.press('Space')
		await reach(page, '[data-demo="revoke"]')
		await page.keyboard.press('Space')
		await tip.expectGone()
	})
}

test('Escape leaves the tour, keeps the place and gives the focus back', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
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
