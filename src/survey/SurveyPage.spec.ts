/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Survey, SurveyPanel } from '../shared/types.ts'

import { beforeEach, describe, expect, it, vi } from 'vitest'
import SurveyPage from './SurveyPage.vue'
import { button, buttons, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { aDecision, aHistory, aPanel, aResult, aSent, aSurvey, METRICS, RELEASE } from './testing.ts'

const server = fakeServer()
usePage()
beforeEach(() => {
	window.history.replaceState(null, '', '/apps/compagnon/surveys')
	window.localStorage.clear()
})

async function open(panel: Partial<SurveyPanel> = {}) {
	server.answer('get', '/surveys', aPanel(panel))
	const page = show(SurveyPage)
	await vi.waitFor(() => expect(page.find('h2').exists()).toBe(true))
	return page
}

function at(search: string) {
	window.history.replaceState(null, '', '/apps/compagnon/surveys?' + search)
}

describe('the page of surveys', () => {
	it('is loading, fails with a sentence, and tries again', async () => {
		server.refuse('get', '/surveys', 503, DOWN)
		const page = show(SurveyPage)
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		server.answer('get', '/surveys', aPanel())
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('First survey'))
	})

	it('says what is open, who asks, how long it takes, until when and why', async () => {
		const card = (await open()).get('[data-survey="first"]')
		expect(card.get('h4').text()).toBe('First survey')
		expect(card.text()).toContain('Asked by OPEN-L')
		expect(card.text()).toContain('About 3 min')
		expect(card.text()).toContain('until December 15, 2026')
		expect(card.text()).toContain('To know what helps.')
		expect(card.findAll('button').map((one) => one.text())).toEqual(['Have a look and answer'])
	})

	it('speaks French with the page', async () => {
		document.documentElement.lang = 'fr'
		expect((await open()).get('h4').text()).toBe('First survey (fr)')
		document.documentElement.lang = ''
	})

	it.each<[string, Partial<SurveyPanel>, string]>([
		['no observatory is named', { observatory: null, switches: { surveys: 'off', figures: false }, catalogue: null, surveys: [] }, 'No observatory is named for this space'],
		['surveys are off', { switches: { surveys: 'off', figures: false }, catalogue: null, surveys: [] }, 'Surveys are switched off in this space.'],
		['they can only be looked at', { switches: { surveys: 'see', figures: false } }, 'can be looked at, but not answered'],
		['something has changed', { fallen: true, switches: { surveys: 'off', figures: false }, surveys: [] }, 'Something has changed'],
		['the observatory is silent', { catalogue: null, surveys: [] }, 'The observatory has not answered yet.'],
		['none is open', { surveys: [] }, 'No survey is open at the moment.'],
	])('says that %s', async (_, panel, words) => {
		const page = await open(panel)
		expect(page.text()).toContain(words)
		expect(page.text()).not.toContain('Decide for this space')
	})

	it('leads whoever looks after the space to the settings', async () => {
		const page = await open({ mayDecide: true, switches: { surveys: 'off', figures: false }, catalogue: null, surveys: [] })
		expect(page.findAll('a').find((one) => one.text() === 'Decide for this space')?.attributes('href')).toBe('/index.php/settings/admin/compagnon#compagnon-surveys')
	})

	it.each<[Survey['state'], string]>([
		['answered', 'You have answered.'],
		['full', 'Ten members have answered.'],
		['waiting', 'The space is not ready.'],
	])('shows one that is %s, without a button', async (state, message) => {
		const card = (await open({ surveys: [aSurvey({ state, message })] })).get('[data-survey="first"]')
		expect(card.text()).toContain(message)
		expect(card.find('button').exists()).toBe(false)
	})

	it('shows apart what begins soon', async () => {
		const page = await open({ surveys: [aSurvey({ state: 'later', message: 'It has not begun.' })] })
		expect(page.findAll('h3').map((one) => one.text())).toEqual(['Soon', 'Over'])
		expect(page.text()).toContain('from November 1, 2026')
	})

	it('goes from one view to another, with the address and the focus', async () => {
		server.answer('get', '/surveys/history', aHistory())
		const page = await open()
		expect(document.activeElement).toBe(document.body)
		await page.get('nav a[href="?view=sent"]').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('What leaves this space'))
		expect(window.location.search).toBe('?view=sent')
		expect(document.activeElement).toBe(page.get('h2').element)
		expect(page.get('nav [aria-current="page"]').text()).toBe('What leaves this space')
		window.history.replaceState(null, '', '/apps/compagnon/surveys')
		window.dispatchEvent(new PopStateEvent('popstate'))
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Surveys'))
	})

	it('tells of a survey that cannot be answered why', async () => {
		at('survey=gone')
		expect((await open()).text()).toContain('This survey is over, or it does not exist here.')
		at('survey=first')
		expect((await open({ surveys: [aSurvey({ state: 'answered', message: 'You have answered.' })] })).text()).toContain('You have answered.')
	})
})

