/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'
import type { Act, TourActs } from './act.ts'

import { expect } from '@playwright/test'

const FOLDER = 'Essai de partage'
const PASSWORD = 'un-Mot-de-passe-2026'
const LINK = '.sharing-link-list .sharing-entry__actions.action-item .action-item__menutoggle'

/** In the panel of Nextcloud's Files. */
const onNextcloud: Record<string, Act> = {
	open: ({ page }) => page.locator(`[data-cy-files-list-row-name="${FOLDER}"] [data-cy-files-list-row-action="sharing-status"]`).click(),
	member: async ({ page, friend }) => {
		await page.locator('.sharingTab__content .sharing-search input').first().fill(friend.id)
		await page.locator('[role="option"]').filter({ hasText: friend.id }).first().click()
		await page.locator('[data-cy-files-sharing-share-editor-action="save"]').click()
	},
	link: ({ page }) => page.locator('[data-cy-sidebar] .new-share-link').first().click(),
	password: async ({ page }) => {
		await menu(page, 0)
		const details = page.locator('.sharingTabDetailsView')
		await fillBehind(details.locator('.sharingTabDetailsView__advanced .checkbox-radio-switch-checkbox').first(), details.locator('input[type="password"]'), PASSWORD)
		await page.locator('[data-cy-files-sharing-share-editor-action="save"]').click()
	},
	stop: async ({ page }) => menu(page, -1),
	overview: async ({ page }) => {
		await page.locator('[data-cy-sidebar] .app-sidebar__close').click()
		await page.locator('[data-cy-files-navigation-item="shareoverview"] a').first().click()
	},
}

/** In the window of the demo's page. */
const onDemo: Record<string, Act> = {
	open: ({ page }) => page.locator(`[data-demo-row="${FOLDER}"] [data-demo="row-share"]`).click(),
	member: async ({ page, friend }) => {
		await page.locator('[data-demo="share-member"] input').fill(friend.id)
		await page.getByRole('option').first().click()
		await page.locator('[data-demo="share-submit"]').click()
	},
	link: ({ page }) => page.locator('[data-demo="link-submit"]').click(),
	password: async ({ page }) => {
		await page.locator('input[data-demo="link-password"], [data-demo="link-password"] input').fill(PASSWORD)
		await page.locator('[data-demo="link-submit"]').click()
	},
	stop: ({ page }) => page.locator('[data-demo="revoke"]').last().click(),
}

/** Chooses an entry of the link's menu: the first one customises it, the last one takes it back. */
async function menu(page: Page, entry: number): Promise<void> {
	await page.locator(LINK).first().click()
	await page.locator('.v-popper__popper--shown [role="menuitem"]').nth(entry).click()
}

/** Fills a field that is behind a box to tick. Its line is wider than what of it can be clicked, by as much as its words are short. */
export async function fillBehind(box: Locator, field: Locator, value: string): Promise<void> {
	await expect(async () => {
		if (!await field.isVisible()) {
			await box.locator('.checkbox-content').click({ timeout: 3000 })
		}
		await field.fill(value, { timeout: 3000 })
	}).toPass({ timeout: 60_000 })
}

function act(step: string): Act {
	return (scene) => (scene.space.host === 'demo' ? onDemo : onNextcloud)[step]!(scene)
}

export const sharing: TourActs = {
	steps: {
		folder: ({ files }) => files.newFolder(FOLDER),
		...Object.fromEntries(Object.keys(onNextcloud).map((step) => [step, act(step)])),
	},
}
