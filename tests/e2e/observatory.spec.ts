/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectGoodAtEachSize } from './support/layout.ts'
import { occ } from './support/nextcloudSpace.ts'
import { demoConsole, php } from './support/php.ts'
import { environment, newId } from './support/space.ts'
import { expect, test } from './support/test.ts'

const isNextcloud = environment('COMPAGNON_HOST') === 'nextcloud'
const SITE = isNextcloud ? '/index.php/apps/compagnon/observatory' : '/apps/compagnon/observatory'
const ANSWERS = join(import.meta.dirname, '../Support/observatory/answer.php')
const SURVEY = join(import.meta.dirname, '../Support/observatory/survey.json')
const PERIOD = `${new Date().getUTCFullYear()}-Q${Math.floor(new Date().getUTCMonth() / 3) + 1}`

test.describe.configure({ mode: 'serial' })

let survey = ''

async function answers(...args: string[]): Promise<string> {
	return (await php([ANSWERS, ...args])).trim()
}

async function observatory(command: string, ...args: string[]): Promise<string> {
	return isNextcloud ? occ([`compagnon:observatory:${command}`, ...args]) : demoConsole([`observatory:${command}`, ...args])
}

test.beforeAll(async () => {
	const url = environment('COMPAGNON_URL')
	const folder = await mkdtemp(join(tmpdir(), 'compagnon-site-'))
	survey = `site-${newId()}`.toLowerCase().replace(/[^a-z0-9-]/g, '')
	await writeFile(join(folder, 'survey.json'), (await readFile(SURVEY, 'utf8')).replace('"test-survey"', `"${survey}"`))
	await observatory('enable', `--address=${url}`)
	await observatory('survey', 'add', join(folder, 'survey.json'))
	await observatory('host', 'add', survey, await answers('key', join(folder, 'host.key')))
	await answers('send', url, join(folder, 'host.key'), survey, PERIOD, '6')
	await observatory('freeze', survey, PERIOD, '--early')
	await observatory('publish', survey, PERIOD)
})

for (const scheme of ['light', 'dark'] as const) {
	test(`the site is readable for everybody on each screen, ${scheme}`, { tag: '@ours' }, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme })
		for (const path of ['', '/method', '/data', `/surveys/${survey}/${PERIOD}`]) {
			await page.goto(SITE + path)
			await expect(page.locator('h1')).toBeVisible()
			await expectGoodAtEachSize(page, 'body')
		}
	})
}

test('results are there without a script, without a login, and nothing else is loaded', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'fr-FR' })
	const page = await context.newPage()
	const asked: string[] = []
	const complaints: string[] = []
	page.on('request', (request) => asked.push(new URL(request.url()).pathname))
	page.on('console', (message) => complaints.push(message.text()))

	await page.goto(SITE)
	await page.getByRole('link', { name: 'Une enquête d’essai' }).first().click()
	await expect(page.getByRole('heading', { level: 1, name: 'Une enquête d’essai' })).toBeVisible()
	expect(asked.filter((path) => !path.includes('/observatory'))).toEqual([])
	expect(asked).toHaveLength(2)
	expect(complaints).toEqual([])
	await context.close()
})

test('a table says what its bars show, and hides what would point at somebody', async ({ page }) => {
	await page.goto(`${SITE}/surveys/${survey}/${PERIOD}`)
	const table = page.getByRole('table', { name: 'Souvent ?' })
	await expect(table.getByRole('row', { name: /Jamais/ })).toContainText('non montré')
	const bar = await table.locator('.bar__value').first().boundingBox()
	const track = await table.locator('.bar__track').first().boundingBox()
	const said = await table.locator('td strong').first().textContent()
	expect(Math.abs(100 * bar!.width / track!.width - Number.parseInt(said!))).toBeLessThanOrEqual(1)
})

test('it speaks English to whoever wants it, and keeps to it', { tag: '@ours' }, async ({ page }) => {
	await page.goto(`${SITE}/surveys/${survey}/${PERIOD}`)
	await page.getByRole('link', { name: 'English' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'A survey to try' })).toBeVisible()
	await page.getByRole('link', { name: 'Method', exact: true }).click()
	await expect(page.locator('html')).toHaveAttribute('lang', 'en')
	await expect(page.getByRole('heading', { name: 'No number under 11' })).toBeVisible()
})

test('the skip link leads past the menu, by the keyboard', { tag: '@ours' }, async ({ page }) => {
	await page.goto(SITE)
	await page.keyboard.press('Tab')
	await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.locator('main')).toBeFocused()
})
