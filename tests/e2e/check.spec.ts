/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Check, CheckResult, PlannedTour } from '../../src/shared/types.ts'

import { ask } from './support/api.ts'
import { withForeignTour } from './support/foreignTours.ts'
import { pressWithKeys, reach } from './support/keyboard.ts'
import { expectGoodAtEachSize } from './support/layout.ts'
import { occ } from './support/nextcloudSpace.ts'
import { demoConsole } from './support/php.ts'
import { environment, isWhole } from './support/space.ts'
import { expect, test } from './support/test.ts'
import { countThings } from './support/things.ts'

// What the check keeps is true for the whole space, and so are the tours that it is given here.
test.describe.configure({ mode: 'default', timeout: 900_000 })

const PATH = environment('COMPAGNON_HOST') === 'nextcloud' ? '/index.php/apps/compagnon/check' : '/apps/compagnon/check'
const PAGE = '.check-page'

function words(page: Page) {
	return page.locator('.check-run__words')
}

/** By keyboard alone, as everything on this page can be done. */
async function start(page: Page): Promise<void> {
	await page.goto(PATH)
	await expect(page.locator('#compagnon-check-last')).toBeVisible()
	await reach(page, '.check-run button')
	await page.keyboard.press('Enter')
}

/** Runs the whole check. */
async function check(page: Page): Promise<void> {
	await start(page)
	await expect(words(page)).toHaveText('La vérification est terminée. Voici ce qu’elle a vu.', { timeout: 850_000 })
}

async function read(page: Page): Promise<NonNullable<Check['last']>> {
	const answer = await ask(page, '/admin/check')
	const { last } = (await answer.json()).ocs.data as Check
	expect(last).not.toBeNull()
	return last!
}

/** Apps make what they always make at a first visit, such as a folder for photos; that is not the check's doing. */
async function visitAll(page: Page): Promise<void> {
	const answer = await ask(page, '/admin/check/plan')
	const { tours } = (await answer.json()).ocs.data as { tours: PlannedTour[] }
	for (const path of new Set(tours.flatMap(({ steps }) => steps.map((step) => step.page.path)))) {
		// One each, since some pages go on to another one by themselves.
		const visit = await page.context().newPage()
		await visit.goto(PATH.replace('/apps/compagnon/check', path), { waitUntil: 'commit' })
		await visit.locator('main, #app-content').first().waitFor()
		// Until it has asked for all that it asks for: a busy machine pauses in between.
		await visit.waitForTimeout(3000)
		await visit.waitForLoadState('networkidle')
		await visit.close()
	}
}

function wrong(results: CheckResult[]): string[] {
	return results.filter(({ seen }) => seen !== 'unchecked').map(({ tour, step, anchor, seen, devices }) => `${tour} ${step} ${anchor} ${seen} ${devices.join(' ')}`)
}

/** The check without a browser, as whoever runs the server calls it. */
async function onTheServer(): Promise<{ code: number, findings: { grade: string, tour: string | null, step: string | null, anchor: string | null }[] }> {
	const args = ['--output=json']
	const running = environment('COMPAGNON_HOST') === 'nextcloud'
		? occ(['compagnon:tours:check', ...args])
		: demoConsole(['tours:check', ...args])
	const { code, stdout } = await running.then((text) => ({ code: 0, stdout: text }), (error) => ({ code: error.code as number, stdout: error.stdout as string }))
	return { code, findings: JSON.parse(stdout).findings }
}

/** What Nextcloud's own overview says of the tours. Its command fails when it finds anything at all in the space. */
async function overview(): Promise<object> {
	const output = await occ(['setupchecks', '--output=json']).catch((error) => error.stdout as string)
	const checks = Object.values(JSON.parse(output) as Record<string, Record<string, object>>)
	return checks.flatMap((category) => Object.entries(category)).find(([name]) => name.endsWith('TourSetupCheck'))![1]
}

