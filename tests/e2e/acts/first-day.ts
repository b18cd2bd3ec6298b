/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

const MENU = '#user-menu button, #user-menu summary'

export const firstDay: TourActs = {
	steps: {
		notifications: ({ page }) => page.locator('#notifications button').first().click(),
		account: ({ page }) => page.locator(MENU).first().click(),
		help: ({ page }) => page.locator('#compagnon-help').click(),
	},
}
