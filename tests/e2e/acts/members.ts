/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { newId } from '../support/space.ts'

const NEXT = { fr: 'Suivant', en: 'Next' }

export const membersAndGroups: TourActs = {
	admin: true,
	steps: {
		new: ({ page }) => page.locator('#new-user-button').click(),
		name: ({ page }) => page.locator('#new-user-form [data-test="username"]').fill(newId()),
		account: async ({ page }) => {
			await page.locator('#new-user-form [data-test="password"]').fill('un-Mot-de-passe-2026')
			await page.locator('[form="new-user-form"][data-test="submit"]').click()
		},
	},
}

export const secondAdmin: TourActs = {
	admin: true,
	steps: {
		// Whoever takes the tour in a test is the second one already: the step says so.
		give: ({ tip, language }) => tip.button(NEXT[language]).click(),
		check: ({ page }) => page.locator('#app-navigation-vue li#admin a').click(),
	},
}

export const roomLeft: TourActs = {
	admin: true,
	steps: {
		trash: ({ page }) => page.locator('[data-cy-files-navigation-item="trashbin"] a').click(),
		default: async ({ page }) => {
			await page.locator('.account-management__settings-toggle').click()
			await page.locator('.modal-container__close:visible').click()
		},
	},
}
