/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

const BOARD = { fr: 'Fête du 6 juin', en: 'Party on 6 June' }

export const deck: TourActs = {
	steps: {
		boards: ({ page }) => page.locator('#app-navigation-vue a[href$="/apps/deck/board"]').click(),
		new: ({ page }) => page.locator('#app-navigation-vue a:has(.icon-add)').click(),
		name: async ({ page, language }) => {
			await page.locator('.board-create input[type="text"]').fill(BOARD[language])
			await page.locator('.board-create button[type="submit"]').click()
		},
		open: ({ page, language }) => page.locator('#app-navigation-vue a[href*="/apps/deck/board/"]').filter({ hasText: BOARD[language] }).click(),
		list: async ({ page }) => {
			const field = page.locator('#app-content-vue .empty-content form input[type="text"]')
			await field.fill('À faire')
			await field.press('Enter')
		},
		card: async ({ page }) => {
			await page.locator('[data-cy="action:add-card"]').click()
			const field = page.locator('.stack__card-add input[type="text"]')
			await field.fill('Réserver la salle')
			await field.press('Enter')
		},
	},
}
