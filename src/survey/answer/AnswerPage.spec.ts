/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'
import type { SurveyPanel } from '../../shared/types.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SurveyPage from '../SurveyPage.vue'
import { body, button, buttons, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { aPanel, aSurvey, CODE, HASH } from '../testing.ts'

vi.mock('@nextcloud/auth', async (original) => ({ ...await original<object>(), getCurrentUser: () => ({ uid: 'nadia', displayName: 'Nadia', isAdmin: false }) }))

const server = fakeServer()
usePage()
beforeEach(() => {
	window.localStorage.clear()
	window.history.replaceState(null, '', '/apps/compagnon/surveys?survey=first')
})
afterEach(() => vi.unstubAllGlobals())

async function open(panel: Partial<SurveyPanel> = {}) {
	server.answer('get', '/surveys', aPanel(panel))
	const page = show(SurveyPage)
	await vi.waitFor(() => expect(page.find('h2').exists()).toBe(true))
	return page
}

async function press(words: string): Promise<void> {
	await button(words).trigger('click')
	await flushPromises()
}

async function next(page: VueWrapper): Promise<void> {
	await page.get('form').trigger('submit')
	await flushPromises()
}

const title = (page: VueWrapper) => page.get('h2').text()
const option = (words: string) => body().findAll('label, .checkbox-radio-switch').find((one) => one.text() === words)!.element.closest('.checkbox-radio-switch')!.querySelector('input')!

async function tick(words: string): Promise<void> {
	option(words).click()
	await flushPromises()
}

/** Through all questions, with an answer to each. */
async function answerAll(page: VueWrapper): Promise<void> {
	await press('Begin')
	await tick('board')
	await next(page)
	await tick('talk')
	await tick('files')
	await page.get('textarea').setValue('a pad')
	await next(page)
	await tick('10-29')
	await next(page)
	await page.get('input[value="5"]').setValue()
	await next(page)
	await page.get('input[value="0"]').setValue()
	await next(page)
	await page.findAll('ol fieldset')[2]!.get('input[value="4"]').setValue()
	await next(page)
	await page.get('textarea').setValue('It helps.')
	await next(page)
}

describe('answering', () => {
	it('goes question by question, back and forth, with the focus on each', async () => {
		const page = await open()
		expect(title(page)).toBe('First survey')
		expect(page.text()).toContain('On a computer that others use as well')
		await press('Begin')
		expect(page.text()).toContain('Question 1 of 6')
		expect(title(page)).toBe('Your role?')
		expect(document.activeElement).toBe(page.get('h2').element)
		expect(page.get('fieldset > legend h2').text()).toBe('Your role?')
		await next(page)
		expect(title(page)).toBe('Which tools?')
		expect(document.activeElement).toBe(page.get('h2').element)
		expect(page.get('#' + page.get('fieldset').attributes('aria-describedby')).text()).toBe('Those you use.')
		await press('Back')
		expect(title(page)).toBe('Your role?')
		await press('Back')
		expect(title(page)).toBe('First survey')
	})

	it('asks what depends on an answer, and not otherwise', async () => {
		const page = await open()
		await press('Begin')
		await tick('board')
		expect(page.text()).toContain('Question 1 of 7')
		await tick('volunteer')
		expect(page.text()).toContain('Question 1 of 6')
	})

	it('can be refused, and answered after all', async () => {
		const page = await open()
		await press('Begin')
		await tick('board')
		await tick('I would rather not answer')
		expect(option('board').checked).toBe(false)
		expect(option('I would rather not answer').checked).toBe(true)
		await tick('volunteer')
		expect(option('I would rather not answer').checked).toBe(false)
		await next(page)
		await tick('I would rather not answer')
		expect(page.find('textarea').exists()).toBe(false)
	})

	it('takes no more options than it may', async () => {
		const page = await open()
		await press('Begin')
		await next(page)
		expect(page.text()).toContain('2 at most.')
		await tick('files')
		await tick('talk')
		expect(page.text()).toContain('2 at most: untick one to choose another.')
		expect(option('calendar').disabled).toBe(true)
		await tick('files')
		expect(option('calendar').disabled).toBe(false)
	})

	it('shows scales with their ends in words', async () => {
		const page = await open()
		window.history.replaceState(null, '', '/apps/compagnon/surveys?survey=first&step=ease')
		window.dispatchEvent(new PopStateEvent('popstate'))
		await vi.waitFor(() => expect(title(page)).toBe('How easy?'))
		expect(page.findAll('input[type="radio"]').map((one) => one.attributes('aria-label'))).toEqual(['1, hard', '2', '3', '4', '5', '6', '7, easy'])
		await next(page)
		expect(page.findAll('input[type="radio"]')).toHaveLength(11)
		await next(page)
		expect(page.findAll('ol fieldset')).toHaveLength(10)
		expect(page.findAll('ol fieldset')[1]!.get('legend').text()).toBe('2. I found the system unnecessarily complex.')
	})

	it('warns kindly of what could tell who somebody is, here only', async () => {
		const page = await open()
		await press('Begin')
		await next(page)
		await page.get('textarea').setValue('ask nadia@jardins.example, 06 12 34 56 78')
		expect(page.get('.words-field [role="status"]').text()).toContain('This looks like an e-mail address, a phone number.')
		expect(server.calls).toHaveLength(1)
		await page.get('textarea').setValue('a pad')
		expect(page.get('.words-field [role="status"]').text()).toBe('')
		await page.get('textarea').setValue('🌱'.repeat(300))
		expect([...page.get<HTMLTextAreaElement>('textarea').element.value]).toHaveLength(200)
	})

	it('goes on where it was left, in this browser', async () => {
		const page = await open()
		await press('Begin')
		await tick('board')
		page.unmount()
		window.history.replaceState(null, '', '/apps/compagnon/surveys?survey=first')
		const again = await open()
		expect(again.text()).toContain('your answers are still there')
		await press('Go on')
		expect(option('board').checked).toBe(true)
		await press('Back')
		await press('Erase them and start over')
		expect(window.localStorage).toHaveLength(0)
		await press('Begin')
		expect(option('board').checked).toBe(false)
	})
})

describe('the last page', () => {
	it('shows exactly what leaves, in words and as it is, and lets each answer be changed', async () => {
		const page = await open()
		await answerAll(page)
		expect(title(page)).toBe('This is what leaves')
		const words = Object.fromEntries(page.findAll('[data-line]').map((line) => [line.attributes('data-line'), line.findAll('li, blockquote').map((one) => one.text())]))
		expect(words).toMatchObject({ role: ['board'], tools: ['files', 'talk', 'a pad'], size: ['10-29'], ease: ['5 on a scale from 1 to 7'], recommend: ['0 out of 10'], why: ['It helps.'] })
		const reports = page.findAll('details[open] pre').map((one) => JSON.parse(one.text()))
		expect(reports.map(({ kind, answers, text }) => [kind, answers ?? text])).toEqual([
			['member-answers', { role: 'board', tools: ['files', 'talk'], size: '10-29', ease: 5, recommend: 0, fsus: [null, null, 4, null, null, null, null, null, null, null] }],
			['member-text', { question: 'tools', words: 'a pad' }],
			['member-text', { question: 'why', words: 'It helps.' }],
		])
		expect(page.text()).toContain('Your answers.')
		expect(page.text()).not.toContain('nadia')
		await button('Change: Your role?').trigger('click')
		await flushPromises()
		await tick('volunteer')
		window.history.replaceState(null, '', '/apps/compagnon/surveys?survey=first&step=review')
		window.dispatchEvent(new PopStateEvent('popstate'))
		await vi.waitFor(() => expect(title(page)).toBe('This is what leaves'))
		expect(page.find('[data-line="size"]').exists()).toBe(false)
		expect(JSON.parse(page.get('pre').text()).answers).not.toHaveProperty('size')
	})

	it('sends what it shows, then gives the code once, and keeps nothing', async () => {
		const page = await open()
		await answerAll(page)
		server.answer('post', '/surveys/first/answers', CODE)
		await next(page)
		await vi.waitFor(() => expect(title(page)).toBe('Thank you!'))
		expect(server.calls.at(-1)?.body).toEqual({
			answers: [
				{ question: 'role', answer: 'board' },
				{ question: 'tools', answer: ['files', 'talk'] },
				{ question: 'size', answer: '10-29' },
				{ question: 'ease', answer: 5 },
				{ question: 'recommend', answer: 0 },
				{ question: 'fsus', answer: [null, null, 4, null, null, null, null, null, null, null] },
			],
			texts: [{ question: 'tools', text: 'a pad' }, { question: 'why', text: 'It helps.' }],
			notice: HASH,
			explicit: false,
		})
		expect(document.activeElement).toBe(page.get('h2').element)
		expect(page.findAll('code').map((one) => one.text())).toEqual([CODE.code, CODE.texts[0]!.code])
		expect(page.text()).toContain('Code of your own words on “Why?”')
		expect(window.localStorage).toHaveLength(0)
	})

	it('copies and prints the code, and asks before it is lost', async () => {
		const page = await open()
		await answerAll(page)
		server.answer('post', '/surveys/first/answers', CODE)
		await next(page)
		await vi.waitFor(() => expect(title(page)).toBe('Thank you!'))
		const leave = () => {
			const event = new Event('beforeunload', { cancelable: true })
			window.dispatchEvent(event)
			return event.defaultPrevented
		}
		expect(leave()).toBe(true)
		const writeText = vi.fn(async () => {})
		vi.stubGlobal('navigator', { clipboard: { writeText } })
		await button('Copy').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Copied.'))
		expect(writeText).toHaveBeenCalledWith(expect.stringContaining(CODE.code))
		expect(leave()).toBe(false)
		const print = vi.fn()
		vi.stubGlobal('print', print)
		await button('Print').trigger('click')
		expect(print).toHaveBeenCalledOnce()
		server.answer('get', '/surveys', aPanel({ surveys: [aSurvey({ state: 'answered', message: 'You have answered.' })] }))
		await button('Back to the surveys').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('You have answered.'))
	})

	it('keeps everything when sending fails', async () => {
		const page = await open()
		await answerAll(page)
		server.refuse('post', '/surveys/first/answers', 503, DOWN)
		await next(page)
		await vi.waitFor(() => expect(page.get('form > [role="alert"]').text()).toBe(DOWN.message))
		expect(buttons()).toContain('Send my answers')
		expect(window.localStorage.getItem('compagnon-survey|nadia|first|1.0.0')).toContain('It helps.')
	})

	it('needs an express yes where it is sensitive', async () => {
		const survey = aSurvey({}, true)
		survey.questionnaire.questions = survey.questionnaire.questions.slice(0, 1)
		const page = await open({ surveys: [survey] })
		await press('Begin')
		await next(page)
		await next(page)
		expect(page.get('form > [role="alert"]').text()).toContain('Tick this first')
		expect(server.calls).toHaveLength(1)
		await tick('Yes, I expressly agree that these answers about sensitive matters are sent.')
		server.answer('post', '/surveys/first/answers', { ...CODE, texts: [] })
		await next(page)
		await vi.waitFor(() => expect(title(page)).toBe('Thank you!'))
		expect(server.calls.at(-1)?.body).toEqual({ answers: [{ question: 'role', answer: null }], texts: [], notice: HASH, explicit: true })
	})
})
