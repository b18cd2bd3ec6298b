/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import PickArchive from './PickArchive.vue'
import { body, button, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { anArchive, anOverview, aRun } from '../testing.ts'

const server = fakeServer()
usePage()

async function open(archives = [anArchive(), anArchive({ fileId: 12 })], overview = anOverview()) {
	server.answer('get', '/transfer/archives', { archives })
	const page = show(PickArchive, { overview })
	await vi.waitFor(() => expect(page.find('[aria-label="Loading…"]').exists()).toBe(false))
	return page
}

const sent = () => server.calls.find(({ method }) => method === 'post')?.body
const radio = (label: string) => body().findAll('.checkbox-radio-switch').find((one) => one.text().includes(label))!.get('input')

describe('an archive', () => {
	it('is looked for, and the page says when that fails', async () => {
		server.refuse('get', '/transfer/archives', 503, DOWN)
		const page = show(PickArchive, { overview: anOverview() })
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
		server.answer('get', '/transfer/archives', { archives: [anArchive()] })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('takeout-20260520'))
	})

	it('is explained where there is none, and looked for again', async () => {
		const page = await open([])
		expect(page.text()).toContain('There is no archive in your files yet.')
		expect(page.get('details').attributes('open')).toBeDefined()
		expect(page.find('[type="submit"]').exists()).toBe(false)
		server.answer('get', '/transfer/archives', { archives: [anArchive()] })
		await button('Look again').trigger('click')
		await vi.waitFor(() => expect(page.find('[type="submit"]').exists()).toBe(true))
	})

	it('that is the only one is chosen already, with all its parts', async () => {
		const page = await open()
		server.answer('post', '/runs', aRun({ id: 'r2' }))
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(page.emitted('go')).toEqual([[{ name: 'run', run: 'r2' }]]))
		expect(sent()).toEqual({ source: 'archive', archives: [11, 12], target: 'Brought along', person: null })
	})

	it('has to be chosen where there are several', async () => {
		const page = await open([anArchive(), anArchive({ fileId: 20, set: null, name: 'old.zip', kind: 'zip', parts: 1 })])
		await page.get('form').trigger('submit')
		expect(page.get('form').text()).toContain('Choose an archive above.')
		await radio('old.zip').setValue(true)
		server.answer('post', '/runs', aRun())
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(sent()).toMatchObject({ archives: [20] }))
	})

	it('says which parts are missing', async () => {
		const page = await open([anArchive({ missingParts: [2, 3], parts: 3 })])
		expect(page.text()).toContain('Missing parts: 2, 3')
		expect(page.get('[role="note"]').text()).toContain('What is in them does not come.')
	})

	it('keeps what was typed when the folder is refused', async () => {
		const page = await open()
		const input = page.get<HTMLInputElement>('form input[type="text"]')
		await input.setValue(' /Old/ stuff ')
		server.refuse('post', '/runs', 400, { error: 'invalid', message: 'A file has that name.', field: 'target' })
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(input.attributes('aria-invalid')).toBe('true'))
		await flushPromises()
		expect(input.element.value).toBe(' /Old/ stuff ')
		expect(document.activeElement).toBe(input.element)
		expect(sent()).toMatchObject({ target: 'Old/stuff' })
	})

	it('can go to a folder that is looked for', async () => {
		const page = await open()
		server.answer('get', '/transfer/places', { path: '', writable: true, free: null, places: [{ name: 'Projects', path: 'Projects' }] })
		await button('Choose a folder…').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Projects'))
		server.answer('get', '/transfer/places', { path: 'Projects', writable: true, free: null, places: [] })
		await button('Projects').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('There is no folder in here.'))
		expect(server.calls.at(-1)?.path).toBe('/transfer/places?path=Projects')
		await button('Choose this folder').trigger('click')
		await flushPromises()
		expect(page.get<HTMLInputElement>('form input[type="text"]').element.value).toBe('Projects')
		expect(document.activeElement).toBe(button('Choose a folder…').element)
	})

	it('can be proposed to a member, who is searched for', async () => {
		const page = await open(undefined, anOverview({ mayForOthers: true }))
		await radio('For a member').setValue(true)
		await page.get('form').trigger('submit')
		expect(page.text()).toContain('Choose the member whom this is for.')
		expect(page.text()).not.toContain('Choose a folder…')
		server.answer('get', '/transfer/people', { people: [] })
		await button('Search').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Nobody of that name is here.'))
		server.answer('get', '/transfer/people', { people: [{ id: 'bruno', name: 'Bruno' }] })
		await button('Search').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Bruno (bruno)'))
		await radio('Bruno').setValue(true)
		server.answer('post', '/runs', aRun())
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(sent()).toMatchObject({ person: 'bruno' }))
	})
})
