/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Deed } from './deed.ts'

import { mySecurity } from '../acts/security.ts'
import { mySettings } from '../acts/settings.ts'
import { asInTour, onEach } from './deed.ts'

export const pictureSet: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="picture-input"]').setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 64, height: 64 } }) })
	}, mySettings.steps.picture!),
}

/** On the demo the language that one reads already is chosen; on a Nextcloud another one, and the own one again. */
export const languageSet: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="language-submit"]').click()
	}, async ({ page, language }) => {
		const choose = async (name: RegExp) => {
			const kept = page.waitForResponse((answer) => answer.url().includes('/cloud/users/') && answer.request().method() === 'PUT')
			await page.locator('#account-setting-language').click()
			await page.getByRole('option', { name }).first().click()
			await kept
			await page.waitForLoadState('load')
		}
		const [own, other] = language === 'fr' ? [/^Français/, /^English/] : [/^English/, /^Français/]
		await choose(other)
		await page.locator('.compagnon-companion').getByRole('heading', { name: /^(Done!|C’est fait)/ }).waitFor()
		await choose(own)
	}),
	isOver: ({ space }) => space.host === 'nextcloud',
}

export const secondFactorOn: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('[data-demo="second-factor"] .checkbox-content').click()
	}, mySecurity.steps['second-factor']!),
}

export const deviceConnected: Deed = {
	act: onEach(async ({ page }) => {
		await page.locator('input[data-demo="device-name"], [data-demo="device-name"] input').fill('Téléphone')
		await page.locator('[data-demo="device-submit"]').click()
	}, async (scene) => {
		await asInTour(mySecurity, 'device-name')(scene)
		await scene.page.locator('#generate-app-token-section button[type="submit"]').click()
		await scene.page.locator('.modal-container__close:visible, [role="dialog"] .dialog__close:visible').first().click()
	}),
}
