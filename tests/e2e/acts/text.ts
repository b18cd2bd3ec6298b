/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

export const writingTogether: TourActs = {
	steps: {
		new: async ({ page }) => {
			await page.locator('[data-cy-upload-picker] button').first().click()
			await page.locator('[data-cy-upload-picker-menu-entry^="template-new-text"]').click()
		},
		name: async ({ page }) => {
			await page.locator('[data-cy-files-new-node-dialog-input]').fill('Compte-rendu.md')
			await page.locator('[data-cy-files-new-node-dialog-submit]').click()
		},
		write: async ({ page }) => {
			await page.locator('[data-text-el="editor-container"] .ProseMirror').click()
			await page.keyboard.type('Ordre du jour : le budget')
		},
		close: ({ page }) => page.locator('#viewer .header-close').click(),
	},
}
