/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { APIResponse, Locator, Page } from '@playwright/test'
import type { Run, RunItem } from '../../../src/shared/types.ts'
import type { Space } from './space.ts'

import { expectFits, SIZES } from './layout.ts'
import { sentence } from './sentences.ts'
import { expect, expectAccessible } from './test.ts'

export const PAGE = '#content-vue'
export const NAMES = { google: 'Google Drive', dropbox: 'Dropbox' } as const
export type Provider = keyof typeof NAMES

const ENDED = ['done', 'partial', 'failed', 'cancelled']
/**
 * Longer than this, a request is not slow but held: a worker of PHP's own server sometimes takes one up while it still answers a
 * slow slice, though others are free (seen 3 times in 4,000). Asked again, another worker answers.
 */
const HELD_MS = 5000

/** The page "Move in", in the words of who uses it. */
export class MoveIn {
	constructor(
		private readonly page: Page,
		private readonly space: Space,
		private readonly language: 'fr' | 'en' = 'fr',
	) {}

	/** What the page says, in the language of this person. */
	say(words: string, values: Record<string, string> = {}): string {
		return sentence(this.language, words, values)
	}

	get content(): Locator {
		return this.page.locator(PAGE)
	}

	button(words: string, values?: Record<string, string>): Locator {
		return this.page.getByRole('button', { name: this.say(words, values), exact: true })
	}

	async expectHeading(words: string, values?: Record<string, string>, timeout?: number): Promise<void> {
		await expect(this.content.getByRole('heading', { level: 2 })).toHaveText(this.say(words, values), { timeout })
	}

	async expectText(words: string, values?: Record<string, string>): Promise<void> {
		await expect(this.content.getByText(this.say(words, values), { exact: true })).toBeVisible()
	}

	async open(search = ''): Promise<void> {
		await this.page.goto(this.space.paths.transfer + search)
		await this.content.getByRole('heading', { level: 2 }).waitFor()
	}

	/** What is shown fits and is accessible, all of it: what is scrolled away would not be looked at. */
	async expectGood(): Promise<void> {
		await expectFits(this.page, PAGE)
		const size = this.page.viewportSize()!
		const hidden = await this.content.evaluate((root) => Math.max(...[root, ...root.querySelectorAll('main')].map((element) => element.scrollHeight - element.clientHeight)))
		await this.page.setViewportSize({ ...size, height: size.height + hidden })
		await expectAccessible(this.page, PAGE)
		await this.page.setViewportSize(size)
	}

	/** The same on a laptop and on a phone. */
	async expectGoodAtEachSize(): Promise<void> {
		const before = this.page.viewportSize()!
		for (const size of SIZES) {
			await this.page.setViewportSize(size)
			await this.expectGood()
		}
		await this.page.setViewportSize(before)
	}

	/** From the start page to the question of a provider. */
	async toConsent(provider: Provider): Promise<void> {
		await this.open()
		await this.button('Choose {source}', { source: NAMES[provider] }).click()
		await this.expectHeading('Which account at {source}?', { source: NAMES[provider] })
		await this.button('Connect {source}', { source: NAMES[provider] }).click()
		await this.page.locator('button[value="allow"]').waitFor()
	}

	/** From the start page to an account that is connected. */
	async connect(provider: Provider): Promise<void> {
		await this.toConsent(provider)
		await this.page.locator('button[value="allow"]').click()
		await this.expectHeading('Which account at {source}?', { source: NAMES[provider] })
		await this.button('Continue').waitFor()
	}

	/** From there, or from a chosen archive, to the choice of what comes. */
	async toChoice(): Promise<void> {
		await this.button('Continue').click()
		await this.expectHeading('What would you like to take?')
	}

	/** From the choice to what would come. */
	async lookOver(): Promise<void> {
		await this.button('Look it over').click()
		await this.expectHeading('This is what would come', {}, 120_000)
	}

	/** From a provider's card to what would come. */
	async toReady(provider: Provider): Promise<void> {
		await this.connect(provider)
		await this.toChoice()
		await this.lookOver()
	}

	async start(): Promise<void> {
		await this.button('Start the move').click()
	}

	/** Until the report is there; nothing has failed. */
	async toReport(seconds = 180): Promise<void> {
		await this.expectHeading('Everything that could come is here', {}, seconds * 1000)
		await expect(this.content.getByRole('table', { name: this.say('The count') })).toBeVisible()
	}

	/** The run that the page shows. */
	get id(): string {
		return new URL(this.page.url()).searchParams.get('run') ?? ''
	}

	ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, data?: object, timeout?: number): Promise<APIResponse> {
		return this.page.request.fetch(`/ocs/v2.php/apps/compagnon/api/v1${path}`, { method, data, timeout, headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' } })
	}

	/** What the API says of the run. */
	async run(id = this.id, timeout?: number): Promise<Run> {
		const answer = await this.ask('GET', `/runs/${id}`, undefined, timeout)
		expect(answer.status(), await answer.text()).toBe(200)
		return (await answer.json()).ocs.data as Run
	}

	async items(kind: string, id = this.id): Promise<RunItem[]> {
		const items: RunItem[] = []
		for (let page = 1, pages = 1; page <= pages; page++) {
			const answer = (await (await this.ask('GET', `/runs/${id}/items?kind=${kind}&page=${page}`)).json()).ocs.data as { items: RunItem[], pages: number }
			items.push(...answer.items)
			pages = answer.pages
		}
		return items
	}

	/** Waits until the API says so of the run, without the page. */
	async until(id: string, is: (run: Run) => boolean, seconds = 120): Promise<Run> {
		let run!: Run
		await expect(async () => {
			run = await this.run(id, HELD_MS)
			expect(is(run) || ENDED.includes(run.state), `${run.state} ${run.phase}`).toBe(true)
		}).toPass({ timeout: seconds * 1000, intervals: [250] })
		return run
	}
}

/** found = what came and what did not, in items and bytes; nothing is unaccounted for. */
export function expectBalanced({ counts, found }: Run): void {
	for (const unit of ['items', 'bytes'] as const) {
		const settled = [counts.verified, counts.identical, counts.skipped, counts.unsupported, counts.vanished, counts.failed]
		expect(settled.reduce((sum, amount) => sum + amount[unit], 0)).toBe(found[unit])
	}
}
