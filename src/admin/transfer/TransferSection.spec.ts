/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TransferSettings } from '../../shared/types.ts'

import { beforeEach, describe, expect, it, vi } from 'vitest'
import TransferSection from './TransferSection.vue'
import { body, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { bytesOf } from './useTransferSettings.ts'

const server = fakeServer()
usePage()

const CALLBACK = 'https://asso.example/apps/compagnon/transfer/callback'
const SETTINGS: TransferSettings = {
	members: true,
	bandwidth: 2 * 1024 ** 2,
	fast: false,
	staging: '',
	clients: [
		{ source: 'google', name: 'Google Drive', id: 'abc', secretSet: true, secretNeeded: true, redirectUri: CALLBACK },
		{ source: 'dropbox', name: 'Dropbox', id: '', secretSet: false, secretNeeded: false, redirectUri: CALLBACK },
	],
}

beforeEach(() => {
	server.answer('get', '/admin/transfer', SETTINGS)
	server.answer('get', '/admin/transfer/guides', { guides: [{ source: 'google', title: 'Google', intro: 'Once for all.', minutes: 10, steps: [{ title: 'Make a project', text: 'In the console.', url: 'https://console.example', copy: ['scope.readonly', CALLBACK] }] }] })
})

async function open() {
	const page = show(TransferSection)
	await vi.waitFor(() => expect(page.text()).toContain('Client ID of Dropbox'))
	return page
}

const part = (source: string) => body().get(`[data-source="${source}"]`)
const puts = () => server.calls.filter(({ method }) => method === 'put')

describe('settings of moving in', () => {
	it('say when they cannot be loaded', async () => {
		server.refuse('get', '/admin/transfer', 503, DOWN)
		const page = show(TransferSection)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
	})

	it('save a switch at once, with all that is kept', async () => {
		const page = await open()
		server.answer('put', '/admin/transfer', { ...SETTINGS, members: false })
		await page.get('input[type="checkbox"]').setValue(false)
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		expect(puts()[0]?.body).toEqual({ members: false, bandwidth: 2 * 1024 ** 2, fast: false, staging: '' })
	})

	it('take megabytes and send bytes', async () => {
		const page = await open()
		const form = page.get('.transfer-rest form')
		expect(form.get('input').element.value).toBe('2')
		await form.get('input').setValue('1,5')
		server.answer('put', '/admin/transfer', SETTINGS)
		await form.trigger('submit')
		await vi.waitFor(() => expect(puts()[0]?.body).toMatchObject({ bandwidth: 1_572_864 }))
		expect(['', '0', ' 0,5 '].map(bytesOf)).toEqual([null, null, 524_288])
	})

	it('refuse a speed that is no number, and keep what was typed', async () => {
		const page = await open()
		const form = page.get('.transfer-rest form')
		for (const typed of ['fast', '-3', '1.5.2', '2 MB']) {
			await form.get('input').setValue(typed)
			await form.trigger('submit')
			await vi.waitFor(() => expect(form.text()).toContain('Write a number, for instance 2 or 0.5, or nothing.'))
			expect([form.get('input').attributes('aria-invalid'), document.activeElement]).toEqual(['true', form.get('input').element])
			expect(form.get('input').element.value).toBe(typed)
		}
		expect(puts()).toEqual([])
		await form.get('input').setValue('2')
		server.answer('put', '/admin/transfer', SETTINGS)
		await form.trigger('submit')
		await vi.waitFor(() => expect(page.text()).toContain('Saved.'))
		expect(form.text()).toContain('Empty: as fast as possible.')
	})

	it('tell which provider is set up, and never a secret', async () => {
		await open()
		expect(part('google').get('h3').text()).toBe('Google Drive set up')
		expect(part('dropbox').get('h3').text()).toBe('Dropbox not set up')
		expect(part('google').get<HTMLInputElement>('input[type="password"]').element.value).toBe('')
		expect(part('google').text()).toContain('A secret is kept.')
	})

	it('store a client; a secret that is not typed stays', async () => {
		await open()
		server.answer('put', '/admin/transfer/clients/google', SETTINGS)
		await part('google').get('form').trigger('submit')
		await vi.waitFor(() => expect(part('google').text()).toContain('Saved.'))
		await part('google').get('input[type="password"]').setValue('new')
		await part('google').get('form').trigger('submit')
		await vi.waitFor(() => expect(puts().map((call) => call.body)).toEqual([{ id: 'abc', secret: null }, { id: 'abc', secret: 'new' }]))
		await vi.waitFor(() => expect(part('google').get<HTMLInputElement>('input[type="password"]').element.value).toBe(''))
	})

	it('erase the secret with the client', async () => {
		await open()
		server.answer('put', '/admin/transfer/clients/google', SETTINGS)
		await part('google').get('input').setValue('')
		await part('google').get('form').trigger('submit')
		await vi.waitFor(() => expect(puts()[0]?.body).toEqual({ id: '', secret: '' }))
	})

	it('keep what was typed when a client cannot be stored', async () => {
		await open()
		await part('dropbox').get('input').setValue('xyz')
		server.refuse('put', '/admin/transfer/clients/dropbox', 503, DOWN)
		await part('dropbox').get('form').trigger('submit')
		await vi.waitFor(() => expect(part('dropbox').get('[role="alert"]').text()).toBe(DOWN.message))
		expect(part('dropbox').get<HTMLInputElement>('input').element.value).toBe('xyz')
	})

	it('guide step by step, with what has to be copied', async () => {
		const writeText = vi.fn(async () => {})
		vi.stubGlobal('navigator', { clipboard: { writeText } })
		await open()
		await vi.waitFor(() => expect(part('google').text()).toContain('Make a project'))
		expect(part('google').get('summary').text()).toBe('How that is done, step by step (about 10 min)')
		await part('google').findAll('button').find((one) => one.attributes('aria-label') === 'Copy ' + CALLBACK)!.trigger('click')
		await vi.waitFor(() => expect(part('google').text()).toContain('Copied.'))
		expect(writeText).toHaveBeenCalledWith(CALLBACK)
		expect(part('dropbox').text()).toContain('There is no guide for this provider.')
		vi.unstubAllGlobals()
	})
})
