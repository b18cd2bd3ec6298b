/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyAdmin } from '../../shared/types.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SurveySection from './SurveySection.vue'
import { body, button, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { aDecision, aHistory, anAdmin, aSent, HASH } from '../../survey/testing.ts'

const server = fakeServer()
usePage()

const AGREED: Partial<SurveyAdmin> = { agreed: aDecision(), switches: { surveys: 'answer', figures: true }, decisions: [aDecision()], leftOut: ['apps'] }

beforeEach(() => server.answer('get', '/surveys/history', aHistory()))

async function open(changes: Partial<SurveyAdmin> = {}) {
	server.answer('get', '/admin/surveys', anAdmin(changes))
	const page = show(SurveySection)
	await vi.waitFor(() => expect(page.find('[aria-label="Loading…"]').exists()).toBe(false))
	return page
}

const puts = () => server.calls.filter(({ method }) => method === 'put').map((call) => call.body)
const figures = () => body().get<HTMLInputElement>('input[role="switch"], .checkbox-radio-switch-switch input')

async function submit(): Promise<void> {
	await body().get('.consent-form').trigger('submit')
	await flushPromises()
}

describe('settings of surveys', () => {
	it('say when they cannot be loaded', async () => {
		server.refuse('get', '/admin/surveys', 503, DOWN)
		const page = show(SurveySection)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
	})

	it('have nothing to switch on where no observatory is named', async () => {
		const page = await open({ observatory: null, catalogue: null, metrics: [] })
		expect(page.text()).toContain('No observatory is named for this space')
		expect(page.find('form').exists()).toBe(false)
		expect(server.calls.map(({ path }) => path)).toEqual(['/admin/surveys'])
	})

	it('name the observatory, its list and this space’s key', async () => {
		const page = await open({ enrolment: { state: 'attested', key: 'a2V5' } })
		const facts = page.get('dl').text()
		for (const words of ['OPEN-L', 'https://openl.example', 'number 3', HASH, 'the hoster vouches for this space', 'a2V5']) {
			expect(facts).toContain(words)
		}
	})

	it('are off, and send what was decided with the notice that was read', async () => {
		const page = await open()
		expect(page.get<HTMLInputElement>('input[value="off"]').element.checked).toBe(true)
		expect(figures().element.disabled).toBe(true)
		expect(page.text()).toContain('In short')
		await page.get('input[value="see"]').setValue()
		await figures().setValue(true)
		await page.get('[data-metric="apps"] input').setValue(false)
		server.answer('put', '/admin/surveys', anAdmin({ ...AGREED, switches: { surveys: 'see', figures: true } }))
		await submit()
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		expect(puts()).toEqual([{ surveys: 'see', figures: true, leftOut: ['apps'], notice: HASH }])
	})

	it('give no figures without the list of surveys', async () => {
		const page = await open(AGREED)
		await page.get('input[value="off"]').setValue()
		server.answer('put', '/admin/surveys', anAdmin({ decisions: [aDecision()] }))
		await submit()
		expect(puts()).toEqual([{ surveys: 'off', figures: false, leftOut: ['apps'], notice: HASH }])
	})

	it('show exactly what would leave, and again when something is left out', async () => {
		const page = await open(AGREED)
		const preview = { survey: 'figures', period: '2026-Q4', report: '{"metrics":{"members":"5-10","apps":null}}', chance: ['token'], figures: { members: '5-10', apps: null }, measured: '2026-11-28', leaves: '2026-12-03', seal: 'c2VhbA==' }
		server.answer('post', '/admin/surveys/preview', preview)
		await button('Measure and show').trigger('click')
		await vi.waitFor(() => expect(page.get('.report-preview pre').text()).toBe(preview.report))
		expect(page.get('.report-preview [data-figure="apps"] td').text()).toBe('not given')
		expect(page.text()).toContain('it leaves on December 3, 2026')
		await page.get('[data-metric="members"] input').setValue(false)
		await vi.waitFor(() => expect(server.calls.filter(({ method }) => method === 'post').map((call) => call.body)).toEqual([{ leftOut: ['apps'] }, { leftOut: ['members', 'apps'] }]))
		server.refuse('post', '/admin/surveys/preview', 503, DOWN)
		await button('Measure again').trigger('click')
		await vi.waitFor(() => expect(page.get('.report-preview [role="alert"]').text()).toBe(DOWN.message))
	})

	it.each([
		['notice', 'version 0.9.0 was agreed to on November 20, 2026, and it is version 1.0.0 now'],
		['metrics', 'Other figures are asked for'],
		['observatory', 'Another observatory is named'],
	] as const)('ask again when the %s changed, and propose what was agreed to', async (fallen, words) => {
		const page = await open({ ...AGREED, fallen, added: ['apps'], agreed: aDecision({ version: '0.9.0' }), switches: { surveys: 'off', figures: false } })
		expect(page.text()).toContain(words)
		expect(page.text()).toContain('New among the figures since then: Apps.')
		expect(page.get<HTMLInputElement>('input[value="answer"]').element.checked).toBe(true)
	})

	it('say what does not work, and keep what was chosen when it cannot be saved', async () => {
		const page = await open({ problems: ['The observatory has not answered since yesterday.'] })
		expect(page.text()).toContain('The observatory has not answered since yesterday.')
		await page.get('input[value="answer"]').setValue()
		server.refuse('put', '/admin/surveys', 403, { error: 'refused', message: 'No observatory is named.' })
		await submit()
		await vi.waitFor(() => expect(page.get('.consent-form [role="alert"]').text()).toBe('No observatory is named.'))
		expect(page.get<HTMLInputElement>('input[value="answer"]').element.checked).toBe(true)
		expect(body().find('[role="dialog"]').exists()).toBe(false)
	})
})

describe('the password', () => {
	/** As the platform refuses: without a word of the app. */
	const wantsPassword = (method: 'put' | 'post', path: string) => server.answer(method, path, [], 403)

	function confirms(...statuses: number[]) {
		const real = globalThis.fetch
		const confirm = vi.fn(async (_: string, init?: RequestInit) => {
			void init
			return new Response('{}', { status: statuses.shift() ?? 200 })
		})
		vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => String(input).endsWith('/login/confirm') ? confirm(String(input), init) : real(input, init))
		return confirm
	}

	it('is asked where the platform wants it, and what was decided goes on', async () => {
		const page = await open()
		await page.get('input[value="see"]').setValue()
		wantsPassword('put', '/admin/surveys')
		await submit()
		await vi.waitFor(() => expect(body().find('[role="dialog"]').exists()).toBe(true))
		const confirm = confirms(403, 200)
		await body().get('[role="dialog"] input').setValue('wrong')
		await body().get('[role="dialog"] form').trigger('submit')
		await vi.waitFor(() => expect(body().get('[role="dialog"]').text()).toContain('That is not your password.'))
		server.answer('put', '/admin/surveys', anAdmin(AGREED))
		await body().get('[role="dialog"] input').setValue('right')
		await body().get('[role="dialog"] form').trigger('submit')
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		expect(confirm.mock.calls.map(([, init]) => init?.body)).toEqual(['{"password":"wrong"}', '{"password":"right"}'])
		vi.restoreAllMocks()
	})

	it('is not given: nothing changes', async () => {
		const page = await open()
		await page.get('input[value="see"]').setValue()
		wantsPassword('put', '/admin/surveys')
		await submit()
		await vi.waitFor(() => expect(body().find('[role="dialog"]').exists()).toBe(true))
		await button('Cancel').trigger('click')
		await vi.waitFor(() => expect(page.get('.consent-form [role="alert"]').text()).toContain('Nothing was changed'))
		expect(puts()).toHaveLength(1)
	})
})

describe('what was sent', () => {
	it('is taken back, one by one or all of it', async () => {
		server.answer('get', '/surveys/history', aHistory({ figures: [aSent(), aSent({ id: 's0', state: 'withdrawn' })] }))
		const page = await open(AGREED)
		await vi.waitFor(() => expect(page.findAll('[data-sent]')).toHaveLength(2))
		expect(page.get('[data-sent="s0"]').find('button').exists()).toBe(false)
		await page.get('[data-sent="s1"] button').trigger('click')
		await flushPromises()
		server.answer('post', '/admin/surveys/withdrawals', { lines: [aSent({ state: 'withdrawing', message: 'It is asked to erase it.' })] })
		await button('Take back').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('It is asked to erase it.'))
		expect(server.calls.at(-1)?.body).toEqual({ id: 's1' })
		expect(body().findAll('button').map((one) => one.text())).not.toContain('Take everything back…')
	})

	it('lists who decided what', async () => {
		expect((await open(AGREED)).get('.decision-list').text()).toContain('members may answer, figures are sent, left out: 1')
	})
})
