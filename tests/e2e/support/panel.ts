/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'
import type { Space } from './space.ts'

import { join } from 'node:path'
import { pressWithKeys, reach } from './keyboard.ts'
import { expectFits, SIZES } from './layout.ts'
import { occ } from './nextcloudSpace.ts'
import { demoConsole } from './php.ts'
import { sentence } from './sentences.ts'
import { environment, isWhole } from './space.ts'
import { expect, expectAccessible } from './test.ts'

const isNextcloud = process.env.COMPAGNON_HOST === 'nextcloud'
const now = new Date()

export const SURVEY = 'premiere-enquete'
export const FIGURES = 'chiffres-des-espaces'
export const PERIOD = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`

/** A command of the space. */
export function inSpace(command: string, ...args: string[]): Promise<string> {
	return isNextcloud ? occ([`compagnon:${command}`, ...args]) : demoConsole([command, ...args])
}

/** A command of the observatory beside it. */
export function atObservatory(command: string, ...args: string[]): Promise<string> {
	return isNextcloud
		? occ([`compagnon:observatory:${command}`, ...args], { NEXTCLOUD_CONFIG_DIR: join(environment('COMPAGNON_NEXTCLOUD'), 'config-observatory') })
		: demoConsole([`observatory:${command}`, ...args], { COMPAGNON_DATA: join(environment('COMPAGNON_DATA'), 'observatory'), COMPAGNON_URL: environment('COMPAGNON_OBSERVATORY') })
}

/** Address of a page of the observatory's public site. */
export function siteOf(path: string): string {
	return `${environment('COMPAGNON_OBSERVATORY')}${isNextcloud ? '/index.php' : ''}/apps/compagnon/observatory${path}`
}

/** @return how many reports the observatory has of the survey, of the spaces that a host vouches for */
export async function reports(kind: 'member-answers' | 'member-text' | 'space-figures', survey: string): Promise<number> {
	const shown = await atObservatory('survey', 'show', survey)
	return Number(new RegExp(`^${kind}, attested: .* (\\d+) reports$`, 'm').exec(shown)?.[1])
}

/** The pages of surveys, in the words of who uses them. */
export class Panel {
	constructor(
		private readonly page: Page,
		private readonly space: Space,
		private readonly language: 'fr' | 'en' = 'fr',
	) {}

	say(words: string, values: Record<string, string | number> = {}): string {
		return sentence(this.language, words, values)
	}

	get content(): Locator {
		return this.page.locator('#content-vue')
	}

	/** In the settings of whoever looks after the space. */
	get section(): Locator {
		return this.page.locator('#compagnon-surveys')
	}

	async open(view: '' | 'sent' | 'results' | 'choices' = ''): Promise<void> {
		await this.page.goto(`${this.space.paths.home}surveys${view === '' ? '' : `?view=${view}`}`)
		await this.content.getByRole('heading', { level: 2 }).waitFor()
	}

	async openSettings(): Promise<void> {
		await this.page.goto(this.space.paths.admin)
		await this.section.getByRole('button', { name: /./ }).first().waitFor()
	}

	button(words: string, values?: Record<string, string | number>): Locator {
		return this.page.getByRole('button', { name: this.say(words, values), exact: true })
	}

	async press(words: string): Promise<void> {
		await pressWithKeys(this.page, this.say(words))
	}

	/** What is shown fits and is accessible, on a laptop (a Nextcloud: with `make soak`) and on a phone, all of it: what is scrolled away would not be looked at. */
	async expectGood(selector = '#content-vue', sizes = isWhole ? SIZES : SIZES.slice(1)): Promise<void> {
		const before = this.page.viewportSize()!
		for (const size of sizes) {
			await this.page.setViewportSize(size)
			await expectFits(this.page, selector)
			const hidden = await this.page.locator(selector).evaluate((root) => {
				const boxes = [root, ...root.querySelectorAll('main')]
				for (let box = root.parentElement; box !== null; box = box.parentElement) {
					boxes.push(box)
				}
				return Math.max(...boxes.map((box) => box.scrollHeight - box.clientHeight))
			})
			await this.page.setViewportSize({ ...size, height: size.height + hidden })
			await expectAccessible(this.page, selector)
		}
		await this.page.setViewportSize(before)
	}

	/** Answers the question that is shown, by the keyboard. */
	async answer(type: string): Promise<void> {
		const form = 'form[data-question]'
		if (type === 'text') {
			await reach(this.page, `${form} textarea`)
			await this.page.keyboard.type('Un guide sur papier')
			return
		}
		if (type === 'fsus') {
			for (let item = 1; item <= 10; item++) {
				await reach(this.page, `${form} li:nth-child(${item}) input[type="radio"]`)
				await this.page.keyboard.press('Space')
			}
			return
		}
		await reach(this.page, `${form} ${type === 'several' ? 'input[type="checkbox"]' : 'input[type="radio"]'}`)
		await this.page.keyboard.press('Space')
	}

	/** How many answers of members the space knows of, on the page of what leaves it. */
	count(survey: string): Locator {
		return this.page.locator('[data-count]').filter({ hasText: new RegExp(`^${this.say('Answers, {survey}, {period}', { survey })}`.replace(/\{.*/, '')) })
	}

	/** @return the code that is shown after sending */
	async code(): Promise<string> {
		await expect(this.content.getByRole('heading', { level: 2 })).toHaveText(this.say('Thank you!'))
		return (await this.content.locator('code').first().textContent())!.trim()
	}
}