describe('what leaves the space', () => {
	async function openSent(history = aHistory()) {
		at('view=sent')
		server.answer('get', '/surveys/history', history)
		const page = await open()
		await vi.waitFor(() => expect(page.text()).toContain('Who decided what'))
		return page
	}

	it('says when nothing ever did', async () => {
		const page = await openSent(aHistory({ figures: [], answers: [], decisions: [] }))
		expect(page.text()).toContain('Nothing has ever left this space.')
		expect(page.text()).toContain('Nobody has decided anything yet: everything is off.')
	})

	it('shows figures to the byte and in words, with why each is asked', async () => {
		const line = (await openSent()).get('[data-sent="s1"]')
		expect(line.get('h4').text()).toBe('Figures, quarter 4 of 2026 sent and kept there')
		expect(line.get('pre').text()).toBe(aSent().report)
		expect(line.get('[data-figure="members"]').findAll('th, td').map((one) => one.text())).toEqual(['Members', '5-10', 'To compare alike.'])
		expect(line.get('[data-figure="apps"] td').text()).toBe('calendar')
		expect(line.text()).toContain('The receipt of the observatory')
	})

	it('says what is not given, and what is drawn by chance', async () => {
		const report = '{"metrics":{"members":null,"apps":[]}}'
		const line = (await openSent(aHistory({ figures: [aSent({ state: 'planned', report, chance: ['token', 'report'], receipt: null })] }))).get('[data-sent="s1"]')
		expect(line.findAll('td').filter((_, index) => index % 2 === 0).map((one) => one.text())).toEqual(['not given', 'none'])
		expect(line.text()).toContain('token, report')
		expect(line.text()).toContain('planned for November 28, 2026')
	})

	it.each([
		['waiting', 'waiting'],
		['withdrawn', 'taken back'],
		['withdrawing', 'being taken back'],
		['refused', 'not sent'],
		['not_sent', 'not sent'],
		['too_late', 'part of the results'],
	] as const)('names the state %s, with the sentence of the server', async (state, words) => {
		const line = (await openSent(aHistory({ figures: [aSent({ state, message: 'This became of it.' })] }))).get('[data-sent="s1"]')
		expect(line.get('h4').text()).toContain(words)
		expect(line.text()).toContain('This became of it.')
	})

	it('counts answers, and knows nothing else of them', async () => {
		const count = (await openSent()).get('[data-count="first"]')
		expect(count.findAll('span').map((one) => one.text())).toEqual(['waiting: 2', 'sent and kept there: 3', 'not sent: 2'])
		expect(count.text()).toContain('Answers, First survey, quarter 4 of 2026')
	})

	it('lists decisions, with a name or without', async () => {
		const page = await openSent(aHistory({ decisions: [aDecision({ who: null, surveys: 'see', figures: false }), aDecision()] }))
		expect(page.findAll('.decision-list li').map((one) => one.get('span').text())).toEqual(['surveys can be looked at, no figures', 'members may answer, figures are sent, left out: 1'])
	})

	it('says when it cannot be loaded', async () => {
		at('view=sent')
		server.refuse('get', '/surveys/history', 503, DOWN)
		const page = await open()
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		expect(buttons()).toContain('Try again')
	})
})

