/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

export const mySettings: TourActs = {
	steps: {
		picture: async ({ page }) => {
			const section = page.locator('#vue-avatar-section')
			await section.locator('input[type="file"]').setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: await page.screenshot() })
			await section.locator('.avatar__cropper-buttons button').last().click()
		},
		'open-notifications': ({ page }) => page.locator('#app-navigation li[data-section-id="notifications"][data-section-type="personal"] a').click(),
	},
}
