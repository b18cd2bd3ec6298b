/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { untilTaken } from '../support/taken.ts'

/** The button that keeps something: Calendar 6.0 names it in one way, 6.6 in the other. */
export const KEEP = ':is(.button-vue--vue-primary, .button-vue--primary)'

const OWN = { fr: 'Vie de l’association', en: 'Life of the association' }

export const calendar: TourActs = {
	steps: {
		event: async ({ page }) => {
			await page.locator('.new-event').click()
			await page.locator('.property-title input').fill('Réunion du bureau')
			await untilTaken(page, () => page.locator(`.save-buttons ${KEEP}`).click())
		},
		own: async ({ page, language }) => {
			await page.locator('.app-navigation-entry-new-calendar button').click()
			const menu = page.locator('.v-popper__popper--shown')
			await untilTaken(page, async () => {
				await menu.locator('li:has(.calendar-blank-outline-icon) button').click()
				await menu.locator('form input').fill(OWN[language])
				await menu.locator('form input').press('Enter')
			})
		},
		share: async ({ page, language, friend }) => {
			// The menu stays open once the calendar is made.
			await page.locator('.app-navigation-entry-new-calendar button[aria-expanded="true"]').click()
			const line = page.locator('.draggable-calendar-list-item').filter({ hasText: OWN[language] })
			await line.hover()
			await line.locator('.app-navigation-entry__actions').click()
			const field = page.locator('.edit-calendar-modal .sharing-search input')
			await untilTaken(page, async () => {
				await field.fill(friend.id)
				await page.getByRole('option').filter({ hasText: friend.id }).first().click()
			})
		},
		phone: async ({ page }) => {
			await page.locator('.modal-container__close:visible').click()
			await page.locator('.navigation-calendar-settings a').click()
			await page.locator('.modal-container__close:visible').click()
		},
	},
}
