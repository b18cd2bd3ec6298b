/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { expect } from '@playwright/test'
import { newId } from '../support/space.ts'

export const collectives: TourActs = {
	steps: {
		// A click that comes early, while Collectives still asks for its list, was seen to open nothing, or a window that goes
		// again; while a window is there, nothing can be clicked behind it.
		new: async ({ page }) => {
			await page.waitForLoadState('networkidle')
			await expect(async () => {
				if (!await page.locator('.modal-container').first().isVisible()) {
					await page.locator('.new-collective-button button').click({ timeout: 3000 })
				}
				await page.locator('.modal-collective-name').waitFor({ timeout: 3000 })
			}).toPass({ timeout: 60_000 })
		},
		// Two collectives of a space cannot have the same name.
		name: ({ page }) => page.locator('.modal-collective-name input[type="text"]').fill(`Guide ${newId()}`),
		create: async ({ page }) => {
			await page.locator('.modal-container:has(.modal-collective-name) .modal-buttons-right').click()
			await page.locator('.modal-container:not(:has(.modal-collective-name)) .modal-buttons-right').click()
		},
		page: ({ page }) => page.locator('.page-list-root-page .action-button-add').click(),
		title: ({ page }) => page.locator('input.title').fill('Ouvrir le local'),
		write: async ({ page }) => {
			await page.locator('[data-cy-collectives="editor"] .ProseMirror[contenteditable="true"]').click()
			await page.keyboard.type('La clé est chez Nadia.')
		},
		done: ({ page }) => page.locator('.titleform-button').click(),
	},
}
