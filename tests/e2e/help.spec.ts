/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'

import { expectGoodAtEachSize } from './support/layout.ts'
import { expect, expectAccessible, test } from './support/test.ts'

const TITLE = 'Premiers pas dans Fichiers'
const TOURS = '**/apps/compagnon/api/v1/tours'

function panelOf(page: Page): Locator {
	return page.getByRole('dialog', { name: 'Aide' })
}

async function open(page: Page): Promise<Locator> {
	await page.locator('#compagnon-help').click()
	await expect(panelOf(page).getByRole('heading', { name: TITLE })).toBeVisible()
	return panelOf(page)
}

function cardOf(panel: Locator): Locator {
	return panel.getByRole('article', { name: TITLE })
}

test('the help is read, left and used by keyboard', async ({ page, space, arrive, files, tip }) => {
	await arrive()
	// Without the offer, which takes its own keys.
	await page.goto(space.paths.personal)
	await page.getByText('Ne rien me proposer', { exact: true }).click()
	await expect(page.getByText('C’est enregistré.')).toBeVisible()
	await files.open()
	const button = page.locator('#compagnon-help')
	await button.focus()
	await page.keyboard.press('Enter')
	const panel = panelOf(page)
	await expect(panel.getByRole('heading', { name: 'Aide', exact: true })).toBeFocused()
	await expect(panel.getByRole('heading', { name: 'Pour cette page' })).toBeVisible()

	const reached = new Set<string>()
	for (let presses = 0; presses < 60 && !reached.has('Tout ce que propose Compagnon'); presses++) {
		await page.keyboard.press('Tab')
		const { inside, name } = await page.evaluate(() => ({
			// The browser's own bars come after the last element.
			inside: document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
			name: document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
		}))
		expect(inside, `the focus left the help for “${name}”`).toBe(true)
		reached.add(name)
	}
	for (const name of ['Fermer l’aide', 'Commencer', 'Pas pour moi', 'Tout ce que propose Compagnon']) {
		expect([...reached]).toContain(name)
	}

	await page.keyboard.press('Escape')
	await expect(panel).toHaveCount(0)
	await expect(button).toBeFocused()

	await page.keyboard.press('Enter')
	await cardOf(panel).getByRole('button', { name: 'Commencer' }).focus()
	await page.keyboard.press('Enter')
	await expect(panel).toHaveCount(0)
	await tip.expectHeading('Bienvenue dans Fichiers')
	await expect(tip.heading).toBeFocused()
})

test('the “?” is at the right end of the header of every page', async ({ page, space, arrive }) => {
	await arrive()
	const pages = [space.paths.files, space.paths.home, space.paths.personal, ...space.host === 'nextcloud' ? ['/index.php/apps/dashboard/'] : []]
	for (const path of pages) {
		await page.goto(path)
		for (const width of [1280, 320]) {
			await page.setViewportSize({ width, height: 720 })
			const button = page.getByRole('button', { name: 'Aide de cette page' })
			await expect(button).toHaveCount(1)
			await expect(button).toBeInViewport({ ratio: 1 })
			const [box, header, account] = await Promise.all([button.boundingBox(), page.locator('#header').boundingBox(), page.locator('#user-menu').boundingBox()])
			expect(box!.x, `${path}, ${width} px`).toBeGreaterThan(width / 2 - 44)
			expect(box!.x + box!.width, `${path}, ${width} px`).toBeLessThanOrEqual(account!.x + 1)
			expect(box!.y + box!.height).toBeLessThanOrEqual(header!.y + header!.height + 1)
			expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(34)
		}
	}
})

test('a tour of another page is found and started from the help', async ({ page, space, arrive, tip }) => {
	await arrive()
	await page.goto(space.paths.personal)
	const panel = await open(page)
	await expect(panel.getByText('Cette page n’a pas encore de visite.')).toBeVisible()
	await expect(panel.getByRole('heading', { name: 'Visites d’autres pages' })).toBeVisible()
	await cardOf(panel).getByRole('button', { name: 'Commencer' }).click()
	await page.waitForURL(/\/apps\/files/)
	await tip.expectHeading('Bienvenue dans Fichiers')
})

test('a click beside the help closes it, and its link leads home', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	const panel = await open(page)
	await page.mouse.click(20, 400)
	await expect(panel).toHaveCount(0)
	await open(page)
	await panel.getByRole('link', { name: 'Tout ce que propose Compagnon' }).click()
	await expect(page.getByRole('heading', { name: 'Visites guidées' })).toBeVisible()
})

test('the help says when the space does not answer, and tries again', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	await page.route(TOURS, (route) => route.abort())
	await page.locator('#compagnon-help').click()
	await expect(panelOf(page).getByText(/^Le serveur ne répond pas/)).toBeVisible()
	await page.unroute(TOURS)
	await panelOf(page).getByRole('button', { name: 'Réessayer' }).click()
	await expect(panelOf(page).getByRole('heading', { name: TITLE })).toBeVisible()
})

test('the “?” says what to do when an upgrade has taken its files away', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive()
	await page.goto(space.paths.personal)
	await page.route(/openHelp-[^/]*\.mjs/, (route) => route.fulfill({ status: 404, body: 'Not found' }))
	await page.locator('#compagnon-help').click()
	const note = page.getByRole('alert')
	await expect(note).toHaveText('L’aide n’a pas pu se charger. Rechargez la page, puis réessayez.')
	await expect(note).toBeInViewport({ ratio: 1 })
	await expectAccessible(page, '#compagnon-gone')
	await note.click()
	await expect(note).toHaveCount(0)
	await page.unroute(/openHelp-[^/]*\.mjs/)
	await page.reload()
	await open(page)
})

for (const theme of ['light', 'dark'] as const) {
	test(`the help can be read by everybody, wide and on a phone, ${theme}`, { tag: theme === 'dark' ? [] : '@ours' }, async ({ page, space, arrive }) => {
		await arrive({ theme })
		await page.goto(space.paths.personal)
		const panel = await open(page)
		await expectGoodAtEachSize(page, '#compagnon-help-panel')
		// The last word can be reached on a phone, and lies over nothing else.
		const last = panel.getByRole('link', { name: 'Tout ce que propose Compagnon' })
		await last.scrollIntoViewIfNeeded()
		await expect(last).toBeInViewport({ ratio: 1 })
		const [card, footer] = await Promise.all([panel.getByRole('article').last().boundingBox(), panel.locator('footer').boundingBox()])
		expect(card!.y + card!.height).toBeLessThanOrEqual(footer!.y)
	})
}

test('the help speaks English', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive({ language: 'en' })
	await page.goto(space.paths.personal)
	await page.getByRole('button', { name: 'Help for this page' }).click()
	const panel = page.getByRole('dialog', { name: 'Help' })
	await expect(panel.getByRole('heading', { name: 'First steps in Files' })).toBeVisible()
	await expect(panel.getByText('There is no tour of this page yet.')).toBeVisible()
	await expect(panel).not.toContainText(/[éèàùç]/)
})
