/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import ChoosePage from './ChoosePage.vue'
import { body, button, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { aFolder, aRun, aView } from '../testing.ts'

const server = fakeServer()
usePage()

const draft = aRun({ state: 'draft', phase: 'scan' })
const TOP = { folders: [aFolder('Mine', { hasChildren: true }), aFolder('Photos')] }

async function open(run = draft) {
	server.answer('get', '/runs/run1/folders', TOP)
	const page = show(ChoosePage, { run })
	await vi.waitFor(() => expect(page.text()).toContain('Photos'))
	return page
}

const box = (label: string) => body().findAll('.checkbox-radio-switch').find((one) => one.text().startsWith(label))!.get('input')
const sent = () => server.calls.find(({ method }) => method === 'put')?.body

describe('what to take', () => {
	it('is loading, fails with a sentence, and tries again', async () => {
		server.refuse('get', '/runs/run1/folders', 503, DOWN)
		const page = show(ChoosePage, { run: draft })
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
		server.answer('get', '/runs/run1/folders', { folders: [] })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('There are no folders; all files come.'))
	})

	it('is everything with sensible forms, and is looked over', async () => {
		const page = await open()
		server.answer('put', '/runs/run1', draft)
		server.answer('post', '/runs/run1/scan', aRun({ phase: 'scan' }))
		await page.trigger('submit')
		await vi.waitFor(() => expect(page.emitted('scanned')).toEqual([[aRun({ phase: 'scan' })]]))
		expect(sent()).toEqual({ target: 'Google Drive', folders: [], without: [], documents: 'office', sharedWithMe: true, photos: true, conflicts: 'both', safeNames: true })
	})

	it('opens folders as they are asked for, also with the arrow keys', async () => {
		const page = await open()
		server.answer('get', '/runs/run1/folders', { folders: [aFolder('Minutes')] })
		await button('Open “Mine”').trigger('keydown', { key: 'ArrowRight' })
		await vi.waitFor(() => expect(page.text()).toContain('Minutes'))
		expect(server.calls.at(-1)?.path).toBe('/runs/run1/folders?folder=Mine')
		expect(button('Close “Mine”').attributes('aria-expanded')).toBe('true')
		await button('Close “Mine”').trigger('keydown', { key: 'ArrowLeft' })
		expect(button('Open “Mine”').attributes('aria-expanded')).toBe('false')
	})

	it('says at the folder why it cannot be opened', async () => {
		const page = await open()
		server.refuse('get', '/runs/run1/folders', 503, DOWN)
		await button('Open “Mine”').trigger('click')
		await vi.waitFor(() => expect(page.get('[role="alert"].folder-branch__fault').text()).toBe(DOWN.message))
	})

	it('shows how much lies in a folder, read with its name, and nothing when nobody can say', async () => {
		const view = aView()
		vi.stubGlobal('IntersectionObserver', view.Observer)
		server.answer('get', '/runs/weighed/folders', { folders: [aFolder('Mine', { items: null }), aFolder('Team', { size: null, items: null })] })
		const page = show(ChoosePage, { run: { ...draft, id: 'weighed' } })
		await vi.waitFor(() => expect(page.text()).toContain('Team'))
		const description = () => body().find('#' + box('Team').attributes('aria-describedby'))
		expect(description().find('[aria-hidden="true"]').text()).toBe('…')

		server.answer('post', '/runs/weighed/weigh', { items: 12, bytes: 34 * 1024 ** 2, complete: false })
		view.show(...page.findAll('.folder-branch__row').map(({ element }) => element))
		await vi.waitFor(() => expect(description().text()).toBe('more than 12 items, 34 MB'))
		expect(server.calls.filter(({ method }) => method === 'post').map((call) => call.body)).toEqual([{ folder: 'Team' }])
		vi.unstubAllGlobals()
	})

	it('leaves out what is taken out', async () => {
		const page = await open()
		await box('Photos').setValue(false)
		expect(page.text()).toContain('Chosen: 10 MB')
		server.answer('put', '/runs/run1', draft)
		server.answer('post', '/runs/run1/scan', aRun())
		await page.trigger('submit')
		await vi.waitFor(() => expect(sent()).toMatchObject({ folders: [], without: ['Photos'] }))
	})

	it('asks for at least something', async () => {
		const page = await open()
		await box('Everything').setValue(false)
		expect(page.text()).toContain('Nothing is chosen yet.')
		await page.trigger('submit')
		expect(page.text()).toContain('Choose at least one folder.')
		expect(sent()).toBeUndefined()
	})

	it('keeps everything when it cannot be stored, and shows the field that was refused', async () => {
		const page = await open()
		await box('Photos').setValue(false)
		server.refuse('put', '/runs/run1', 400, { error: 'invalid', message: 'There is a file of that name.', field: 'target' })
		await page.trigger('submit')
		await vi.waitFor(() => expect(page.get('input[type="text"]').attributes('aria-invalid')).toBe('true'))
		await flushPromises()
		expect(page.get('details').attributes('open')).toBeDefined()
		expect(page.text()).toContain('There is a file of that name.')
		expect((box('Photos').element as HTMLInputElement).checked).toBe(false)
	})

	it('asks nothing about online documents of an archive', async () => {
		const page = await open(aRun({ state: 'draft', source: 'archive', connection: null }))
		expect(page.text()).not.toContain('Documents that exist online only')
		expect(page.text()).toContain('Also the photos')
	})
})
