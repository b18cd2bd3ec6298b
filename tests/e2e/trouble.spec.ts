/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'

const TOUR = '**/apps/compagnon/api/v1/tours/files-first-steps'

interface TourAnswer {
	ocs: { data: { title: string, steps: { anchor: string | null, title: string, text: string, where: string | null }[], anchors: Record<string, { selectors: string[], open: string | null }> } }
}

/** Changes what the server says about the tour. */
async function tamper(page: Page, change: (tour: TourAnswer['ocs']['data']) => void): Promise<void> {
	await page.route(TOUR, async (route) => {
		const response = await route.fetch()
		const answer = await response.json() as TourAnswer
		change(answer.ocs.data)
		await route.fulfill({ response, json: answer })
	})
}

test('a step whose target never comes says where it is, and the tour goes on', async ({ page, arrive, files, tip }) => {
	await arrive()
	await tamper(page, (tour) => {
		for (const anchor of Object.values(tour.anchors)) {
			anchor.selectors = ['#nowhere', 'not a selector at all >']
		}
	})
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
	await expect(tip.dialog.getByText('La liste de vos documents occupe le milieu de la page.')).toBeVisible()
	await tip.button('Suivant').click()
	await tip.expectHeading('Un premier dossier')
	await files.newFolder('Sans visite')
	await tip.expectHeading('Où suis-je ?')
})

test('the words of a tour are never run', async ({ page, arrive, files, tip }) => {
	const attack = '<img src=x onerror="window.__run=1"><script>window.__run=1</script>'
	await arrive()
	await tamper(page, (tour) => {
		tour.title = attack
		for (const step of tour.steps) {
			Object.assign(step, { title: attack, text: attack, where: attack })
		}
	})
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading(attack)
	await tip.button('Suivant').click()
	await tip.expectHeading(attack)
	await expect(tip.dialog.locator('img, script')).toHaveCount(0)
	expect(await page.evaluate(() => '__run' in window)).toBe(false)
})

test('a step that cannot be stored stays, says so, and goes on later', async ({ page, arrive, files, tip }) => {
	await arrive()
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
	const step = '**/apps/compagnon/api/v1/tours/files-first-steps/step'
	await page.route(step, (route) => route.abort())
	await tip.button('Suivant').click()
	await expect(tip.dialog.getByRole('alert')).toHaveText(/Le serveur ne répond pas|ne peut pas être joint|connexion/)
	await tip.expectHeading('Bienvenue dans Fichiers')
	await page.unroute(step)
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
})
