/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import PickConnection from './PickConnection.vue'
import { button, provideDialogs, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { aConnection, anOverview, aRun, aSummary } from '../testing.ts'
import { useConnect } from './useConnect.ts'

const server = fakeServer()
usePage()
beforeEach(provideDialogs)

const sent = () => server.calls.find(({ method, path }) => method === 'post' && path === '/runs')?.body

describe('an account at a provider', () => {
	it('is connected first, and the page says when that cannot begin', async () => {
		const page = show(PickConnection, { overview: anOverview(), source: 'google' })
		expect(page.find('[type="submit"]').exists()).toBe(false)
		server.refuse('post', '/connections', 503, DOWN)
		await button('Connect Google Drive').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
	})

	it('is connected at the provider', async () => {
		const leave = vi.fn()
		server.answer('post', '/connections', { url: 'https://provider.example/consent' })
		await useConnect(leave).connect('google')
		expect(server.calls[0]?.body).toEqual({ source: 'google' })
		expect(leave).toHaveBeenCalledWith('https://provider.example/consent')
	})

	it('that was just connected is chosen', async () => {
		const overview = anOverview({ connections: [aConnection({ id: 'old', label: 'old@a.example' }), aConnection()] })
		const page = show(PickConnection, { overview, connection: 'conn1' })
		expect(page.get('[role="note"], [role="status"], .notecard').text()).toContain('Connected: asso@jardins.example')
		server.answer('post', '/runs', aRun())
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(sent()).toEqual({ source: 'google', connection: 'conn1', target: 'Google Drive', person: null }))
		expect(page.emitted('go')).toEqual([[{ name: 'run', run: 'run1' }]])
	})

	it('that was just connected is not the one that a move waits for', () => {
		const runs = [aSummary({ state: 'waiting_reconnect', label: 'old@a.example' }), aSummary({ id: 'r2', state: 'waiting_reconnect' }), aSummary({ id: 'r3', label: 'third@a.example' })]
		const page = show(PickConnection, { overview: anOverview({ connections: [aConnection()], runs }), connection: 'conn1' })
		expect(page.findAll('.notecard--info').map((note) => note.text())).toEqual(['A move from “old@a.example” still waits for that account: connect it again, and it goes on.'])
	})

	it('that lost its permission cannot be chosen', async () => {
		const page = show(PickConnection, { overview: anOverview({ connections: [aConnection({ state: 'broken' })] }), source: 'google' })
		expect(page.text()).toContain('The permission of “asso@jardins.example” has ended')
		await page.get('form').trigger('submit')
		expect(page.text()).toContain('Choose an account above, or connect one.')
		expect(sent()).toBeUndefined()
	})

	it('is disconnected after a question', async () => {
		const page = show(PickConnection, { overview: anOverview({ connections: [aConnection()] }), source: 'google' })
		await button('Disconnect this account…').trigger('click')
		await flushPromises()
		server.answer('delete', '/connections/conn1', { revoked: false })
		await button('Disconnect').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('The provider did not confirm it'))
		expect(page.emitted('changed')).toHaveLength(1)
	})

	it('is told by its name where there are several', () => {
		show(PickConnection, { overview: anOverview({ connections: [aConnection(), aConnection({ id: 'two', label: 'b@jardins.example' })] }), source: 'google' })
		expect(button('Disconnect “b@jardins.example”…').exists()).toBe(true)
	})

	it('is not asked of whoever proposes it to a member', async () => {
		const page = show(PickConnection, { overview: anOverview({ mayForOthers: true }), source: 'google' })
		expect(page.find('[type="submit"]').exists()).toBe(false)
		await page.get('input[value="other"]').setValue(true)
		expect((page.get('[aria-busy].button-vue--primary, .button-vue--primary').element.closest('[style*="none"]'))).not.toBeNull()
		server.answer('get', '/transfer/people', { people: [{ id: 'bruno', name: 'Bruno' }] })
		await button('Search').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Bruno (bruno)'))
		await page.get('input[value="bruno"]').setValue(true)
		server.answer('post', '/runs', aRun())
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(sent()).toEqual({ source: 'google', target: 'Google Drive', person: 'bruno' }))
	})

	it('that is not there any more leads back', () => {
		const page = show(PickConnection, { overview: anOverview(), connection: 'gone' })
		expect(page.text()).toContain('This connection is not here any more.')
	})
})
