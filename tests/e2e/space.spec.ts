/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { test as base, expect } from './support/test.ts'

interface Settings {
	offers: boolean
	contact: string
}

/** Writes what is true for the whole space, as the page would. */
async function put(page: Page, settings: Settings): Promise<void> {
	const status = await page.evaluate(async (body) => (await fetch('/ocs/v2.php/apps/compagnon/api/v1/admin/settings', {
		method: 'PUT',
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'OCS-APIRequest': 'true', requesttoken: document.head.dataset.requesttoken ?? '' },
		body: JSON.stringify(body),
	})).status, settings)
	expect(status).toBe(200)
}

/** The settings page of somebody who looks after the space; everything is as before when the test ends. */
const test = base.extend<{ keeper: Page }>({
	keeper: async ({ browser, space }, use) => {
		const page = await browser.newPage()
		await space.login(page, await space.newMember({ admin: true }))
		const answer = page.waitForResponse((response) => response.url().includes('/api/v1/admin/settings'))
		await page.goto(space.paths.admin)
		const before = (await (await answer).json()).ocs.data as Settings
		await use(page)
		await put(page, before)
		await page.close()
	},
})

// These change what is true for everybody: they run one after the other, and beside no other test.
test.describe.configure({ mode: 'default' })

test('offers that are switched off reach nobody, and come back', { tag: '@space' }, async ({ page, keeper, arrive, files, tip }) => {
	const offers = 'Proposer une visite, une seule fois, à qui découvre une application'
	await expect(keeper.getByLabel(offers)).toBeChecked()
	await keeper.getByText(offers, { exact: true }).click()
	await expect(keeper.getByText('C’est enregistré.')).toBeVisible()
	await arrive()
	await files.open()
	await page.waitForTimeout(2500)
	await tip.expectGone()
	// Whoever looks for the tour finds it.
	await page.locator('#compagnon-help').click()
	await expect(page.getByRole('dialog', { name: 'Aide' }).getByRole('article', { name: 'Premiers pas dans Fichiers' }).getByRole('button', { name: 'Commencer' })).toBeVisible()

	await keeper.reload()
	await expect(keeper.getByLabel(offers)).not.toBeChecked()
	await keeper.getByText(offers, { exact: true }).click()
	await expect(keeper.getByText('C’est enregistré.')).toBeVisible()
	await files.open()
	await tip.expectHeading('Premiers pas dans Fichiers')
})

test('whom to ask is said wherever somebody may be stuck', { tag: '@space' }, async ({ page, space, keeper, arrive, files, tip }) => {
	const contact = 'Camille, le mardi de 18 h à 20 h au local <b>'
	const field = keeper.getByLabel('À qui demander quand on est bloqué⋅e')
	await field.fill(`  ${contact}\n`)
	await keeper.locator('#compagnon-admin').getByRole('button', { name: 'Enregistrer', exact: true }).click()
	await expect(keeper.getByText('C’est enregistré.')).toBeVisible()
	await expect(field).toHaveValue(contact)

	await arrive()
	await page.goto(space.paths.home)
	await expect(page.locator('#content-vue').getByText(contact)).toBeVisible()
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
	await tip.dialog.locator('summary', { hasText: 'Je suis bloqué⋅e' }).click()
	await expect(tip.dialog.getByText(contact)).toBeVisible()
	await page.locator('#compagnon-help').click()
	await expect(page.getByRole('dialog', { name: 'Aide' }).getByText(contact)).toBeVisible()
})