/** Only some tours, so that it does not take long. */
async function planOnly(page: Page, ...ids: string[]): Promise<void> {
	await page.route('**/apps/compagnon/api/v1/admin/check/plan', async (route) => {
		const response = await route.fetch()
		const answer = await response.json()
		answer.ocs.data.tours = answer.ocs.data.tours.filter((tour: { id: string }) => ids.includes(tour.id))
		await route.fulfill({ response, json: answer })
	})
}

// A walk through all pages of a Nextcloud takes minutes.
if (isWhole) {
	test('where everything is right, nothing is missing and nothing is left behind', async ({ page, arrive }) => {
		await arrive({ admin: true })
		await visitAll(page)
		const before = await countThings()
		await check(page)

		const last = await read(page)
		expect(wrong(last.results)).toEqual([])
		expect(last.found).toBeGreaterThan(10)
		expect(last.current).toBe(true)
		expect(await countThings()).toEqual(before)
		await expect(page.locator(PAGE).getByText(/^Tout ce qui a été cherché est là/)).toBeVisible()
		expect((await onTheServer()).findings.filter(({ grade }) => grade === 'problem')).toEqual([])
		if (environment('COMPAGNON_HOST') === 'nextcloud') {
			expect(await overview()).toMatchObject({ severity: 'success' })
		}
		await expect(page.locator('#compagnon-check-last')).toBeVisible()
		await expectGoodAtEachSize(page, PAGE)
	})
}

test('one broken anchor is found, and nothing else', async ({ page, arrive }) => {
	await arrive({ admin: true })
	const steps = [{ id: 'fine', anchor: 'files.new' }, { id: 'broken', anchor: 'test.broken' }]
	if (!isWhole) {
		await planOnly(page, 'deliberately-broken', 'files-first-steps', 'my-security')
	}
	await withForeignTour('deliberately-broken', steps, { 'test.broken': { selectors: ['#no-such-thing', '.neither-this'] } }, async () => {
		await check(page)

		expect(wrong((await read(page)).results)).toEqual(['deliberately-broken broken test.broken missing wide phone'])
		const place = page.locator('[data-tour="deliberately-broken"][data-step="broken"]')
		await expect(place).toContainText('Words of tour.title')
		await expect(place).toContainText('Words of step.broken')
		await expect(place).toContainText('Rien sur la page /apps/files ne correspond à «\u00a0test.broken\u00a0»')
		await expect(page.locator(PAGE).getByText('Introuvables\u00a0: 1', { exact: true })).toBeVisible()
		await expectGoodAtEachSize(page, PAGE)

		const { code, findings } = await onTheServer()
		expect(code).toBe(1)
		expect(findings.filter(({ grade }) => grade === 'problem').map(({ tour, step, anchor }) => `${tour} ${step} ${anchor}`)).toEqual(['deliberately-broken broken test.broken'])
		if (environment('COMPAGNON_HOST') === 'nextcloud') {
			expect(await overview()).toMatchObject({ severity: 'warning' })
			expect(JSON.stringify(await overview())).toContain('test.broken')
		}
	})
	// What is no tour any more has nothing to say.
	expect(wrong((await read(page)).results)).toEqual([])
})

test('a page that does not open, and what lies behind an act, are told apart', async ({ page, arrive }) => {
	await arrive({ admin: true })
	await planOnly(page, 'told-apart')
	const steps = [
		{ id: 'fine', anchor: 'files.new' },
		{ id: 'gone', anchor: 'files.new', path: '/apps/no-such-page' },
		{ id: 'act', anchor: 'test.act' },
		{ id: 'behind', anchor: 'test.behind' },
	]
	const anchors = {
		'test.act': { selectors: ['#only-after-an-act'], behind: 'act' as const },
		'test.behind': { selectors: ['#in-its-menu'], open: 'test.act' },
	}
	await withForeignTour('told-apart', steps, anchors, async () => {
		await check(page)
		const results = (await read(page)).results.filter(({ tour }) => tour === 'told-apart')
		expect(results.map(({ step, seen, devices }) => [step, seen, devices.join(' ')])).toEqual([
			['gone', 'unreached', 'wide phone'],
			['act', 'unchecked', 'wide phone'],
			['behind', 'unchecked', 'wide phone'],
		])
		await expect(page.locator('[data-step="gone"]')).toContainText('La page /apps/no-such-page ne s’est pas ouverte.')
	})
})

