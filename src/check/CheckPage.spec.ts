/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Check, StepSeen } from '../shared/types.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CheckPage from './CheckPage.vue'
import { body, button, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { planned, plannedTour } from './testing.ts'
import { walk } from './walk.ts'

vi.mock('./walk.ts', () => ({ walk: vi.fn() }))

const server = fakeServer()
usePage()

const place = { tour: 'files-first-steps', title: 'First steps', step: 'list', stepTitle: 'Your files', page: '/apps/files', anchor: 'files.list', advice: 'Update Compagnon.' }
const NEVER: Check = { last: null, missed: [] }
const CLEAN: Check = { last: { at: 1_700_000_000, release: '32.0.1', current: true, found: 12, results: [] }, missed: [] }
const BROKEN: Check = {
	last: {
		...CLEAN.last!,
		current: false,
		results: [
			{ ...place, seen: 'missing', devices: ['wide', 'phone'] },
			{ ...place, step: 'gone', seen: 'unreached', devices: ['phone'] },
			{ ...place, step: 'act', seen: 'unchecked', devices: ['wide'] },
		],
	},
	missed: [{ ...place, version: 32, day: 1_699_920_000, times: 4 }],
}
const SEEN: StepSeen[] = [{ tour: 'files-first-steps', step: 'list', device: 'wide', seen: 'found' }]

globalThis.ResizeObserver ??= class {
	observe() {}
	unobserve() {}
	disconnect() {}
}

beforeEach(() => {
	vi.mocked(walk).mockReset().mockResolvedValue(SEEN)
	server.answer('get', '/admin/check/plan', { tours: [plannedTour([planned('list')])] })
})

async function open(check: Check) {
	server.answer('get', '/admin/check', check)
	const page = show(CheckPage)
	await vi.waitFor(() => expect(body().find('#compagnon-check-last').exists()).toBe(true))
	return page
}

const text = () => body().text()
const words = () => body().get('.check-run__words').text()
const stores = () => server.calls.filter(({ method }) => method === 'put').map((call) => call.body)

describe('what is known', () => {
	it('is loading, and says when it cannot be loaded', async () => {
		server.refuse('get', '/admin/check', 503, DOWN)
		show(CheckPage)
		await vi.waitFor(() => expect(body().get('[role="alert"]').text()).toContain(DOWN.message))
		server.answer('get', '/admin/check', CLEAN)
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(text()).toContain('12 targets'))
	})

	it('is nothing at first', async () => {
		await open(NEVER)
		expect(text()).toContain('The tours were never checked here.')
		expect(text()).toContain('Nothing was missed.')
		expect(button('Check the tours')).toBeDefined()
	})

	it('is that all is well', async () => {
		await open(CLEAN)
		expect(text()).toContain('Everything that was looked for is there: 12 targets.')
		expect(text()).not.toContain('Missing')
		expect(button('Check again')).toBeDefined()
	})

	it('names tour, step, anchor, width and what to do', async () => {
		await open(BROKEN)
		expect(text()).toContain('Missing: 1')
		expect(text()).toContain('Steps whose page did not open: 1')
		expect(text()).toContain('Not checked: 1')
		expect(text()).toContain('Something was updated since.')
		expect(text()).not.toContain('Everything that was looked for')
		const missing = body().get('[data-step="list"]').text()
		for (const part of ['First steps', 'Your files', 'files.list', '/apps/files', 'wide screen', 'phone', 'Update Compagnon.']) {
			expect(missing).toContain(part)
		}
		expect(body().get('[aria-labelledby="compagnon-check-missed"]').text()).toContain('version 32')
	})
})

describe('the check', () => {
	it('walks all tours, keeps what it has seen and shows it', async () => {
		await open(NEVER)
		server.answer('put', '/admin/check', CLEAN)
		await button('Check the tours').trigger('click')
		await vi.waitFor(() => expect(words()).toBe('The check is done. Here is what it has seen.'))
		expect(stores()).toEqual([{ results: SEEN }])
		expect(vi.mocked(walk).mock.calls[0]![0].map(({ id }) => id)).toEqual(['files-first-steps'])
		expect(text()).toContain('12 targets')
		expect(body().find('iframe').exists()).toBe(false)
	})

	it('says where it is, shows the page, and can be stopped', async () => {
		vi.mocked(walk).mockImplementation(async (_tours, _frame, onStage, signal) => {
			await onStage({ path: '/apps/files', device: 'phone', number: 2, of: 4 })
			return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)))
		})
		await open(CLEAN)
		await button('Check again').trigger('click')
		await vi.waitFor(() => expect(words()).toBe('Page 2 of 4: /apps/files (phone)'))
		const frame = body().get<HTMLIFrameElement>('iframe')
		expect(frame.element.style.width).toBe('390px')
		expect(frame.element.closest('[inert]')).not.toBeNull()
		expect(frame.attributes('title')).toBe('The page that is being looked at')
		expect(body().get<HTMLProgressElement>('progress').element.value).toBe(1)
		const stop = button('Stop')
		stop.element.focus()
		await stop.trigger('click')
		await vi.waitFor(() => expect(words()).toBe('The check was stopped. Nothing of it is kept.'))
		expect(stores()).toEqual([])
		expect(text()).toContain('12 targets')
		expect(document.activeElement).toBe(button('Check again').element)
	})

	it('says when it cannot begin', async () => {
		await open(CLEAN)
		server.refuse('get', '/admin/check/plan', 503, DOWN)
		await button('Check again').trigger('click')
		await vi.waitFor(() => expect(body().get('[role="alert"]').text()).toBe(DOWN.message))
		expect(walk).not.toHaveBeenCalled()
		expect(stores()).toEqual([])
	})

	it('does not walk again when only the storing has failed', async () => {
		await open(CLEAN)
		server.cut('put', '/admin/check')
		await button('Check again').trigger('click')
		await vi.waitFor(() => expect(body().get('[role="alert"]').text()).toContain('The server cannot be reached.'))
		server.answer('put', '/admin/check', BROKEN)
		await button('Save the result').trigger('click')
		await vi.waitFor(() => expect(text()).toContain('Missing: 1'))
		expect(walk).toHaveBeenCalledTimes(1)
		expect(stores()).toEqual([{ results: SEEN }, { results: SEEN }])
		await flushPromises()
		expect(button('Check again')).toBeDefined()
	})
})
