/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Announcer } from './announcer.ts'
import { find } from './testing.ts'

beforeEach(() => {
	document.body.innerHTML = ''
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

const region = () => find('.compagnon-announcer')

describe('Announcer', () => {
	it('has a polite region before there is anything to say', () => {
		new Announcer()
		expect(region().getAttribute('aria-live')).toBe('polite')
		expect(region().getAttribute('role')).toBe('status')
		expect(region().textContent).toBe('')
	})

	it('says text, never HTML', () => {
		new Announcer().say('<b>Bonjour</b>')
		vi.advanceTimersByTime(50)
		expect(region().textContent).toBe('<b>Bonjour</b>')
		expect(region().children).toHaveLength(0)
	})

	it('says the same sentence twice, by falling silent in between', () => {
		const announcer = new Announcer()
		announcer.say('Done!')
		vi.advanceTimersByTime(50)
		announcer.say('Done!')
		expect(region().textContent).toBe('')
		vi.advanceTimersByTime(50)
		expect(region().textContent).toBe('Done!')
	})

	it('says the last of several sentences', () => {
		const announcer = new Announcer()
		announcer.say('Step 1')
		announcer.say('Step 2')
		vi.advanceTimersByTime(50)
		expect(region().textContent).toBe('Step 2')
	})
})
