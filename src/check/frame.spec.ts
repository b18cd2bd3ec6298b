/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { frameOf } from './frame.ts'

const signal = () => new AbortController().signal

/** A frame that takes what it is told to open as loaded when the test says so. */
function fakeElement(status?: number) {
	const element = new EventTarget() as HTMLIFrameElement
	const page = { URL: 'about:blank', defaultView: { performance: { getEntriesByType: () => status === undefined ? [] : [{ responseStatus: status }] } } }
	const replace = vi.fn()
	Object.assign(element, { contentDocument: page, contentWindow: { location: { replace } } })
	return {
		element,
		page,
		replace,
		load: (url: string) => {
			page.URL = url
			element.dispatchEvent(new Event('load'))
		},
	}
}

beforeEach(() => {
	window._oc_webroot = '/cloud'
})

describe('frameOf', () => {
	it('opens a page below the web root, without a trace in the history', async () => {
		const fake = fakeElement(200)
		const opened = frameOf(fake.element).open('/apps/files', signal())
		expect(fake.replace).toHaveBeenCalledWith('/cloud/index.php/apps/files')
		fake.load('http://localhost/cloud/index.php/apps/files')
		expect(await opened).toBe(fake.page)
	})

	it('does not take the empty page for the one it waits for', async () => {
		const fake = fakeElement(200)
		const opened = vi.fn()
		void frameOf(fake.element).open('/apps/files', signal()).then(opened)
		fake.load('about:blank')
		await new Promise((resolve) => setTimeout(resolve, 20))
		expect(opened).not.toHaveBeenCalled()
		fake.load('http://localhost/apps/files')
		await vi.waitFor(() => expect(opened).toHaveBeenCalledWith(fake.page))
	})

	it.each([[404], [403], [500]])('opens nothing when the server answers %i twice', async (status) => {
		const fake = fakeElement(status)
		const opened = frameOf(fake.element).open('/apps/files', signal())
		fake.load('http://localhost/apps/files')
		await vi.waitFor(() => expect(fake.replace).toHaveBeenCalledTimes(2))
		fake.load('http://localhost/apps/files')
		expect(await opened).toBeNull()
		expect(fake.replace).toHaveBeenCalledTimes(2)
	})

	it('opens a page at the second time when the server was busy at the first', async () => {
		const fake = fakeElement(503)
		const opened = frameOf(fake.element).open('/apps/files', signal())
		fake.load('http://localhost/apps/files')
		await vi.waitFor(() => expect(fake.replace).toHaveBeenCalledTimes(2))
		fake.page.defaultView.performance.getEntriesByType = () => [{ responseStatus: 200 }]
		fake.load('http://localhost/apps/files')
		expect(await opened).toBe(fake.page)
	})

	it('gives up on a page that never loads', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
		const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((after) => {
			const over = new AbortController()
			setTimeout(() => over.abort(), after)
			return over.signal
		})
		const fake = fakeElement(200)
		const opened = frameOf(fake.element).open('/apps/files', signal())
		await vi.advanceTimersByTimeAsync(130_000)
		expect(await opened).toBeNull()
		expect(fake.replace).toHaveBeenCalledTimes(2)
		timeout.mockRestore()
		vi.useRealTimers()
	})

	it('trusts a page whose status the browser does not tell', async () => {
		const fake = fakeElement()
		const opened = frameOf(fake.element).open('/apps/files', signal())
		fake.load('http://localhost/apps/files')
		expect(await opened).toBe(fake.page)
	})

	it('opens nothing when it is stopped', async () => {
		const stop = new AbortController()
		const opened = frameOf(fakeElement(200).element).open('/apps/files', stop.signal)
		stop.abort()
		expect(await opened).toBeNull()
	})
})
