/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Deed } from './deed.ts'

import { expect } from '@playwright/test'
import { contacts } from '../acts/contacts.ts'
import { membersAndGroups, secondAdmin } from '../acts/members.ts'
import { newId } from '../support/space.ts'
import { untilTaken } from '../support/taken.ts'
import { asInTour, inDemo, onEach } from './deed.ts'

const SUBMIT = '[data-demo="form-dialog"] [data-demo="submit"]'
const isNextcloud = process.env.COMPAGNON_HOST === 'nextcloud'

export const contactCreated: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="contact-new"]').click()
		await page.locator('input[data-demo="contact-name"], [data-demo="contact-name"] input').fill('Mairie – salle des fêtes')
		await page.locator(SUBMIT).click()
		await page.locator('[data-demo-contact^="Mairie"]').first().waitFor()
	}, asInTour(contacts, 'new', 'name', 'save')),
}

export const groupCreated: Deed = {
	before: onEach(async (scene) => void await inDemo(scene, 'contacts', { name: 'Josette', email: '', phone: '' }), async ({ page, me }) => {
		const card = ['BEGIN:VCARD', 'VERSION:3.0', 'UID:josette', 'FN:Josette', 'END:VCARD', ''].join('\r\n')
		const url = `/remote.php/dav/addressbooks/users/${encodeURIComponent(me.id)}/contacts/josette.vcf`
		const headers = { 'OCS-APIRequest': 'true', 'Content-Type': 'text/vcard' }
		// Refused as in untilTaken.
		await expect.poll(async () => (await page.request.put(url, { headers, data: card })).ok(), 'Josette is stored').toBe(true)
	}),
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="group-new"]').click()
		await page.locator('input[data-demo="group-name"], [data-demo="group-name"] input').fill('Cuisine')
		await page.getByRole('dialog').getByText('Josette').click()
		await page.locator(SUBMIT).click()
	}, ({ page }) => untilTaken(page, async () => {
		await page.locator('#newgroup button').click()
		// Contacts asks at once who belongs to the new group. While its list still comes in, it was seen to empty the field again.
		const picker = page.getByRole('dialog').filter({ hasText: 'Cuisine' })
		await expect(async () => {
			if (!await picker.first().isVisible()) {
				await page.locator('#newgroup input, .v-popper__popper--shown input[type="text"]').first().fill('Cuisine', { timeout: 3000 })
				await page.keyboard.press('Enter')
			}
			await picker.waitFor({ timeout: 5000 })
		}).toPass({ timeout: 60_000 })
		await picker.getByText('Josette').first().click()
		await picker.getByRole('button', { name: /Cuisine/ }).click()
	})),
}

export const accountCreated: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="member-new"]').click()
		await page.locator('input[data-demo="member-id"], [data-demo="member-id"] input').fill(newId())
		await page.locator('input[data-demo="member-name"], [data-demo="member-name"] input').fill('Nadia')
		await page.locator('input[data-demo="member-password"], [data-demo="member-password"] input').fill('un-Mot-de-passe-2026')
		await page.locator(SUBMIT).click()
	}, asInTour(membersAndGroups, 'new', 'name', 'account')),
}

export const secondAdminNamed: Deed = {
	...isNextcloud ? { before: secondAdmin.before, after: secondAdmin.after } : {},
	act: onEach(async ({ page, friend }) => {
		await page.locator(`[data-demo-member="${friend.id}"] [data-demo="member-give"]`).click()
	}, secondAdmin.steps.give!),
}
