/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage } from './support/space.ts'
import type { Tip } from './support/tip.ts'

import { expect, expectAccessible, test } from './support/test.ts'
import { toFirstStep } from './support/walk.ts'

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

test('the words of a tour are never run', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
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

const STEP = '**/apps/compagnon/api/v1/tours/files-first-steps/step'

/** Goes on to the second step of the tour of Files while its place cannot be stored. */
async function goOnUnstored(page: Page, files: FilesPage, tip: Tip): Promise<void> {
	await toFirstStep(files, tip)
	await page.route(STEP, (route) => route.abort())
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
}

test('a place that cannot be stored is kept, told, and sent later', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
	await arrive()
	await goOnUnstored(page, files, tip)
	await expect(tip.dialog.getByRole('status').filter({ hasText: 'gardée sur cet appareil' })).toBeVisible()
	await expectAccessible(page, '.compagnon-tip')
	await page.unroute(STEP)
	const stored = page.waitForResponse(STEP)
	await page.evaluate(() => window.dispatchEvent(new Event('online')))
	expect((await stored).status()).toBe(200)
	await expect(tip.dialog.getByText('gardée sur cet appareil')).toHaveCount(0)
	await page.reload()
	await tip.expectHeading('Vos documents')
})

test('a place that was unsent when the page went is sent by the next page', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
	await arrive()
	await goOnUnstored(page, files, tip)
	await page.unroute(STEP)
	await page.reload()
	await tip.expectHeading('Vos documents')
})

test('a tour can be left while the space does not answer', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
	await arrive()
	await toFirstStep(files, tip)
	const pause = '**/apps/compagnon/api/v1/tours/files-first-steps/pause'
	await page.route(pause, (route) => route.abort())
	await tip.button(/^S’arrêter là/).click()
	await tip.expectHeading('Votre place est gardée')
	await page.unroute(pause)
	await page.reload()
	await page.waitForTimeout(2500)
	await tip.expectGone()
})