test('it can be stopped, and then keeps nothing', { tag: '@ours' }, async ({ page, arrive }) => {
	await arrive({ admin: true })
	const before = await (await ask(page, '/admin/check')).text()
	// The first page does not come before the check was stopped.
	let release = () => {}
	const stopped = new Promise<void>((resolve) => {
		release = resolve
	})
	await page.route(() => true, async (route) => {
		const request = route.request()
		if (request.isNavigationRequest() && request.frame() !== page.mainFrame()) {
			await stopped
			await route.abort()
		} else {
			await route.continue()
		}
	})
	await start(page)
	await expect(words(page)).toHaveText(/^Page 1 sur \d+/)
	await expect(page.locator('.check-run iframe')).toBeVisible()
	// The button that was pressed keeps the focus, and stops it.
	await page.keyboard.press('Enter')
	await expect(words(page)).toHaveText('La vérification est arrêtée. Rien n’en est gardé.')
	await expect(page.locator('.check-run button')).toBeFocused()
	await expect(page.locator('.check-run iframe')).toHaveCount(0)
	release()
	expect(await (await ask(page, '/admin/check')).text()).toBe(before)
})

test('no tour is offered or goes on in the pages that it opens', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
	await arrive({ admin: true })
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
	const asked: string[] = []
	page.on('request', (request) => {
		if (request.frame() !== page.mainFrame() && request.url().includes('/apps/compagnon/api/')) {
			asked.push(request.url())
		}
	})
	await start(page)
	const frame = page.frameLocator('.check-run iframe')
	await expect(frame.locator('#compagnon-help')).toBeAttached()
	await expect(words(page)).toHaveText(/^Page [2-9]|^La vérification est terminée/, { timeout: 120_000 })
	await expect(frame.locator('.compagnon-tip')).toHaveCount(0)
	expect(asked).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
	test(`what was never checked, or is under way, can be read by everybody, ${theme}`, { tag: '@ours' }, async ({ page, arrive }) => {
		await arrive({ admin: true, theme, language: 'en' })
		await page.route('**/apps/compagnon/api/v1/admin/check', (route) => route.fulfill({ json: { ocs: { meta: { status: 'ok', statuscode: 200 }, data: { last: null, missed: [] } } } }))
		await page.goto(PATH)
		await expect(page.getByText('The tours were never checked here.')).toBeVisible()
		await expect(page.locator(PAGE)).not.toContainText(/[éèàùç]/)
		await expectGoodAtEachSize(page, PAGE)
	})
}

test('whoever looks after the space gets there from the settings', { tag: '@ours' }, async ({ page, space, arrive }) => {
	await arrive({ admin: true })
	await page.goto(space.paths.admin)
	await expect(page.getByRole('link', { name: 'Aller à la vérification' })).toBeVisible()
	await pressWithKeys(page, 'Aller à la vérification')
	await expect(page.getByRole('heading', { name: 'Vérifier les visites', exact: true })).toBeVisible()
	await pressWithKeys(page, 'Réglages de Compagnon')
	await expect(page.getByLabel('À qui demander quand on est bloqué⋅e')).toBeVisible()
})

test('the check is closed to a member', async ({ page, arrive }) => {
	await arrive()
	expect((await page.goto(PATH))?.status()).toBe(403)
	await expect(page.locator('#compagnon-check')).toHaveCount(0)
})
