/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../shared/api.ts'
import { body, button, buttons, provideDialogs } from '../shared/testing/page.ts'
import { DOWN, fakeServer, progress, tour } from '../shared/testing/server.ts'
import { play } from '../tour/play.ts'
import { openHelp } from './openHelp.ts'

vi.mock('../tour/play.ts', () => ({ play: vi.fn() }))

const server = fakeServer()
let trigger: HTMLButtonElement

beforeEach(() => {
	provideDialogs()
	window._oc_webroot = ''
	document.body.innerHTML = '<button id="compagnon-help">?</button><div id="content" class="app-files"></div>'
	trigger = document.querySelector('button')!
	vi.mocked(play).mockReset()
})

afterEach(async () => {
	document.querySelector('dialog')?.close()
	await flushPromises()
})

async function open() {
	await openHelp(trigger)
	await vi.waitFor(() => expect(body().text()).not.toContain('Loading the tours…'))
}

const panels = () => body().findAll('dialog')

describe('openHelp', () => {
	it('opens a named dialog with the focus inside', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		await open()
		const panel = body().get('dialog')
		expect((panel.element as HTMLDialogElement).open).toBe(true)
		expect(body().get('#' + panel.attributes('aria-labelledby')).text()).toBe('Help')
		expect(panel.element.contains(document.activeElement)).toBe(true)
		expect(panel.get('a').attributes('href')).toBe('/index.php/apps/compagnon/')
	})

	it('opens once, however often it is asked', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		await Promise.all([openHelp(trigger), openHelp(trigger)])
		await openHelp(trigger)
		expect(panels()).toHaveLength(1)
	})

	it('gives the focus back when it is closed, and can be opened again', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		await open()
		await button('Close the help').trigger('click')
		expect(panels()).toHaveLength(0)
		expect(body().find('#compagnon-help-panel').exists()).toBe(false)
		expect(document.activeElement).toBe(trigger)
		await open()
		expect(panels()).toHaveLength(1)
	})

	it('keeps its keys from the page behind', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		await open()
		const heard = vi.fn()
		document.addEventListener('keydown', heard)
		await button('Close the help').trigger('keydown', { key: 'Delete' })
		document.removeEventListener('keydown', heard)
		expect(heard).not.toHaveBeenCalled()
	})

	it('shows the tours of this page first', async () => {
		server.answer('get', '/tours', {
			tours: [tour({ id: 'a', app: 'calendar', title: 'Calendar' }), tour({ id: 'b', title: 'Files' })],
			contact: 'Camille Roux',
		})
		await open()
		expect(body().findAll('dialog h3').map((heading) => heading.text())).toEqual(['For this page', 'Elsewhere in your space'])
		expect(body().findAll('dialog [data-tour]').map((card) => card.attributes('data-tour'))).toEqual(['b', 'a'])
		expect(body().get('dialog').text()).toContain('Camille Roux')
	})

	it('has what is under way first among the tours of other pages, and what was seen last', async () => {
		const other = (id: string, state?: Parameters<typeof progress>[0]) => tour({ id, app: 'calendar', path: '/apps/calendar', progress: state === undefined ? null : progress(state) })
		server.answer('get', '/tours', { tours: [other('a', 'finished'), other('b'), other('c', 'paused'), other('d', 'refused')], rooms: [], contact: '' })
		await open()
		expect(body().findAll('dialog [data-tour]').map((card) => card.attributes('data-tour'))).toEqual(['c', 'b', 'a', 'd'])
	})

	it('says whom to ask before it goes on to other pages', async () => {
		server.answer('get', '/tours', { tours: [tour(), tour({ id: 'b', app: 'calendar', path: '/apps/calendar' })], rooms: [], contact: 'Camille Roux' })
		await open()
		const words = body().get('dialog').text()
		expect(words.indexOf('Camille Roux')).toBeGreaterThan(words.indexOf('For this page'))
		expect(words.indexOf('Camille Roux')).toBeLessThan(words.indexOf('Elsewhere in your space'))
	})

	it('says when this page has none', async () => {
		server.answer('get', '/tours', { tours: [tour({ app: 'calendar' })], rooms: [], contact: '' })
		await open()
		expect(body().get('dialog').text()).toContain('There is no tour of this page yet.')
		expect(body().findAll('dialog h3').map((heading) => heading.text())).toEqual(['Tours of other pages'])
	})

	it('says when there is none at all', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		await open()
		expect(body().get('dialog').text()).toContain('There is no tour for you here yet')
		expect(body().get('dialog').text()).toContain('whoever looks after your space')
	})

	it('says why it has nothing to show, and tries again', async () => {
		server.refuse('get', '/tours', 503, DOWN)
		await open()
		expect(body().get('dialog [role="alert"]').text()).toContain(DOWN.message)
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		await button('Try again').trigger('click')
		expect(document.activeElement).toBe(body().get('dialog .load-state').element)
		await vi.waitFor(() => expect(buttons()).toContain('Start'))
	})

	it('makes room for the tour that was chosen', async () => {
		server.answer('get', '/tours', { tours: [tour({ progress: progress('finished') })], rooms: [], contact: '' })
		vi.mocked(play).mockImplementation(async () => expect(panels()).toHaveLength(0))
		await open()
		await button('Do it again').trigger('click')
		await vi.waitFor(() => expect(play).toHaveBeenCalledWith('files-first-steps', { again: true }))
		await flushPromises()
		expect(panels()).toHaveLength(0)
	})

	it('comes back with the sentence when the tour cannot be played, and forgets it', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		vi.mocked(play).mockRejectedValue(new ApiError('This tour does not exist here.', 404))
		await open()
		await button('Start').trigger('click')
		await vi.waitFor(() => expect(body().get('dialog [role="alert"]').text()).toBe('This tour does not exist here.'))
		await button('Close the help').trigger('click')
		await open()
		expect(body().find('dialog [role="alert"]').exists()).toBe(false)
	})

	it('notes "not for me" without closing', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		server.answer('post', '/tours/files-first-steps/refuse', progress('refused'))
		await open()
		await button('Not for me').trigger('click')
		await vi.waitFor(() => expect(body().get('dialog [data-tour] [role="status"]').text()).toBe('Not for me'))
		expect(panels()).toHaveLength(1)
	})
})
