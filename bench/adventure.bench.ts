/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Playing } from '../src/adventure/api.ts'
import type { Story } from '../src/adventure/engine/types.ts'

import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '../tests/e2e/support/space.ts'
import { expect, test } from '../tests/e2e/support/test.ts'
import { median, record } from './figures.ts'
import { gzipped, load } from './pageLoad.ts'

const STORY = 'first-week'
const LARGE = 'bench-large'
const FILES = 20_000
const SCENES = 100
const ROUNDS = 5
const nextcloud = environment('COMPAGNON_HOST') === 'nextcloud'

/** Scripts that other pages of the app load as well, whatever they show. */
const SHARED = /compagnon-loader\.|mountPage|Nc[A-Z]|\/(?:fr|en)-/

/** What the page waits for an answer, and what is in it. */
async function ask<T = unknown>(page: Page, method: string, path: string, body?: object): Promise<{ ms: number, data: T }> {
	const answer = await page.evaluate(async ([method, path, body]) => {
		const headers = { 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json', requesttoken: document.head.dataset.requesttoken ?? '' }
		const begin = performance.now()
		const response = await fetch(`/ocs/v2.php/apps/compagnon/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
		const said = await response.json()
		return { status: response.status, ms: performance.now() - begin, data: said.ocs.data }
	}, [method, path, body] as const)
	expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.data)}`).toBe(200)
	return answer
}

/** A story that has a hundred scenes, with the words of a shipped one: its scenes again and again, and the last ones lead to the second time. */
function enlarge(folder: string): void {
	const from = join(folder, STORY)
	const to = join(folder, LARGE)
	cpSync(from, to, { recursive: true })
	const story = JSON.parse(readFileSync(join(from, 'story.json'), 'utf8')) as Story
	const again = (part: number) => story.scenes.map((scene) => ({
		...scene,
		id: `${scene.id}-${part}`,
		...scene.choices && { choices: scene.choices.map((choice) => ({ ...choice, to: `${choice.to}-2` })) },
	}))
	const scenes = [...story.scenes, ...again(2), ...again(3)].slice(0, SCENES)
	expect(scenes).toHaveLength(SCENES)
	writeFileSync(join(to, 'story.json'), JSON.stringify({ ...story, id: LARGE, scenes }))
}

/**
 * @param click what is clicked first; without it, the time counts from when the page was asked for
 * @return milliseconds until the first frame in which something is there to be seen
 */
function untilSeen(page: Page, selector: string, click?: string): Promise<number> {
	return page.evaluate(([selector, click]) => new Promise<number>((resolve) => {
		const begin = click === undefined ? 0 : performance.now()
		if (click !== undefined) {
			document.querySelector<HTMLElement>(click)!.click()
		}
		const look = () => {
			if (document.querySelector(selector)?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
				resolve(performance.now() - begin)
			} else {
				requestAnimationFrame(look)
			}
		}
		look()
	}), [selector, click] as const)
}

async function openUntil(page: Page, path: string, selector: string): Promise<number> {
	await page.goto(path, { waitUntil: 'commit' })
	return untilSeen(page, selector)
}

async function openFromList(page: Page, path: string, story: string): Promise<number> {
	await page.goto(path, { waitUntil: 'networkidle' })
	await expect(page.locator(`[data-story="${story}"]`)).toBeVisible()
	return untilSeen(page, '[data-scene]', `[data-story="${story}"] button`)
}

test('what a story brings along', async ({ page, arrive, space }) => {
	await arrive({ language: 'fr' })
	await page.goto(space.paths.home)
	const { data: { game } } = await ask<Playing>(page, 'GET', `/stories/${STORY}`)
	await ask(page, 'POST', `/stories/${STORY}/moves`, { number: game.number, kind: 'begin', role: 'sacha' })
	const { files, source } = await load(page, `${space.paths.home}adventure?story=${STORY}`, 'compagnon', 3000)
	const scripts = [...files].filter(([path]) => path.endsWith('.mjs'))
	const engine = scripts.filter(([path]) => !SHARED.test(path))
	const { source: bare } = await load(page, `${space.paths.home}adventure`, 'compagnon', 0)
	const story = gzipped(source) - gzipped(bare)
	console.log([...scripts.map(([path, size]) => `${SHARED.test(path) ? 'shared' : 'engine'} ${size} ${path}`), `story ${story}`].join('\n'))
	record({ figure: 'adventure.bytes.gzip', value: story + engine.reduce((sum, [, size]) => sum + size, 0), unit: 'bytes', beside: { name: 'with what other pages of the app load too', value: story + scripts.reduce((sum, [, size]) => sum + size, 0) } })
})

test('a page with a story of a hundred scenes', async ({ page, arrive, space }) => {
	test.skip(!nextcloud, 'the story is laid into the app as it is installed')
	const folder = join(environment('COMPAGNON_NEXTCLOUD'), 'apps/compagnon/resources/stories')
	enlarge(folder)
	try {
		await arrive({ language: 'fr' })
		await page.goto(space.paths.home)
		await ask(page, 'POST', `/stories/${LARGE}/moves`, { number: 0, kind: 'begin', role: 'sacha' })
		const empty: number[] = []
		const played: number[] = []
		const clicked: number[] = []
		for (let round = 0; round < ROUNDS; round++) {
			empty.push(await openUntil(page, `${space.paths.home}adventure`, '.adventure-page'))
			played.push(await openUntil(page, `${space.paths.home}adventure?story=${LARGE}`, '[data-scene]'))
		}
		for (let round = 0; round < ROUNDS; round++) {
			clicked.push(await openFromList(page, `${space.paths.home}adventure`, LARGE))
		}
		const [bare, all] = [median(empty), median(played)]
		record({ figure: 'adventure.page_ms', value: Math.round(all - bare), unit: 'ms', beside: { name: 'from the click on a link, with the server’s own page and scripts', value: Math.round(all) } })
		record({ figure: 'adventure.open_ms', value: Math.round(median(clicked)), unit: 'ms', beside: null })
	} finally {
		rmSync(join(folder, LARGE), { recursive: true })
	}
})

for (const { id, admin } of [{ id: STORY, admin: false }, { id: 'caring-for-the-space', admin: true }]) {
	test(`the facts of ${id} in a space with ${FILES} files`, async ({ page, arrive, space }) => {
		test.skip(!nextcloud, 'the files are laid into the table of a Nextcloud')
		const me = await arrive({ language: 'fr', admin })
		await page.goto(space.paths.files)
		execFileSync('php', ['-d', 'memory_limit=512M', join(import.meta.dirname, 'adventure/plant.php'), me.id, String(FILES)])
		const { data: { story, here } } = await ask<Playing>(page, 'GET', `/stories/${id}`)
		const begin = async () => {
			const { data: { game } } = await ask<Playing>(page, 'GET', `/stories/${id}`)
			const { data: { number } } = game.number === 0 ? { data: game } : await ask<Playing['game']>(page, 'POST', `/stories/${id}/restart`, { number: game.number })
			return (await ask<Playing['game']>(page, 'POST', `/stories/${id}/moves`, { number, kind: 'begin', role: story.roles[0]!.id })).data.number
		}
		let number = await begin()
		const times: { fact: string, ms: number }[] = []
		const empty: number[] = []
		for (const quest of story.quests.filter(({ id }) => !here.aside.includes(id))) {
			for (const level of ['essential', 'explore'] as const) {
				const proof = quest[level]?.proof
				if (proof === undefined || !('fact' in proof)) {
					continue
				}
				const rounds: number[] = []
				for (let round = 0; round < ROUNDS; round++) {
					empty.push((await ask(page, 'GET', '/me')).ms)
					const opened = await ask<Playing['game']>(page, 'POST', `/stories/${id}/moves`, { number, kind: 'open', quest: quest.id, level })
					if (opened.data.open === null) {
						// What is true already is seen as the quest is opened, which takes longer than asking alone.
						rounds.push(opened.ms)
						number = await begin()
						continue
					}
					number = opened.data.number
					const { ms, data } = await ask<{ holds: boolean, game: Playing['game'] }>(page, 'POST', `/stories/${id}/check`, { quest: quest.id, level, number })
					expect(data.holds, proof.fact).toBe(false)
					number = data.game.number
					rounds.push(ms)
				}
				times.push({ fact: proof.fact, ms: median(rounds) })
			}
		}
		const smallest = median(empty)
		times.sort((one, other) => other.ms - one.ms)
		console.log(times.map(({ fact, ms }) => `${Math.round(ms - smallest)} ms over the empty request: ${fact}`).join('\n'))
		record({ figure: `adventure.fact_ms.${id}`, value: Math.round(times[0]!.ms - smallest), unit: 'ms', beside: { name: `the smallest answer of the same server; the slowest of ${times.length} facts is ${times[0]!.fact}`, value: Math.round(smallest) } })
	})
}
