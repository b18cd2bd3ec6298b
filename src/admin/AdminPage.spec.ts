/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Check } from '../shared/types.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import AdminPage from './AdminPage.vue'
import { body, button, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { anAdmin } from '../survey/testing.ts'

const server = fakeServer()
usePage()

const NEVER: Check = { last: null, missed: [] }

beforeEach(() => {
	server.answer('get', '/admin/check', NEVER)
	server.answer('get', '/admin/transfer', { members: true, bandwidth: null, fast: false, staging: '', clients: [] })
	server.answer('get', '/admin/transfer/guides', { guides: [] })
	server.answer('get', '/admin/surveys', anAdmin({ observatory: null, catalogue: null, metrics: [] }))
})

async function open(content: { tours: number, faults: { file: string, message: string }[] } = { tours: 1, faults: [] }) {
	server.answer('get', '/admin/settings', { offers: true, contact: 'Camille' })
	server.answer('get', '/admin/content', content)
	const page = show(AdminPage)
	await vi.waitFor(() => expect(page.find('textarea').exists()).toBe(true))
	await vi.waitFor(() => expect(page.find('[aria-label="Loading…"]').exists()).toBe(false))
	return page
}

const area = () => body().get<HTMLTextAreaElement>('textarea')
const puts = () => server.calls.filter(({ method }) => method === 'put').map((call) => call.body)

describe('settings of the space', () => {
	it('are loading, and say when they cannot be loaded', async () => {
		server.refuse('get', '/admin/settings', 403, { error: 'refused', message: 'Not for you.' })
		server.answer('get', '/admin/content', { tours: 1, faults: [] })
		const page = show(AdminPage)
		expect(page.findAll('[aria-label="Loading…"]')).toHaveLength(5)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain('Not for you.'))
		server.answer('get', '/admin/settings', { offers: false, contact: '' })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(body().get<HTMLInputElement>('input[type="checkbox"]').element.checked).toBe(false))
	})

	it('save the switch at once, without what is being typed', async () => {
		const page = await open()
		await area().setValue('half a sent')
		server.answer('put', '/admin/settings', { offers: false, contact: 'Camille' })
		await page.get('input[type="checkbox"]').setValue(false)
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		expect(puts()).toEqual([{ offers: false, contact: 'Camille' }])
		expect(area().element.value).toBe('half a sent')
	})

	it('put the switch back when it cannot be saved', async () => {
		const page = await open()
		server.refuse('put', '/admin/settings', 503, DOWN)
		await page.get('input[type="checkbox"]').setValue(false)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toBe(DOWN.message))
		expect(page.get<HTMLInputElement>('input[type="checkbox"]').element.checked).toBe(true)
	})

	it('save the contact, trimmed', async () => {
		const page = await open()
		await area().setValue('  Bruno  ')
		server.answer('put', '/admin/settings', { offers: true, contact: 'Bruno' })
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(page.get('form').text()).toContain('Saved.'))
		expect(puts()).toEqual([{ offers: true, contact: 'Bruno' }])
		expect(area().element.value).toBe('Bruno')
		await area().setValue('Bruno and Nadia')
		expect(page.get('form').text()).not.toContain('Saved.')
	})

	it('send one request, however often "save" is clicked', async () => {
		const page = await open()
		const release = server.hold('put', '/admin/settings', { offers: true, contact: 'Camille' })
		await page.get('form').trigger('submit')
		await page.get('form').trigger('submit')
		release()
		await vi.waitFor(() => expect(page.get('form').text()).toContain('Saved.'))
		expect(puts()).toHaveLength(1)
	})

	it('lose nothing of either when both are saved at the same time', async () => {
		const page = await open()
		await area().setValue('Bruno')
		const release = server.hold('put', '/admin/settings', { offers: false, contact: 'Camille' })
		await page.get('input[type="checkbox"]').setValue(false)
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(puts()).toHaveLength(1))
		server.answer('put', '/admin/settings', { offers: false, contact: 'Bruno' })
		release()
		await vi.waitFor(() => expect(puts()).toEqual([{ offers: false, contact: 'Camille' }, { offers: false, contact: 'Bruno' }]))
	})

	it('keep what was typed when saving fails', async () => {
		const page = await open()
		await area().setValue('Bruno')
		server.refuse('put', '/admin/settings', 503, DOWN)
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(page.get('form [role="alert"]').text()).toBe(DOWN.message))
		expect(area().element.value).toBe('Bruno')
	})

	it('say at the field what is wrong with it', async () => {
		const page = await open()
		await area().setValue('Bruno')
		server.refuse('put', '/admin/settings', 400, { error: 'invalid', message: 'The field “contact” is wrong.', field: 'contact' })
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(area().attributes('aria-invalid')).toBe('true'))
		expect(page.get('#' + area().attributes('aria-describedby')).text()).toBe('The field “contact” is wrong.')
		expect(page.find('form [role="alert"]').exists()).toBe(false)
		await flushPromises()
		expect(document.activeElement).toBe(area().element)
	})

	it('do not send what is too long, and count as people do', async () => {
		const page = await open()
		await area().setValue('🌱'.repeat(500))
		expect(page.text()).toContain('500 of 500 characters')
		expect(area().attributes('aria-invalid')).toBe('false')
		await area().setValue('🌱'.repeat(501))
		expect(page.text()).toContain('That is too long: 500 characters at most.')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(puts()).toEqual([])
		expect(document.activeElement).toBe(area().element)
	})
})

