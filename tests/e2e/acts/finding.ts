/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

const ENTRY = {
	shared: '[data-cy-files-navigation-item="shareoverview"] a, [data-demo="shared"] a',
	trash: '[data-cy-files-navigation-item="trashbin"] a, [data-demo="trash"] a',
}

export const findingThings: TourActs = {
	before: async ({ files }) => {
		await files.open()
		await files.upload('budget.txt', 'cotisations: 120')
	},
	steps: {
		search: ({ page }) => page.locator('#unified-search button').first().click(),
		word: ({ page }) => page.locator('[data-cy-unified-search-input]').fill('budget'),
		recent: async ({ page }) => {
			await page.keyboard.press('Escape')
			await page.locator('[data-cy-files-navigation-item="recent"] a').first().click()
		},
		favorite: async ({ page }) => {
			await page.locator('[data-cy-files-list-row-name="budget.txt"] [data-cy-files-list-row-actions] .action-item__menutoggle').click()
			await page.locator('.v-popper__popper--shown [data-cy-files-list-row-action="favorite"]').click()
		},
		shared: ({ page }) => page.locator(ENTRY.shared).first().click(),
		trash: ({ page }) => page.locator(ENTRY.trash).first().click(),
	},
}
