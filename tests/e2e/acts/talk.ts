/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

export const talk: TourActs = {
	steps: {
		new: async ({ page }) => {
			// Talk tells browsers that run for tests that it does not know them, over the top of the page.
			const toast = page.locator('.toastify .toast-close')
			if (await toast.isVisible()) {
				await toast.click()
			}
			await page.locator('.new-conversation .actions button').click()
			await page.locator('.v-popper__popper--shown li:has(.plus-icon) button').click()
		},
		name: ({ page }) => page.locator('.new-group-conversation input[type="text"]').first().fill('Préparation de la fête'),
		create: async ({ page }) => {
			// First the people, then the conversation.
			await page.locator('.new-group-conversation__button').last().click()
			await page.locator('.selectable-participant__checkbox').first().waitFor()
			await page.locator('.new-group-conversation__button').last().click()
		},
		write: async ({ page }) => {
			await page.locator('.new-message-form [contenteditable="true"]').click()
			await page.keyboard.type('Bonjour !')
			await page.keyboard.press('Enter')
		},
	},
}
