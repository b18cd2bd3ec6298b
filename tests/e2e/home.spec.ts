/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'

import { expectGoodAtEachSize } from './support/layout.ts'
import { expect, test } from './support/test.ts'

const TITLE = 'Premiers pas dans Fichiers'
const TOURS = '**/apps/compagnon/api/v1/tours'

function cardOf(page: Page, title = TITLE): Locator {
	return page.locator('#content-vue').getByRole('article', { name: title })
}

test('a tour is started, left and taken up again from the home page', async ({ page, space, arrive, tip }) => {
	await arrive()
	await page.goto(space.paths.home)
	const card = cardOf(page)
	await expect(card.getByRole('status')).toHaveText('Pas encore commencée')
	await card.getByRole('button', { name: 'Commencer' }).click()
	await page.waitForURL(/\/apps\/files/)
	await tip.expectHeading('Bienvenue dans Fichiers')
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
	await tip.button(/^S’arrêter là/).click()
	await tip.expectHeading('Votre place est gardée')

	await page.goto(space.paths.home)
	await expect(card.getByRole('status')).toHaveText('En cours, étape 2 sur 8')
	await expect(card.getByRole('progressbar', { name: 'En cours, étape 2 sur 8' })).toHaveAttribute('value', '12.5')
	expect((await card.getByRole('progressbar').boundingBox())!.height).toBeGreaterThanOrEqual(4)
	await card.getByRole('button', { name: 'Continuer' }).click()
	await page.waitForURL(/\/apps\/files/)
	await tip.expectHeading('Vos documents')
})

test('a tour refused on the home page is not offered, and can still be started there', { tag: '@ours' }, async ({ page, space, arrive, files, tip }) => {
	await arrive()
	await page.goto(space.paths.home)
	const card = cardOf(page)
	await card.getByRole('button', { name: 'Pas pour moi' }).click()
	await expect(card.getByRole('status')).toHaveText('Pas pour moi')
	await expect(card.getByRole('button')).toHaveText(['Commencer'])
	await expect(card.getByRole('button', { name: 'Commencer' })).toBeFocused()
	await files.open()
	await page.waitForTimeout(2500)
	await tip.expectGone()

	await page.goto(space.paths.home)
	await expect(card.getByRole('status')).toHaveText('Pas pour moi')
	await card.getByRole('button', { name: 'Commencer' }).click()
	await tip.expectHeading('Bienvenue dans Fichiers')
})

test('the home page says when the space does not answer, and tries again', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.route(TOURS, (route) => route.abort())
	await page.goto(space.paths.home)
	const content = page.locator('#content-vue')
	await expect(content.getByText('Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.')).toBeVisible()
	await expectGoodAtEachSize(page, '#content-vue')
	await page.unroute(TOURS)
	await content.getByRole('button', { name: 'Réessayer' }).click()
	await expect(cardOf(page)).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
	test(`the home page can be read by everybody, wide and on a phone, ${theme}`, { tag: theme === 'dark' ? [] : '@ours' }, async ({ page, space, arrive }) => {
		await arrive({ theme })
		// Every standing at once, with words that do not break well.
		await page.route(TOURS, async (route) => {
			const response = await route.fetch()
			const answer = await response.json()
			const tour = answer.ocs.data.tours.find(({ id }: { id: string }) => id === 'files-first-steps')
			const standings = { Ouverte: 'paused', Finie: 'finished', Refusée: 'refused' }
			answer.ocs.data.tours = [tour, ...Object.entries(standings).map(([title, state]) => ({
				...tour,
				id: title,
				title: `${title} Kraftfahrzeughaftpflichtversicherungsgesellschaft`,
				progress: { ...tour.progress, state, step: tour.steps[3], revision: 1, quietUntil: null },
			}))]
			answer.ocs.data.contact = 'Camille, le mardi au local\nune-adresse-vraiment-longue@jardins-partages-du-moulin.example'
			await route.fulfill({ response, json: answer })
		})
		await page.goto(space.paths.home)
		await expect(cardOf(page)).toBeVisible()
		await expect(page.locator('#content-vue').getByRole('status').filter({ hasText: /\S/ })).toHaveText([/^En cours, étape 4 sur/, 'Pas encore commencée', 'Terminée', 'Pas pour moi'])
		await expect(page.locator('#content-vue').getByRole('heading', { level: 4 })).toHaveText(['À continuer', 'Pour commencer'])
		await expectGoodAtEachSize(page, '#content-vue')
	})
}

test('the settings are found from the home page by whoever may change them', { tag: '@ours' }, async ({ page, space, arrive, browser }) => {
	await arrive()
	await page.goto(space.paths.home)
	const links = page.getByRole('navigation', { name: 'Réglages de Compagnon' })
	await expect(links.getByRole('link')).toHaveText(['Mes réglages'])
	await links.getByRole('link').click()
	await expect(page.getByRole('heading', { name: 'Ce que Compagnon me propose' })).toBeVisible()

	const other = await browser.newPage()
	await space.login(other, await space.newMember({ admin: true }))
	await other.goto(space.paths.home)
	await other.getByRole('link', { name: 'Réglages de l’espace' }).click()
	await expect(other.getByLabel('À qui demander quand on est bloqué⋅e')).toBeVisible()
	await other.close()
})

test('the app is in the menu of apps with its icon', async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	const link = page.locator('#header [data-app-id="compagnon"] a, #header a[href$="/apps/compagnon/"]').first()
	await expect(link).toBeVisible()
	await expect(link.locator('img, svg').first()).toBeVisible()
	expect(await link.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth > 0))).not.toContain(false)
	await link.click()
	await expect(cardOf(page)).toBeVisible()
	await expect(page).toHaveTitle(/Compagnon/)
})

test('the home page speaks English', { tag: '@ours' }, async ({ page, space, arrive, tip }) => {
	const member = await arrive({ language: 'en' })
	await page.goto(space.paths.home)
	await expect(page.getByRole('heading', { name: `Hello ${member.id}` })).toBeVisible()
	const card = cardOf(page, 'First steps in Files')
	await expect(card.getByRole('status')).toHaveText('Not started yet')
	await expect(page.locator('#content-vue')).not.toContainText(/[éèàùç]/)
	await card.getByRole('button', { name: 'Start' }).click()
	await tip.expectHeading(/^[\w ]+$/)
	await expect(tip.button('Next')).toBeVisible()
})
