/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { untilTaken } from '../support/taken.ts'

export const contacts: TourActs = {
	steps: {
		new: ({ page }) => page.locator('.import-and-new-contact-buttons button').first().click(),
		name: ({ page }) => page.locator('#contact-fullname').fill('Mairie – salle des fêtes'),
		save: ({ page }) => untilTaken(page, () => page.locator('.contact-header:has(#contact-fullname) .contact-header__actions > button').first().click()),
		import: async ({ page }) => {
			await page.locator('.contacts-settings button').first().click()
			await page.locator('.modal-container__close:visible').click()
		},
	},
}