describe('contents', () => {
	it('are in order', async () => {
		const page = await open({ tours: 3, faults: [] })
		expect(page.text()).toContain('Tours in order: 3')
		expect(page.find('[role="note"]').exists()).toBe(false)
	})

	it('name each broken file and what to do', async () => {
		const page = await open({ tours: 1, faults: [{ file: 'tours/broken.json', message: 'The file tours/broken.json cannot be used: is not JSON.' }] })
		expect(page.get('[role="note"]').text()).toContain('Files that cannot be used: 1')
		expect(page.get('code').text()).toBe('tours/broken.json')
		expect(page.get('[role="note"]').text()).toContain('is not JSON.')
		expect(page.text()).toContain('Tours in order: 1')
	})

	it('say when there is nothing at all', async () => {
		expect((await open({ tours: 0, faults: [] })).text()).toContain('There is no tour at all.')
	})

	it('say when they cannot be loaded', async () => {
		server.answer('get', '/admin/settings', { offers: true, contact: '' })
		server.refuse('get', '/admin/content', 503, DOWN)
		const page = show(AdminPage)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		server.answer('get', '/admin/content', { tours: 2, faults: [] })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Tours in order: 2'))
	})
})

describe('tour check', () => {
	const place = { tour: 'files-first-steps', title: 'First steps', step: 'list', stepTitle: 'Your files', page: '/apps/files', anchor: 'files.list', advice: 'Update.' }
	const last = (changes: Partial<NonNullable<Check['last']>> = {}) => ({ at: 1_700_000_000, release: '32.0.1', current: true, found: 7, results: [], ...changes })

	async function openCheck(check: Check) {
		server.answer('get', '/admin/check', check)
		return open()
	}

	it('was never made', async () => {
		const page = await openCheck(NEVER)
		expect(page.text()).toContain('The tours were never checked here.')
		const link = body().findAll('a').find((each) => each.text() === 'Go to the tour check')
		expect(link?.attributes('href')).toBe('/index.php/apps/compagnon/check')
	})

	it('says that all is there, and when that was seen', async () => {
		const page = await openCheck({ last: last({ results: [{ ...place, seen: 'unchecked', devices: ['wide'] }] }), missed: [] })
		expect(page.text()).toContain('Everything that was looked for is there: 7 targets.')
		expect(page.text()).toContain('2023')
		expect(page.text()).not.toContain('updated since')
	})

	it('counts what is not in order, and what members did not find', async () => {
		const page = await openCheck({
			last: last({ results: [{ ...place, seen: 'missing', devices: ['wide'] }, { ...place, seen: 'unreached', devices: ['phone'] }, { ...place, seen: 'unchecked', devices: ['phone'] }] }),
			missed: [{ ...place, version: 32, day: 1_699_920_000, times: 4 }],
		})
		expect(page.text()).toContain('Steps of tours that are not in order: 2')
		expect(page.text()).toContain('Targets that members did not find: 1')
		expect(page.text()).not.toContain('Everything that was looked for')
	})

	it('says that it is old, and does not praise a check that found nothing', async () => {
		const page = await openCheck({ last: last({ current: false, found: 0 }), missed: [] })
		expect(page.text()).toContain('Something was updated since.')
		expect(page.text()).not.toContain('Everything that was looked for')
	})

	it('says when it cannot be loaded', async () => {
		server.refuse('get', '/admin/check', 503, DOWN)
		const page = await open()
		expect(page.get('[role="alert"]').text()).toContain(DOWN.message)
	})
})
