/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

export const photos: TourActs = {
	steps: {
		albums: ({ page }) => page.locator('[data-id-app-nav-item="albums"] a').click(),
		'new-album': ({ page }) => page.locator('.albums-list .photos-navigation__content__left button').click(),
		name: async ({ page }) => {
			await page.locator('.album-form input[name="name"]').fill('Fête de quartier')
			await page.locator('.album-form .right-buttons button').last().click()
		},
		share: ({ page }) => page.locator('.photos-navigation__content__right > button').nth(1).click(),
		'shared-albums': async ({ page }) => {
			await page.locator('.modal-container__close').click()
			await page.locator('[data-id-app-nav-item="sharedalbums"] a').click()
		},
	},
}
