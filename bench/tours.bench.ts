/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { occ } from '../tests/e2e/support/nextcloudSpace.ts'
import { environment } from '../tests/e2e/support/space.ts'
import { expect, test } from '../tests/e2e/support/test.ts'
import { median, record } from './figures.ts'
import { load } from './pageLoad.ts'

const TOUR = 'files-first-steps'
const TOURS = 100
const STEPS = 20
const ROUNDS = 15
const nextcloud = environment('COMPAGNON_HOST') === 'nextcloud'

/** A tour that brings its words in two languages, about as many as a shipped one has. */
function tour(id: string): object {
	const steps = Array.from({ length: STEPS }, (_, index) => `step-${index + 1}`)
	const words = (language: string) => Object.fromEntries([
		['bench.title', `${language} ${id}`],
		['bench.summary', 'Ce que l’on apprend, en une phrase ou deux, pas davantage.'],
		...steps.flatMap((step) => [
			[`bench.${step}-title`, `${language} ${step}`],
			[`bench.${step}-text`, 'Ce que l’on fait ici, avec un exemple de la vie d’une association, et ce que cela apporte au groupe. '.repeat(2)],
			[`bench.${step}-where`, 'Le bouton est en haut de la page, à gauche, à côté du nom du dossier.'],
		]),
	])
	return {
		schema: 1,
		id,
		version: 1,
		app: 'files',
		minutes: 5,
		title: 'bench.title',
		summary: 'bench.summary',
		steps: steps.map((step) => ({
			id: step,
			page: { app: 'files', path: '/apps/files' },
			anchor: 'files.new',
			title: `bench.${step}-title`,
			text: `bench.${step}-text`,
			where: `bench.${step}-where`,
			ends: { on: 'next' },
		})),
		texts: { fr: words('fr'), en: words('en') },
	}
}

/** Has the host take tours from a folder of its own while the body runs. */
async function withManyTours(body: () => Promise<void>): Promise<void> {
	const folder = nextcloud ? mkdtempSync(join(tmpdir(), 'compagnon-bench-')) : join(environment('COMPAGNON_DATA'), 'tours')
	mkdirSync(folder, { recursive: true })
	for (let i = 1; i <= TOURS; i++) {
		writeFileSync(join(folder, `bench-${i}.json`), JSON.stringify(tour(`bench-${i}`)))
	}
	if (nextcloud) {
		await occ(['config:system:set', 'compagnon.tours', `--value=${folder}`])
		// The server looks at its config file every two seconds only.
		await setTimeout(3000)
	}
	try {
		await body()
	} finally {
		if (nextcloud) {
			await occ(['config:system:delete', 'compagnon.tours'])
		}
		rmSync(folder, { recursive: true })
	}
}

/** Milliseconds that the page waits for these answers, one after the other. */
async function wait(page: Page, ...requests: [method: string, path: string][]): Promise<number> {
	return page.evaluate(async (requests) => {
		const headers = { 'OCS-APIRequest': 'true', Accept: 'application/json', requesttoken: document.head.dataset.requesttoken ?? '' }
		const begin = performance.now()
		for (const [method, path] of requests) {
			const answer = await fetch(`/ocs/v2.php/apps/compagnon/api/v1${path}`, { method, headers })
			if (!answer.ok) {
				throw new Error(`${method} ${path} answered ${answer.status}`)
			}
			await answer.json()
		}
		return performance.now() - begin
	}, requests)
}

async function medianOf(page: Page, ...requests: [method: string, path: string][]): Promise<number> {
	const times: number[] = []
	for (let round = 0; round < ROUNDS; round++) {
		times.push(await wait(page, ...requests))
	}
	return Math.round(median(times))
}

test('what starting a tour brings along', async ({ page, arrive, files, tip, space }) => {
	await arrive({ language: 'fr' })
	await files.open()
	await wait(page, ['POST', `/tours/${TOUR}/start`])
	// The page goes on with it, and so loads engine, words and tour.
	const started = await load(page, space.paths.files, 'compagnon', 3000)
	await tip.heading.waitFor()
	const parts = [...started.files].filter(([path]) => !path.endsWith('compagnon-loader.mjs'))
	console.log(parts.map(([path, size]) => `${size} ${path}`).join('\n'))
	record({ figure: 'tour.bytes.gzip', value: parts.reduce((sum, [, size]) => sum + size, 0), unit: 'bytes', beside: null })
})

test('a hundred tours of twenty steps', async ({ page, arrive, space }) => {
	await arrive({ language: 'fr' })
	await page.goto(space.paths.files)
	await withManyTours(async () => {
		// The first one after files have changed checks them.
		const first = await wait(page, ['GET', '/tours'])
		const listed = await page.evaluate(async () => {
			const headers = { 'OCS-APIRequest': 'true', Accept: 'application/json', requesttoken: document.head.dataset.requesttoken ?? '' }
			const answer = await fetch('/ocs/v2.php/apps/compagnon/api/v1/tours', { headers })
			return (await answer.json()).ocs.data.tours.filter(({ id }: { id: string }) => id.startsWith('bench-')).length
		})
		expect(listed).toBe(TOURS)

		const name = 'the smallest answer of the same server'
		const smallest = await medianOf(page, ['GET', '/me'])
		const list = await medianOf(page, ['GET', '/tours'])
		const start = await medianOf(page, ['GET', '/tours/bench-50'], ['POST', '/tours/bench-50/start'])
		console.log(`the first list, with the check of ${TOURS} files: ${Math.round(first)} ms`)
		record({ figure: 'tours.list_ms', value: list, unit: 'ms', beside: { name, value: smallest } })
		record({ figure: 'tours.start_ms', value: start, unit: 'ms', beside: { name, value: smallest } })
	})
})
