/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { isWhole } from './support/space.ts'
import { expect, expectAccessible, test } from './support/test.ts'
import { toFolderStep } from './support/walk.ts'

const NEW = '[data-demo="new"] button, [data-cy-upload-picker] .action-item__menutoggle'

/** Each is a way in which somebody looks at the page; at 200 % a window has half as many pixels. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
	'from right to left': async (page) => {
		await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => {
			document.documentElement.dir = 'rtl'
			document.body.dir = 'rtl'
		}))
	},
	'with reduced motion': (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
	'in forced colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
	'at 200 % zoom': (page) => page.setViewportSize({ width: 640, height: 400 }),
}

for (const [name, view] of Object.entries(isWhole ? VIEWS : { 'from right to left': VIEWS['from right to left']! })) {
	test(`a tour can be followed ${name}`, async ({ page, arrive, files, tip }) => {
		await view(page)
		await arrive()
		await toFolderStep(files, tip)
		const target = page.locator(NEW).first()
		await tip.expectBeside(target)
		await tip.expectClickable(target)
		await expectAccessible(page, '.compagnon-tip')
		const box = await tip.dialog.boundingBox()
		const window = page.viewportSize()!
		expect(box!.x).toBeGreaterThanOrEqual(0)
		expect(box!.y).toBeGreaterThanOrEqual(0)
		expect(box!.x + box!.width).toBeLessThanOrEqual(window.width)
		expect(box!.y + box!.height).toBeLessThanOrEqual(window.height)
		await expect(tip.button('Passer')).toBeInViewport({ ratio: 1 })
		await files.newFolder('Vue')
		await tip.expectHeading('Où suis-je ?')
	})
}

test('what moves, moves only for those who want that', { tag: '@ours' }, async ({ page, arrive, files, tip }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' })
	await arrive()
	await toFolderStep(files, tip)
	const durations = await page.evaluate(() => [...document.querySelectorAll('.compagnon-tip, .compagnon-tip *, .introjs-helperLayer, .introjs-tooltipReferenceLayer')]
		.map((element) => getComputedStyle(element))
		.filter(({ transitionDuration, animationName }) => !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== 'none')
		.map(({ transitionDuration, animationName }) => `${transitionDuration} ${animationName}`))
	expect(durations).toEqual([])
})

test('the page does not move under a tour', async ({ page, arrive, files, tip }) => {
	await arrive()
	await files.open()
	await tip.button('Commencer').waitFor()
	// Whatever the page itself still does when it has just come is not the tour's.
	await page.waitForTimeout(2000)
	await page.evaluate(() => {
		const moved: string[] = []
		Object.assign(window, { moved })
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]) {
				for (const { node } of entry.sources) {
					const element = node instanceof Element ? node : node?.parentElement
					// Our own layers follow their targets.
					if (element && element.closest('.compagnon-tip, .compagnon-dock, [class*="introjs"]') === null) {
						moved.push(element.outerHTML.slice(0, 200))
					}
				}
			}
		}).observe({ type: 'layout-shift' })
	})
	await tip.button('Commencer').click()
	for (const heading of ['Bienvenue dans Fichiers', 'Vos documents']) {
		await tip.expectHeading(heading)
		await tip.button('Suivant').click()
	}
	await tip.expectHeading('Un premier dossier')
	await page.waitForTimeout(1000)
	expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})