describe('my choices', () => {
	async function openChoices(panel: Partial<SurveyPanel> = {}) {
		at('view=choices')
		return open(panel)
	}
	const puts = () => server.calls.filter(({ method }) => method === 'put').map((call) => call.body)

	it('are saved at once', async () => {
		const page = await openChoices()
		expect(page.get<HTMLInputElement>('input[value="3"]').element.checked).toBe(true)
		server.answer('put', '/surveys/me', { every: 12, never: false, counted: true })
		await page.get('input[value="12"]').setValue()
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		await page.get('input[value="never"]').setValue()
		await vi.waitFor(() => expect(puts()).toHaveLength(2))
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		await page.get('input[type="checkbox"]').setValue(true)
		await vi.waitFor(() => expect(puts()).toEqual([
			{ every: 12, never: false, counted: true },
			{ every: 12, never: true, counted: true },
			{ every: 12, never: true, counted: false },
		]))
	})

	it('go back with a sentence when they cannot be saved', async () => {
		const page = await openChoices()
		server.refuse('put', '/surveys/me', 503, DOWN)
		await page.get('input[value="12"]').setValue()
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toBe(DOWN.message))
		expect(page.get<HTMLInputElement>('input[value="3"]').element.checked).toBe(true)
	})

	it('take an answer back with its code', async () => {
		const page = await openChoices()
		const input = page.get<HTMLInputElement>('.take-back input')
		await input.setValue(' abcd efgh ')
		server.answer('post', '/surveys/withdrawals', { state: 'withdrawn', message: 'It is erased.' })
		await page.get('.take-back form').trigger('submit')
		await vi.waitFor(() => expect(page.get('.take-back [role="status"]').text()).toBe('It is erased.'))
		expect(server.calls.at(-1)?.body).toEqual({ code: 'abcd efgh' })
		expect(input.element.value).toBe('')
	})

	it.each(['too_late', 'unknown'] as const)('keep the code when it was %s', async (state) => {
		const page = await openChoices()
		const input = page.get<HTMLInputElement>('.take-back input')
		await input.setValue('abcd')
		server.answer('post', '/surveys/withdrawals', { state, message: 'Not this one.' })
		await page.get('.take-back form').trigger('submit')
		await vi.waitFor(() => expect(page.text()).toContain('Not this one.'))
		expect(input.element.value).toBe('abcd')
	})

	it('say at the code when it has a slip', async () => {
		const page = await openChoices()
		await page.get('.take-back input').setValue('abcd')
		server.refuse('post', '/surveys/withdrawals', 400, { error: 'invalid', message: 'A letter is wrong.', field: 'code' })
		await page.get('.take-back form').trigger('submit')
		await vi.waitFor(() => expect(page.text()).toContain('A letter is wrong.'))
		await vi.waitFor(() => expect(document.activeElement).toBe(page.get('.take-back input').element))
	})
})

describe('results', () => {
	it('are not there yet, or listed with what is still on its way', async () => {
		at('view=results')
		server.answer('get', '/surveys/results', { results: [] })
		const page = await open()
		await vi.waitFor(() => expect(page.text()).toContain('Nothing is published yet.'))
		page.unmount()
		server.answer('get', '/surveys/results', { results: [aResult(), aResult({ survey: 'first', here: false })] })
		const again = await open()
		await vi.waitFor(() => expect(again.findAll('[data-result]')).toHaveLength(2))
		expect(again.get('[data-result="figures"] a').attributes('href')).toBe('?result=figures&period=2026-Q3')
		expect(again.get('[data-result="first"]').find('a').exists()).toBe(false)
		expect(again.get('[data-result="first"]').text()).toContain('On its way here')
	})

	async function openResult(comparison: object) {
		at('result=figures&period=2026-Q3')
		server.answer('get', '/surveys/results/figures/2026-Q3', { result: aResult(), release: RELEASE, own: { members: '5-10', files: '<100' }, metrics: METRICS, ...comparison } as never)
		const page = await open()
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Figures of autumn'))
		return page
	}

	it('stand beside the space’s own figures, in words and not by colour alone', async () => {
		const page = await openResult({})
		const rows = page.get('[data-question="members"]').findAll('tbody tr').map((row) => row.findAll('th, .question-table__share, .question-table__range').map((one) => one.text()))
		expect(rows).toEqual([
			['1', 'not shown (fewer than 11, or next to one that is)'],
			['2-4', '50%', 'between 45% and 55%'],
			['5-10 or 11-25 this space', '38%', 'between 33% and 43%'],
		])
		expect(page.get('[data-question="members"]').text()).toContain('This space: 5-10')
		expect(page.get('[data-question="fsus"]').text()).toContain('Score 71 out of 100 (between 66 and 76)')
		expect(page.get('[data-question="files"]').text()).toContain('Not shown: too few answers')
		expect(page.text()).toContain('About 120 answers.')
		expect(page.text()).toContain('Too few answers: nothing is shown')
	})

	it('say that there is nothing to compare with', async () => {
		const page = await openResult({ own: null })
		expect(page.text()).toContain('This space has measured no figures of its own')
		expect(page.find('.question-table__own').exists()).toBe(false)
	})

	it.each([{}, { k: 11 }, { k: 11, strata: [{ questions: [{}] }] }])('of an unknown kind are said to be so: %j', async (release) => {
		expect((await openResult({ release })).text()).toContain('of a newer kind')
	})
})
