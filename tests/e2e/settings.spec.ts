/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { readFile } from 'node:fs/promises'
import { expectGoodAtEachSize } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const QUIET = 'Ne rien me proposer'
const PAGE = '#compagnon-personal'

function section(page: Page) {
	return page.locator(PAGE)
}

async function expectKept(page: Page): Promise<void> {
	await expect(section(page).getByText('C’est enregistré.')).toBeVisible()
}

test('who wants no offers gets none, until they change their mind', { tag: '@ours' }, async ({ page, space, arrive, files, tip }) => {
	await arrive()
	await page.goto(space.paths.personal)
	await expect(page.getByLabel(QUIET)).not.toBeChecked()
	await section(page).getByText(QUIET, { exact: true }).click()
	await expectKept(page)
	await files.open()
	await page.waitForTimeout(2500)
	await tip.expectGone()
	await expect(page.locator('#compagnon-help')).toBeVisible()

	await page.goto(space.paths.personal)
	await expect(page.getByLabel(QUIET)).toBeChecked()
	await page.getByLabel(QUIET).focus()
	await page.keyboard.press('Space')
	await expectKept(page)
	await files.open()
	await tip.expectHeading('Premiers pas dans Fichiers')
})

test('a choice that cannot be stored is taken back, and says so', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	await expect(page.getByLabel(QUIET)).not.toBeChecked()
	await page.route('**/apps/compagnon/api/v1/me', (route) => route.abort())
	await section(page).getByText(QUIET, { exact: true }).click()
	await expect(section(page).getByText(/^Le serveur ne répond pas/)).toBeVisible()
	await expect(page.getByLabel(QUIET)).not.toBeChecked()
})

test('what is kept is downloaded, and erased after a question', async ({ page, space, arrive, files, tip }) => {
	const member = await arrive()
	await files.open()
	await tip.button('Commencer').click()
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
	await tip.button(/^S’arrêter là/).click()
	await tip.expectHeading('Votre place est gardée')

	await page.goto(space.paths.personal)
	await section(page).getByText(QUIET, { exact: true }).click()
	await expectKept(page)
	const download = page.waitForEvent('download')
	await page.getByRole('button', { name: 'Télécharger' }).click()
	const file = await download
	expect(file.suggestedFilename()).toBe(`compagnon-${member.id}.json`)
	const content = await readFile(await file.path(), 'utf8')
	expect(content).toContain('files-first-steps')
	expect(JSON.parse(content)).not.toEqual({})
	await expect(section(page).getByText('Le fichier est dans vos téléchargements.')).toBeVisible()

	const dialog = page.getByRole('dialog', { name: 'Tout effacer ?' })
	await page.getByRole('button', { name: 'Effacer…' }).click()
	await expectGoodAtEachSize(page, '[role="dialog"]')
	await dialog.getByRole('button', { name: 'Annuler' }).click()
	await dialog.waitFor({ state: 'detached' })
	await expect(page.getByLabel(QUIET)).toBeChecked()

	await page.getByRole('button', { name: 'Effacer…' }).click()
	await dialog.getByRole('button', { name: 'Effacer' }).click()
	await dialog.waitFor({ state: 'detached' })
	await expect(section(page).getByText('C’est effacé. Compagnon ne garde plus rien sur vous.')).toBeVisible()
	await expect(page.getByLabel(QUIET)).not.toBeChecked()
	await page.goto(space.paths.home)
	await expect(page.locator('#content-vue').getByRole('article', { name: 'Premiers pas dans Fichiers' }).getByRole('status')).toHaveText('Pas encore commencée')
})

test('what cannot be erased at the moment is said where it was asked', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	await page.route('**/apps/compagnon/api/v1/me/data', (route) => route.abort())
	await page.getByRole('button', { name: 'Effacer…' }).click()
	const dialog = page.getByRole('dialog', { name: 'Tout effacer ?' })
	await dialog.getByRole('button', { name: 'Effacer' }).click()
	await expect(dialog.getByText(/^Le serveur ne répond pas/)).toBeVisible()
	await page.keyboard.press('Escape')
	await dialog.waitFor({ state: 'detached' })
	await expect(page.getByRole('button', { name: 'Effacer…' })).toBeFocused()
})

for (const theme of ['light', 'dark'] as const) {
	test(`the personal settings can be read by everybody, wide and on a phone, ${theme}`, { tag: '@ours' }, async ({ page, space, arrive }) => {
		await arrive({ theme })
		await page.goto(space.paths.personal)
		await section(page).getByText(QUIET, { exact: true }).click()
		await expectKept(page)
		await expectGoodAtEachSize(page, PAGE)
	})

	test(`the settings of the space can be read by everybody, wide and on a phone, ${theme}`, { tag: theme === 'dark' ? [] : '@ours' }, async ({ page, space, arrive }) => {
		await arrive({ theme, admin: true })
		const file = 'resources/tours/une-visite-au-nom-vraiment-tres-long-et-sans-aucune-espace-ni-rien.json'
		await page.route('**/apps/compagnon/api/v1/admin/content', async (route) => {
			const response = await route.fetch()
			const answer = await response.json()
			answer.ocs.data.faults = [{ file, message: `Le fichier ${file} est inutilisable : steps/3/anchor.` }]
			await route.fulfill({ response, json: answer })
		})
		await page.goto(space.paths.admin)
		await expect(page.locator('#compagnon-admin').getByText(file, { exact: true })).toBeVisible()
		await expect(page.locator('#compagnon-admin').getByText(/^Visites en ordre\s: [1-9]/)).toBeVisible()
		await expectGoodAtEachSize(page, '#compagnon-admin')
	})
}

test('a contact that is too long is refused at its field, and nothing typed is lost', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive({ admin: true })
	await page.goto(space.paths.admin)
	const field = page.getByLabel('À qui demander quand on est bloqué⋅e')
	const long = 'é'.repeat(501)
	await field.fill(long)
	await page.locator('#compagnon-admin').getByRole('button', { name: 'Enregistrer', exact: true }).click()
	await expect(field).toBeFocused()
	await expect(field).toHaveAttribute('aria-invalid', 'true')
	await expect(field).toHaveAccessibleDescription(/C’est trop long\s: 500\scaractères au plus\./)
	await expect(field).toHaveValue(long)
	await expectGoodAtEachSize(page, '#compagnon-admin')
	await page.reload()
	await expect(field).not.toHaveValue(long)
})

test('the settings of the space are closed to a member', async ({ page, space, arrive }) => {
	await arrive()
	const refused = page.waitForResponse((response) => response.request().isNavigationRequest() && response.url().includes(space.paths.admin))
	await page.goto(space.paths.admin)
	expect((await refused).status()).toBe(403)
	await expect(page.locator('#compagnon-admin')).toHaveCount(0)
	await page.goto(space.paths.personal)
	await expect(page.getByLabel(QUIET)).toBeVisible()
	await expect(page.locator(`a[href$="${space.paths.admin}"]`)).toHaveCount(0)
})

test('the settings speak English', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive({ language: 'en', admin: true })
	await page.goto(space.paths.personal)
	await expect(page.getByLabel('Offer me nothing')).not.toBeChecked()
	await expect(section(page)).not.toContainText(/[éèàùç]/)
	await page.goto(space.paths.admin)
	await expect(page.getByLabel('Whom members can ask when they are stuck')).toBeVisible()
	await expect(page.locator('#compagnon-admin').getByText(/^Tours in order: [1-9]/)).toBeVisible()
	await expect(page.locator('#compagnon-admin')).not.toContainText(/[éèàùç]/)
})
