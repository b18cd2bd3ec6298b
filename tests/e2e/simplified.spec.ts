/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { environment, newId } from './support/space.ts'
import { expect, expectAccessible, test } from './support/test.ts'

/*
 * The simplified pages of the demo, on which quests are done: each is used as a person would, at a desk and on a phone,
 * and axe looks at it. A Nextcloud has its own.
 */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const demo = (page: Page, name: string) => page.locator(`[data-demo="${name}"]`)
const field = (page: Page, name: string) => page.locator(`input[data-demo="${name}"], [data-demo="${name}"] input, textarea[data-demo="${name}"], [data-demo="${name}"] textarea`).first()
const submit = (page: Page) => page.locator('[role="dialog"] [data-demo="submit"]').click()

/** Looks at the page as it is, at both widths. */
async function look(page: Page): Promise<void> {
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 800 })
		await page.waitForTimeout(300)
		expect(await page.evaluate(() => document.documentElement.scrollWidth), `nothing sticks out at ${width}`).toBeLessThanOrEqual(width)
		await expectAccessible(page, 'body')
	}
	await page.setViewportSize({ width: 1280, height: 800 })
}

async function said(page: Page, words: string | RegExp): Promise<void> {
	await expect(demo(page, 'said')).toContainText(words)
}

if (environment('COMPAGNON_HOST') === 'demo') {
	test('an agenda has events, also each week, and is shared', async ({ page, space, arrive }) => {
		const friend = await space.newMember()
		await arrive()
		await page.goto('/apps/calendar')
		await demo(page, 'event-new').click()
		await field(page, 'event-title').fill('Atelier vélo')
		await field(page, 'event-repeats').click()
		await page.getByRole('option', { name: 'Toutes les semaines' }).click()
		await expectAccessible(page, '[role="dialog"]')
		await submit(page)
		await said(page, 'Atelier vélo')
		await expect(page.locator('[data-demo-event="Atelier vélo"]').first()).toContainText('Toutes les semaines')

		await demo(page, 'calendar-new').click()
		await field(page, 'name').fill('Vie de l’atelier')
		await submit(page)
		const calendar = page.locator('[data-demo-calendar="Vie de l’atelier"]')
		await calendar.hover()
		await calendar.locator('.action-item button').click()
		await demo(page, 'calendar-share').click()
		await demo(page, 'calendar-member').locator('input').fill(friend.id)
		await page.getByRole('option').filter({ hasText: friend.id }).click()
		await submit(page)
		await said(page, 'Le partage est fait')
		await look(page)
	})

	test('contacts are kept, alone and in groups', async ({ page, arrive }) => {
		await arrive()
		await page.goto('/apps/contacts')
		await demo(page, 'contact-new').click()
		await field(page, 'contact-name').fill('Mairie – salle des fêtes')
		await field(page, 'contact-email').fill('mairie')
		await submit(page)
		await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Adresse e-mail')
		await field(page, 'contact-email').fill('mairie@example.org')
		await submit(page)
		await demo(page, 'group-new').click()
		await field(page, 'group-name').fill('Partenaires')
		await page.getByRole('dialog').getByText('Mairie – salle des fêtes').click()
		await expectAccessible(page, '[role="dialog"]')
		await submit(page)
		await said(page, 'Partenaires')
		await demo(page, 'group').click()
		await expect(page.locator('[data-demo-contact]')).toHaveCount(1)
		await look(page)
	})

	test('one’s own account has a picture, a name and a language', async ({ page, arrive }) => {
		await arrive()
		await page.goto('/settings/user')
		await demo(page, 'picture-input').setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: PICTURE })
		await said(page, 'Votre image est enregistrée')
		await expect(page.getByRole('img', { name: 'Votre image de profil' })).toBeVisible()
		await look(page)
		await demo(page, 'account-language').getByRole('combobox').click()
		await page.getByRole('option', { name: 'English' }).click()
		await demo(page, 'language-submit').click()
		await expect(page.getByRole('heading', { name: 'Personal information' }).first()).toBeVisible()
	})

	test('a second factor is switched on, and a device gets its own password', async ({ page, arrive }) => {
		await arrive()
		await page.goto('/settings/user/security')
		await demo(page, 'second-factor').getByText('Demander un code').click()
		await said(page, 'est activée')
		await field(page, 'device-name').fill('Téléphone')
		await demo(page, 'device-submit').click()
		await expect(demo(page, 'device-password')).toHaveText(/^[0-9a-f]{6}(-[0-9a-f]{6}){3}$/)
		await look(page)
	})

	test('whoever looks after the space makes accounts, and shares that work', async ({ page, arrive }) => {
		await arrive({ admin: true })
		await page.goto('/settings/users')
		const id = newId()
		await demo(page, 'member-new').click()
		await field(page, 'member-id').fill(id)
		await field(page, 'member-password').fill('un-mot-de-passe')
		await expectAccessible(page, '[role="dialog"]')
		await submit(page)
		const row = page.locator(`[data-demo-member="${id}"]`)
		await row.locator('[data-demo="member-give"]').click()
		await expect(row).toContainText('prend soin de l’espace')
		await row.locator('[data-demo="member-take"]').click()
		await look(page)
	})

	test('a text is written in, goes back to a version, is starred and comes back from the trash', async ({ page, arrive, files }) => {
		await arrive()
		await files.open()
		await files.openNewMenu()
		await demo(page, 'new-text').click()
		await field(page, 'name').fill('Compte rendu.md')
		await submit(page)
		await page.locator('[data-demo-row="Compte rendu.md"] .file-name').click()
		for (const words of ['Ordre du jour', 'Ordre du jour : le budget']) {
			await field(page, 'text-editor').fill(words)
			await demo(page, 'text-save').click()
			await said(page, 'Le texte est enregistré')
		}
		await look(page)

		await files.open()
		const menu = page.locator('[data-demo-row="Compte rendu.md"] [data-demo="row-actions"] button')
		await menu.click()
		await demo(page, 'action.versions').click()
		await demo(page, 'version-2').click()
		await expect(demo(page, 'version-3')).toBeVisible()
		await expectAccessible(page, '[role="dialog"]')
		await page.keyboard.press('Escape')
		await menu.click()
		await demo(page, 'action.star').click()
		await said(page, 'dans vos favoris')
		await look(page)
		await menu.click()
		await demo(page, 'action.delete').click()
		await demo(page, 'trash').click()
		await menu.click()
		await demo(page, 'action.restore').click()
		await said(page, 'de retour')
	})

	test('a link has a password and an end', async ({ page, arrive, files }) => {
		await arrive()
		await files.open()
		await files.newFolder('Programme')
		await page.locator('[data-demo-row="Programme"] [data-demo="row-share"]').click()
		await field(page, 'link-password').fill('mot-de-passe')
		await field(page, 'link-ends').fill('2099-12-31')
		await demo(page, 'link-submit').click()
		await expect(demo(page, 'shares')).toContainText('protégé par un mot de passe · jusqu’au 31 déc. 2099')
		await expectAccessible(page, '[role="dialog"]')
	})
}
