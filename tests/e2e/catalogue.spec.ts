/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Tour } from '../../src/shared/types.ts'
import type { Scene, TourActs } from './acts/act.ts'

import { expect } from '@playwright/test'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acts } from './acts/index.ts'
import { ask } from './support/api.ts'
import { environment, isWhole } from './support/space.ts'
import { expectAccessible, test } from './support/test.ts'
import { Tip } from './support/tip.ts'

/*
 * Every tour that is shipped is taken from its first step to its last by doing what its words say, on every host that has
 * its pages. With make soak in both languages; otherwise in one, in turns, and on a Nextcloud a third of them each day.
 */
interface TourFile {
	id: string
	app: string
	steps: { page: { app: string } }[]
}

const FOLDER = join(import.meta.dirname, '../../resources/tours')
const TOURS = readdirSync(FOLDER).sort().map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as TourFile)
const WORDS = { fr: { next: 'Suivant', finish: 'Terminer' }, en: { next: 'Next', finish: 'Finish' } }

function hasApp(app: string): boolean {
	return process.env.COMPAGNON_HOST === 'nextcloud'
		? existsSync(join(environment('COMPAGNON_NEXTCLOUD'), 'apps', app))
		: app === 'files'
}

/** As the browser gets it, with words and anchors. */
async function read(page: Page, id: string): Promise<Tour> {
	const answer = await ask(page, `/tours/${id}`)
	expect(answer.status(), `tour ${id}`).toBe(200)
	return (await answer.json()).ocs.data
}

/** Those of the anchor, and of the ones that serve instead. */
function selectorsOf(tour: Tour, name: string | null): string[] {
	const anchor = name === null ? undefined : tour.anchors[name]
	return anchor === undefined ? [] : [...anchor.selectors, ...selectorsOf(tour, anchor.instead)]
}

/** The target is on the page, where a person can see it. */
async function expectFound(page: Page, selectors: string[], name: string): Promise<void> {
	const targets = page.locator(selectors.join(', ')).locator('visible=true')
	await expect.poll(() => targets.count(), `the target of ${name} is on the page`).toBeGreaterThan(0)
}

async function walk(scene: Scene, tour: Tour, does: TourActs): Promise<void> {
	const { page, tip, language } = scene
	const words = WORDS[language]
	const steps = tour.steps.filter(({ device }) => device !== 'phone')
	for (const [index, step] of steps.entries()) {
		await tip.expectHeading(step.title)
		await expectAccessible(page, '.compagnon-tip')
		const anchor = step.anchor === null ? undefined : tour.anchors[step.anchor]
		if (step.ends.on === 'next' || !step.allowed) {
			if (anchor !== undefined && anchor.behind === null) {
				await expectFound(page, selectorsOf(tour, step.anchor), `${tour.id}/${step.id}`)
			}
			await tip.button(index === steps.length - 1 ? words.finish : words.next).click()
			continue
		}
		const act = does.steps[step.id]
		expect(act, `nobody does ${tour.id}/${step.id}`).toBeDefined()
		await act!(scene)
	}
	await tip.expectGone()
}

async function expectFinished(page: Page, tour: Tour): Promise<void> {
	await expect.poll(async () => (await read(page, tour.id)).progress?.state).toBe('finished')
	if (isWhole) {
		await page.reload()
		await page.waitForTimeout(2000)
		// Another one may be offered.
		await expect(new Tip(page).dialog.getByText(tour.title)).toHaveCount(0)
	}
}

/** On a Nextcloud, where a tour takes half a minute, each is taken once in so many days, and in the other language the next time. */
const DAYS = 3
const today = Math.floor(Date.now() / 86_400_000)
const here = TOURS.filter(({ app, steps }) => [app, ...steps.map(({ page }) => page.app)].every(hasApp))

for (const [place, file] of here.entries()) {
	if (!isWhole && place % DAYS !== today % DAYS) {
		continue
	}
	const languages = process.env.SOAK === '1' ? ['fr', 'en'] as const : [(Math.floor(today / DAYS) + place) % 2 === 0 ? 'fr' : 'en'] as const
	for (const language of languages) {
		test(`the tour ${file.id} runs to its end by what the person does (${language})`, async ({ page, space, arrive, files, tip }) => {
			const does = acts[file.id] ?? { steps: {} }
			const friend = await space.newMember()
			const me = await arrive({ language, admin: does.admin })
			const scene: Scene = { page, space, files, tip, me, friend, language }
			try {
				await does.before?.(scene)
				const tour = await read(page, file.id)
				await page.goto(`${space.paths.home}?tour=${file.id}`)
				await walk(scene, tour, does)
				await expectFinished(page, tour)
			} finally {
				await does.after?.(scene)
			}
		})
	}
}
