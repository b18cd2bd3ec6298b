/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import PersonalPage from './PersonalPage.vue'
import { body, button, buttons, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'

vi.mock('@nextcloud/auth', async (original) => ({
	...await original<object>(),
	getCurrentUser: () => ({ uid: 'nadia', displayName: 'Nadia', isAdmin: false }),
}))

const server = fakeServer()
usePage()

async function open(quiet = false) {
	server.answer('get', '/me', { quiet })
	const page = show(PersonalPage)
	await vi.waitFor(() => expect(page.find('input').exists()).toBe(true))
	return page
}

const isOn = () => body().get<HTMLInputElement>('input').element.checked
const said = () => body().findAll('[role="status"]').map((status) => status.text()).join('')

describe('“Offer me nothing”', () => {
	it('is loading, then as the server says', async () => {
		const release = server.hold('get', '/me', { quiet: true })
		const page = show(PersonalPage)
		await flushPromises()
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		release()
		await vi.waitFor(() => expect(isOn()).toBe(true))
	})

	it('says when it cannot be loaded, and tries again', async () => {
		server.refuse('get', '/me', 503, DOWN)
		const page = show(PersonalPage)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		server.answer('get', '/me', { quiet: true })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(isOn()).toBe(true))
	})

	it('is saved at once, and says so', async () => {
		const page = await open()
		const release = server.hold('put', '/me', { quiet: true })
		await page.get('input').setValue(true)
		expect(said()).toBe('Saving…')
		release()
		await vi.waitFor(() => expect(said()).toBe('Saved.'))
		expect(isOn()).toBe(true)
		expect(server.calls.at(-1)).toEqual({ method: 'put', path: '/me', body: { quiet: true } })
	})

	it('goes back with a sentence when it cannot be saved', async () => {
		const page = await open()
		server.refuse('put', '/me', 503, DOWN)
		await page.get('input').setValue(true)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toBe(DOWN.message))
		expect(isOn()).toBe(false)
		expect(said()).toBe('')
	})
})

/** jsdom's blobs have no text(). */
function textOf(blob: Blob): Promise<string> {
	return new Promise((resolve) => {
		const reader = new FileReader()
		reader.onload = () => resolve(String(reader.result))
		reader.readAsText(blob)
	})
}

describe('what is kept', () => {
	const links: HTMLAnchorElement[] = []
	const blobs: Blob[] = []

	beforeEach(() => {
		links.length = 0
		blobs.length = 0
		URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`
		URL.revokeObjectURL = () => {}
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function(this: HTMLAnchorElement) {
			links.push(this)
		})
	})

	it('is handed over as a file', async () => {
		await open()
		server.answer('get', '/me/data', { tables: { compagnon_tour_progress: [] }, settings: { quiet: false } })
		await button('Download it').trigger('click')
		await vi.waitFor(() => expect(said()).toBe('The file is in your downloads.'))
		expect(links.map((link) => link.download)).toEqual(['compagnon-nadia.json'])
		expect(JSON.parse(await textOf(blobs[0]!))).toEqual({ tables: { compagnon_tour_progress: [] }, settings: { quiet: false } })
	})

	it('says when it cannot be handed over', async () => {
		const page = await open()
		server.refuse('get', '/me/data', 503, DOWN)
		await button('Download it').trigger('click')
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toBe(DOWN.message))
		expect(links).toEqual([])
	})

	it('is erased only after a confirmation that says what goes', async () => {
		await open(true)
		await button('Erase it…').trigger('click')
		await flushPromises()
		expect(body().get('[role="dialog"]').text()).toContain('Your place in each tour')
		server.answer('delete', '/me/data', { erased: 2 })
		server.answer('get', '/me', { quiet: false })
		await button('Erase').trigger('click')
		await vi.waitFor(() => expect(said()).toContain('Erased. Compagnon keeps nothing about you any more.'))
		await vi.waitFor(() => expect(isOn()).toBe(false))
		await vi.waitFor(() => expect(body().find('[role="dialog"]').exists()).toBe(false))
	})

	it('stays when the person thinks better of it', async () => {
		await open()
		await button('Erase it…').trigger('click')
		await flushPromises()
		await button('Cancel').trigger('click')
		await vi.waitFor(() => expect(body().find('[role="dialog"]').exists()).toBe(false))
		expect(server.calls.filter(({ method }) => method === 'delete')).toEqual([])
	})

	it('says in the dialog when it cannot be erased', async () => {
		await open()
		await button('Erase it…').trigger('click')
		await flushPromises()
		server.refuse('delete', '/me/data', 503, DOWN)
		await button('Erase').trigger('click')
		await vi.waitFor(() => expect(body().get('[role="dialog"] [role="alert"]').text()).toBe(DOWN.message))
		expect(buttons()).toContain('Erase')
	})
})
