/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { Member } from './support/space.ts'

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIZES } from './support/layout.ts'
import { atObservatory, FIGURES, inSpace, Panel, PERIOD, reports, siteOf, SURVEY } from './support/panel.ts'
import { expect, test } from './support/test.ts'

interface Asked {
	id: string
	type: string
	text: { fr: string, en: string }
}
const { title, questions } = JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/surveys/premiere-enquete.json'), 'utf8')) as { title: { fr: string, en: string }, questions: Asked[] }

/** From a yes to a published result: each test goes on where the one before ended. */
test.describe.configure({ mode: 'serial' })

// Each of them looks at many screens, at two sizes.
test.beforeEach(() => test.slow())

let before = 0

/** Without a word of their own: everything is left out. */
async function answerNothing(page: Page, panel: Panel): Promise<string> {
	await panel.open()
	await panel.button('Have a look and answer').first().click()
	await panel.button('Begin').click()
	for (const question of questions) {
		await page.locator(`form[data-question="${question.id}"]`).waitFor()
		await page.locator('form[data-question] button[type="submit"]').click()
	}
	await panel.button('Send my answers').click()
	return panel.code()
}

async function decide(page: Page, panel: Panel, member: Member): Promise<void> {
	await panel.button('I have read the notice and decide so').click()
	const saved = panel.section.getByText(panel.say('Saved.'))
	const password = page.getByRole('dialog').locator('input[type="password"]')
	await saved.or(password).first().waitFor()
	if (await password.isVisible()) {
		await password.fill(member.password)
		await panel.expectGood('[role="dialog"]')
		await panel.button('Confirm').click()
	}
	await expect(saved).toBeVisible()
}

async function expectResult(page: Page, panel: Panel, survey: string, question: string): Promise<void> {
	await page.locator(`[data-result="${survey}"] a`).click()
	await expect(page.getByRole('table', { name: question }).first()).toBeVisible()
	await panel.expectGood('#content-vue', SIZES.slice(1))
}

test('whoever looks after the space reads what leaves, sees it, and says yes', async ({ page, space, arrive }) => {
	const admin = await arrive({ admin: true })
	const panel = new Panel(page, space)
	before = await reports('member-answers', SURVEY)
	const figures = await reports('space-figures', FIGURES)
	expect(Math.min(before, figures)).toBeGreaterThan(30)

	await panel.open()
	await expect(panel.content).toContainText(panel.say('Surveys are switched off in this space. Nothing is asked for, and nothing leaves.'))
	await panel.expectGood()

	await panel.openSettings()
	await panel.section.getByText(panel.say('Members may answer'), { exact: true }).click()
	await panel.expectGood('#compagnon-surveys')
	await decide(page, panel, admin)

	await inSpace('survey:send', '--now')
	await panel.openSettings()
	await panel.section.getByText(panel.say('Give the figures of this space, once a quarter')).click()
	await panel.button('Measure and show').click()
	await expect(panel.section.locator('.figure-table, table').first()).toBeVisible()
	await panel.expectGood('#compagnon-surveys')
	await decide(page, panel, admin)
	await inSpace('survey:send', '--now')
	expect(await reports('space-figures', FIGURES)).toBe(figures + 1)
})

test('a member answers question by question, by the keyboard, and keeps the code', async ({ page, space, arrive }) => {
	await arrive()
	const panel = new Panel(page, space)
	await panel.open()
	await expect(panel.content).toContainText(title.fr)
	await panel.expectGood()
	await panel.press('Have a look and answer')
	await panel.expectGood()
	await panel.press('Begin')
	for (const question of questions) {
		await expect(page.locator('form[data-question] h2')).toHaveText(question.text.fr)
		await panel.expectGood('#content-vue', SIZES.slice(1))
		await panel.answer(question.type)
		await panel.press(question === questions.at(-1) ? 'Read it over' : 'Next')
	}
	await expect(panel.content.getByRole('heading', { level: 2 })).toHaveText(panel.say('This is what leaves'))
	await expect(page.locator('[data-line="missing"]')).toContainText('Un guide sur papier')
	await panel.expectGood()
	await panel.press('Send my answers')
	expect(await panel.code()).toMatch(/^[A-Z2-7]{4}([ -][A-Z2-7]{1,4})+$/)
	await panel.expectGood()

	await panel.press('Back to the surveys')
	await panel.open('sent')
	await expect(panel.count(title.fr)).toContainText(panel.say('waiting: {count}', { count: 1 }))
	await inSpace('survey:send', '--now')
	expect(await reports('member-answers', SURVEY)).toBe(before + 1)
	expect(await reports('member-text', SURVEY)).toBe(2)
	await panel.open('sent')
	await expect(panel.count(title.fr)).toContainText(panel.say('sent and kept there: {count}', { count: 1 }))
	await panel.expectGood()
})

test('what another member takes back before the count is erased over there', async ({ page, space, arrive }) => {
	await page.emulateMedia({ colorScheme: 'dark' })
	await arrive({ theme: 'dark' })
	const panel = new Panel(page, space)
	const code = await answerNothing(page, panel)
	await panel.expectGood()
	await inSpace('survey:send', '--now')
	expect(await reports('member-answers', SURVEY)).toBe(before + 2)

	page.on('dialog', (dialog) => dialog.accept())
	await panel.open('choices')
	await page.getByLabel(panel.say('Code'), { exact: true }).fill(code.toLowerCase())
	await panel.button('Take it back').click()
	await expect(page.locator('.take-back [role="status"]')).not.toBeEmpty()
	await panel.expectGood()
	await inSpace('survey:send', '--now')
	expect(await reports('member-answers', SURVEY)).toBe(before + 1)
	await panel.open('sent')
	await expect(panel.count(title.fr)).toContainText(panel.say('taken back: {count}', { count: 1 }))
})

test('in English, the same survey is asked in English', async ({ page, space, arrive }) => {
	await arrive({ language: 'en' })
	const panel = new Panel(page, space, 'en')
	await panel.open()
	await expect(panel.content).toContainText(title.en)
	await panel.button('Have a look and answer').first().click()
	await panel.button('Begin').click()
	await expect(page.locator('form[data-question] h2')).toHaveText(questions[0]!.text.en)
})

test('what is counted is published, beside the figures of the space and for everybody', async ({ page, space, arrive }) => {
	for (const survey of [SURVEY, FIGURES]) {
		await atObservatory('freeze', survey, PERIOD, '--early')
		await atObservatory('publish', survey, PERIOD)
	}
	expect(await atObservatory('verify')).not.toMatch(/wrong|broken/i)
	await inSpace('survey:send', '--now')

	await arrive()
	const panel = new Panel(page, space)
	await panel.open('results')
	await panel.expectGood()
	await expectResult(page, panel, SURVEY, questions[1]!.text.fr)
	await panel.open('results')
	await page.locator(`[data-result="${FIGURES}"] a`).click()
	await expect(page.locator('[data-question="members"]').first()).toContainText(panel.say('this space'))
	await panel.expectGood('#content-vue', SIZES.slice(1))

	for (const scheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: scheme })
		await page.goto(siteOf(`/surveys/${SURVEY}/${PERIOD}`))
		await expect(page.getByRole('table', { name: questions[1]!.text.fr })).toBeVisible()
		await panel.expectGood('body', scheme === 'light' ? SIZES : SIZES.slice(1))
	}
})
