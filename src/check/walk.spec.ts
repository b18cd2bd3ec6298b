/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StepSeen } from '../shared/types.ts'
import type { Frame } from './frame.ts'
import type { Stage } from './walk.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { layOut } from '../tour/testing.ts'
import { anchor, planned, plannedTour } from './testing.ts'
import { walk } from './walk.ts'

beforeEach(() => {
	vi.useFakeTimers()
	window._oc_webroot = ''
})
afterEach(() => {
	vi.useRealTimers()
})

/** Pages by path: what is in their body, and where they lead. */
interface FakePages {
	[path: string]: { html: string, leadsTo?: string } | null
}

function fakeFrame(pages: FakePages): Frame & { opened: string[] } {
	const opened: string[] = []
	return {
		opened,
		open: async (path) => {
			opened.push(path)
			const found = pages[path] ?? null
			if (found === null) {
				return null
			}
			const page = document.implementation.createHTMLDocument()
			page.body.innerHTML = found.html
			for (const element of page.querySelectorAll('[id]')) {
				layOut(element, [0, 0, 9, 9])
			}
			Object.defineProperty(page, 'defaultView', { value: { innerWidth: 1280, location: { pathname: found.leadsTo ?? path } } })
			return page
		},
	}
}

async function run(tours: Parameters<typeof walk>[0], frame: Frame, signal = new AbortController().signal) {
	const stages: Stage[] = []
	const walked = walk(tours, frame, async (stage) => {
		stages.push(stage)
	}, signal)
	await vi.advanceTimersByTimeAsync(200_000)
	return { stages, results: await walked }
}

const short = (results: StepSeen[] | null) => results?.map(({ step, device, seen }) => `${step} ${device} ${seen}`)
const PHOTOS = { app: 'photos', path: '/apps/photos', exact: false }

describe('walk', () => {
	it('tells what it has seen of each step at each width, and which page it is at', async () => {
		const frame = fakeFrame({ '/apps/files': { html: '<p id="list">' }, '/apps/photos': { html: '<p id="other">' } })
		const { stages, results } = await run([plannedTour([planned('a'), planned('b', { page: PHOTOS })])], frame)
		expect(short(results)).toEqual(['a wide found', 'b wide missing', 'a phone found', 'b phone missing'])
		expect(stages).toEqual([
			{ path: '/apps/files', device: 'wide', number: 1, of: 4 },
			{ path: '/apps/photos', device: 'wide', number: 2, of: 4 },
			{ path: '/apps/files', device: 'phone', number: 3, of: 4 },
			{ path: '/apps/photos', device: 'phone', number: 4, of: 4 },
		])
		expect(frame.opened).toHaveLength(4)
		expect(results?.[0]).toEqual({ tour: 'files-first-steps', step: 'a', device: 'wide', seen: 'found' })
	})

	it('waits for what comes late', async () => {
		const frame = fakeFrame({})
		frame.open = async () => {
			const page = (await fakeFrame({ '/apps/files': { html: '' } }).open('/apps/files', new AbortController().signal))!
			setTimeout(() => {
				page.body.innerHTML = '<p id="list">'
				layOut(page.querySelector('#list')!, [0, 0, 9, 9])
			}, 9000)
			return page
		}
		expect(short((await run([plannedTour([planned('a')])], frame)).results)).toEqual(['a wide found', 'a phone found'])
	})

	it.each([
		['does not open', null],
		['leads to the login', { html: '<p id="list">', leadsTo: '/login' }],
		['leads to another page', { html: '<p id="list">', leadsTo: '/apps/filesystem' }],
	])('says that a page %s', async (_, page) => {
		const { results } = await run([plannedTour([planned('a'), planned('b')])], fakeFrame({ '/apps/files': page }))
		expect(short(results)).toEqual(['a wide unreached', 'b wide unreached', 'a phone unreached', 'b phone unreached'])
	})

	it('takes a page below for the page, unless exactly that one is meant', async () => {
		const frame = fakeFrame({ '/apps/files': { html: '<p id="list">', leadsTo: '/index.php/apps/files/files/3' } })
		const exact = { app: 'files', path: '/apps/files', exact: true }
		expect(short((await run([plannedTour([planned('a', { device: 'wide' }), planned('b', { page: exact, device: 'wide' })])], frame)).results))
			.toEqual(['a wide found', 'b wide unreached'])
	})

	it('does not look for what whoever checks may not do', async () => {
		const frame = fakeFrame({ '/apps/files': { html: '' } })
		expect(short((await run([plannedTour([planned('a', { allowed: false, device: 'wide' })])], frame)).results)).toEqual(['a wide unchecked'])
	})

	it('looks once for what several steps point at', async () => {
		const frame = fakeFrame({ '/apps/files': { html: '<p id="list">' } })
		const tour = plannedTour([planned('a', { device: 'wide' }), planned('b', { device: 'wide' })])
		expect(short((await run([tour, { ...tour, anchors: { 'files.list': anchor(['#elsewhere']) } }], frame)).results))
			.toEqual(['a wide found', 'b wide found', 'a wide missing', 'b wide missing'])
	})

	it('opens the page anew when a menu stays open', async () => {
		const frame = fakeFrame({ '/apps/files': { html: '<button id="door" type="button"></button>' } })
		const open = frame.open
		frame.open = async (...args) => {
			const page = (await open(...args))!
			page.querySelector('#door')!.addEventListener('click', () => {
				page.body.insertAdjacentHTML('beforeend', '<p class="entry"></p>')
				layOut(page.querySelector('.entry')!, [0, 0, 9, 9])
			})
			return page
		}
		const anchors = { 'files.list': anchor(['#door']), 'files.entry': anchor(['.entry'], { open: 'files.list' }) }
		const { results } = await run([plannedTour([planned('a', { anchor: 'files.entry', device: 'wide' }), planned('b', { device: 'wide' })], { anchors })], frame)
		expect(short(results)).toEqual(['a wide found', 'b wide found'])
		expect(frame.opened).toEqual(['/apps/files', '/apps/files'])
	})

	it('ends at once when it is stopped, without a result', async () => {
		const stop = new AbortController()
		const frame = fakeFrame({ '/apps/files': { html: '' } })
		setTimeout(() => stop.abort(), 500)
		const { stages, results } = await run([plannedTour([planned('a')])], frame, stop.signal)
		expect(results).toBeNull()
		expect(stages).toHaveLength(1)
	})

	it('has nothing to see without tours', async () => {
		expect((await run([], fakeFrame({}))).results).toEqual([])
	})
})
