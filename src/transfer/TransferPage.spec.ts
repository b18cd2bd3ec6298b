/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import TransferPage from './TransferPage.vue'
import { button, buttons, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { useConnect } from './pick/useConnect.ts'
import { aConnection, anOverview, aRun, aSummary } from './testing.ts'

const server = fakeServer()
usePage()
beforeEach(() => window.history.replaceState(null, '', '/apps/compagnon/transfer'))

async function open(overview = anOverview()) {
	server.answer('get', '/transfer', overview)
	const page = show(TransferPage)
	await vi.waitFor(() => expect(page.find('h2').exists()).toBe(true))
	return page
}

describe('the page of moving in', () => {
	it('is loading, fails with a sentence, and tries again', async () => {
		server.refuse('get', '/transfer', 503, DOWN)
		const page = show(TransferPage)
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
		server.answer('get', '/transfer', anOverview())
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('I have an archive'))
	})

	it('offers the archive first, then what is set up, and says whom to ask for the rest', async () => {
		const page = await open()
		expect(page.findAll('h4').map((heading) => heading.text())).toEqual(['I have an archive', 'Google Drive', 'Dropbox'])
		expect(page.get('[data-source="dropbox"]').text()).toContain('Whom to ask: Camille Roux')
		expect(page.get('[data-source="dropbox"]').find('button, a').exists()).toBe(false)
		expect(page.text()).not.toContain('Your moves')
	})

	it('leads admins to the settings of what is not set up', async () => {
		const page = await open(anOverview({ mayForOthers: true }))
		expect(page.get('[data-source="dropbox"] a').attributes('href')).toBe('/index.php/settings/admin/compagnon#compagnon-transfer')
	})

	it('says so to those who may not', async () => {
		const page = await open(anOverview({ may: false }))
		expect(page.text()).toContain('In this space, files are brought by whoever looks after it.')
		expect(page.text()).toContain('Camille Roux')
	})

	it('shows what was proposed also to those who may not begin', async () => {
		const page = await open(anOverview({ may: false, runs: [aSummary({ state: 'asked', startedBy: { id: 'camille', name: 'Camille' } })] }))
		expect(page.text()).toContain('Proposed by Camille')
		expect(page.text()).not.toContain('I have an archive')
	})

	it('lists the moves, with where each one is', async () => {
		const page = await open(anOverview({ runs: [aSummary(), aSummary({ id: 'r2', state: 'done', mine: false, label: '', person: { id: 'b', name: 'Bruno' } })] }))
		expect(page.findAll('[data-run]').map((link) => link.text())).toEqual(['Google Drive: asso@jardins.exampleUnder way', 'Google DriveFinished'])
		expect(page.get('progress').attributes('value')).toBe('42')
		expect(page.text()).toContain('For Bruno')
	})

	it('goes there and back, with the address and the focus', async () => {
		const page = await open(anOverview({ runs: [aSummary()] }))
		expect(document.activeElement).toBe(document.body)
		server.answer('get', '/runs/run1', aRun({ mayDrive: false }))
		await page.get('[data-run="run1"]').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
		expect(window.location.search).toBe('?run=run1')
		expect(document.activeElement).toBe(page.get('h2').element)
		window.history.replaceState(null, '', '/apps/compagnon/transfer')
		window.dispatchEvent(new PopStateEvent('popstate'))
		await vi.waitFor(() => expect(page.text()).toContain('I have an archive'))
	})

	it('opens the view of its address', async () => {
		window.history.replaceState(null, '', '/apps/compagnon/transfer?from=google')
		expect((await open()).get('h2').text()).toBe('Which account at Google Drive?')
	})

	it('comes back to the run for whose sake an account was connected, once', async () => {
		server.answer('post', '/connections', { url: 'https://provider.example' })
		await useConnect(() => {}).connect('google', 'run1')
		window.history.replaceState(null, '', '/apps/compagnon/transfer?connected=conn1')
		server.answer('get', '/runs/run1', aRun({ mayDrive: false }))
		const page = await open()
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
		expect(window.location.search).toBe('?run=run1')
		page.unmount()
		window.history.replaceState(null, '', '/apps/compagnon/transfer?connected=conn1')
		expect((await open(anOverview({ connections: [aConnection()] }))).get('h2').text()).toBe('Which account at Google Drive?')
	})

	it('says at the run that it waits for another account than the one that was connected', async () => {
		server.answer('post', '/connections', { url: 'https://provider.example' })
		await useConnect(() => {}).connect('google', 'run1')
		window.history.replaceState(null, '', '/apps/compagnon/transfer?connected=conn2')
		server.answer('get', '/runs/run1', aRun({ state: 'waiting_reconnect', connection: 'conn1', mayDrive: false, problem: 'Connect it again.', waiting: { for: 'reconnect', since: null, until: null } }))
		const page = await open()
		await vi.waitFor(() => expect(page.text()).toContain('The account that you have just connected is another one.'))
		expect(page.text()).toContain('This move waits for the account “asso@jardins.example”.')
		expect(buttons()).toContain('Connect Google Drive again')
	})

	it('takes a no for a no, not for a fault', async () => {
		window.history.replaceState(null, '', '/apps/compagnon/transfer?problem=consent_denied')
		const page = await open()
		expect(page.get('.notecard--info').text()).toMatch(/^You did not give access\./)
		expect(page.find('.notecard--error, [role="alert"]').exists()).toBe(false)
	})

	it.each(['consent_expired', 'unreachable_cut', 'client_refused', 'scopes_missing', 'anything'])('says why connecting did not work: %s', async (code) => {
		window.history.replaceState(null, '', '/apps/compagnon/transfer?problem=' + code)
		expect((await open()).get('[role="alert"]').text()).toMatch(/\w.*\./)
	})
})

describe('finding a file again', () => {
	const input = (page: Awaited<ReturnType<typeof open>>) => page.get<HTMLInputElement>('.find-copy__form input')

	it('leads from an old link to the copy', async () => {
		const page = await open()
		await input(page).setValue(' https://drive.google.com/file/d/1 ')
		server.answer('get', '/transfer/find', { file: { id: 71, name: 'Budget.xlsx', path: 'Google Drive/Budget.xlsx', url: '/f/71' } })
		await page.get('.find-copy__form').trigger('submit')
		await vi.waitFor(() => expect(page.get('.find-copy__link').attributes('href')).toBe('/f/71'))
		expect(server.calls.at(-1)?.path).toBe('/transfer/find?link=https%3A%2F%2Fdrive.google.com%2Ffile%2Fd%2F1')
	})

	it('says when there is none, and keeps the link', async () => {
		const page = await open()
		await input(page).setValue('https://drive.google.com/file/d/2')
		server.refuse('get', '/transfer/find', 404, { error: 'not_found', message: 'No copy of it has arrived here.' })
		await page.get('.find-copy__form').trigger('submit')
		await vi.waitFor(() => expect(page.text()).toContain('No copy of it has arrived here.'))
		expect(input(page).element.value).toBe('https://drive.google.com/file/d/2')
	})

	it('says at the field when it is no such link', async () => {
		const page = await open()
		await input(page).setValue('hello')
		server.refuse('get', '/transfer/find', 400, { error: 'invalid', message: 'This is not a link.', field: 'link' })
		await page.get('.find-copy__form').trigger('submit')
		await vi.waitFor(() => expect(input(page).attributes('aria-invalid')).toBe('true'))
		await flushPromises()
		expect(document.activeElement).toBe(input(page).element)
		expect(buttons()).toContain('Find the copy')
	})
})
