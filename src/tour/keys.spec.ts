/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { focusTarget, listenToKeys } from './keys.ts'
import { find, press, put } from './testing.ts'

const focusTip = vi.fn(() => find('#inside').focus())
const close = vi.fn()
let target: HTMLElement | null
let stop: () => void

beforeEach(() => {
	document.body.innerHTML = ''
	put('<div class="compagnon-tip"><button id="inside"></button></div><button id="target"></button><input id="field">')
	target = find('#target')
	focusTip.mockClear()
	close.mockClear()
	stop = listenToKeys({ tip: find('.compagnon-tip'), target: () => target, focusTip, close })
})
afterEach(() => stop())

const focused = () => document.activeElement?.id

describe('F6', () => {
	it('goes to the tip, to its target and back', () => {
		find('#field').focus()
		expect(press('F6').defaultPrevented).toBe(true)
		expect(focused()).toBe('inside')
		press('F6')
		expect(focused()).toBe('target')
		press('F6')
		expect(focused()).toBe('inside')
	})

	it('stays in a tip without target', () => {
		target = null
		press('F6')
		press('F6')
		expect(focused()).toBe('inside')
	})

	it('belongs to a window that is open', () => {
		put('<dialog open data-box="0 0 300 300"></dialog>')
		expect(press('F6').defaultPrevented).toBe(false)
		expect(focusTip).not.toHaveBeenCalled()
	})

	it('is left to the browser together with Ctrl', () => {
		const event = new KeyboardEvent('keydown', { key: 'F6', ctrlKey: true, bubbles: true, cancelable: true })
		document.body.dispatchEvent(event)
		expect(event.defaultPrevented).toBe(false)
		expect(focusTip).not.toHaveBeenCalled()
	})
})

describe('Escape', () => {
	it('closes the tip from inside it', () => {
		find('#inside').focus()
		expect(press('Escape').defaultPrevented).toBe(true)
		expect(close).toHaveBeenCalledTimes(1)
	})

	it('closes the tip when nothing has the focus', () => {
		press('Escape')
		expect(close).toHaveBeenCalledTimes(1)
	})

	it('belongs to what the person is using', () => {
		find('#field').focus()
		expect(press('Escape').defaultPrevented).toBe(false)
		expect(close).not.toHaveBeenCalled()
	})

	it.each([
		['a window', '<dialog open data-box="0 0 300 300"></dialog>'],
		['a menu', '<div class="header-menu__content" data-box="0 0 300 300"></div>'],
	])('belongs to %s that is open', (_, html) => {
		put(html)
		press('Escape')
		expect(close).not.toHaveBeenCalled()
	})

	it('belongs to a window that it has just closed', () => {
		const window = put('<dialog open data-box="0 0 300 300"></dialog>')
		document.body.addEventListener('keydown', () => window.remove(), { once: true })
		press('Escape')
		expect(close).not.toHaveBeenCalled()
	})

	it('is over when the page has used it', () => {
		document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
		press('Escape')
		expect(close).not.toHaveBeenCalled()
	})

	it('is the only key that closes', () => {
		find('#inside').focus()
		for (const key of ['Enter', ' ', 'ArrowRight', 'q']) {
			expect(press(key).defaultPrevented).toBe(false)
		}
		expect(close).not.toHaveBeenCalled()
	})
})

describe('listenToKeys', () => {
	it('keeps keys in the tip from the shortcuts of the page', () => {
		const shortcut = vi.fn()
		document.addEventListener('keydown', shortcut)
		press('Enter', find('#inside'))
		press('Enter', find('#field'))
		document.removeEventListener('keydown', shortcut)
		expect(shortcut.mock.calls.map(([event]) => (event.target as HTMLElement).id)).toEqual(['field'])
	})

	it('takes the keys away', () => {
		stop()
		press('F6')
		press('Escape')
		find('#inside').focus()
		press('Escape')
		expect(focusTip).not.toHaveBeenCalled()
		expect(close).not.toHaveBeenCalled()
	})
})

describe('focusTarget', () => {
	it.each([
		['a button', '<button id="t"></button>', 't'],
		['the first thing in it that can be used', '<div id="t"><span></span><button disabled></button><a id="link" href="#"></a><button></button></div>', 'link'],
		['what cannot be used as a whole', '<div id="t"><span></span></div>', 't'],
	])('%s', (_, html, expected) => {
		put(html)
		focusTarget(find('#t'))
		expect(focused()).toBe(expected)
	})
})
