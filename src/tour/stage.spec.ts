/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Act } from './stage.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Stage } from './stage.ts'
import { FakePresenter, find, layOut, put } from './testing.ts'

let presenter: FakePresenter
let stage: Stage
let tip: HTMLElement

beforeEach(() => {
	document.body.innerHTML = ''
	HTMLElement.prototype.scrollIntoView = vi.fn()
	tip = document.createElement('div')
	tip.className = 'compagnon-tip'
	tip.innerHTML = '<button id="inside"></button>'
	presenter = new FakePresenter()
	stage = new Stage(tip, presenter)
})
afterEach(() => stage.hide())

const TARGET = '<button class="t" data-box="100 100 50 40"></button>'
const MENU = '<div class="header-menu__content" data-box="700 0 300 400"></div>'

function act(changes: Partial<Act> = {}): Act {
	return {
		find: () => [...document.querySelectorAll<HTMLElement>('.t')],
		interactive: false,
		centred: false,
		...changes,
	}
}

/** Time for changes to be noticed, and for a frame. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

/** What the presenter shows from now on takes until this is opened. */
function gate(): { open: () => void } {
	let open = () => {}
	presenter.gate = new Promise((resolve) => {
		open = resolve
	})
	return { open }
}

const isDocked = () => tip.parentElement?.className === 'compagnon-dock'

describe('where the tip stands', () => {
	it('nowhere while it makes room for something else of ours, and again in its place after that', async () => {
		let yields = true
		await stage.show(act({ find: () => [], yields: () => yields }))
		expect(tip.isConnected).toBe(false)
		yields = false
		put('<p></p>')
		await vi.waitFor(() => expect(isDocked()).toBe(true))
	})

	it('beside its target, which is scrolled to', async () => {
		put(TARGET)
		await stage.show(act())
		expect(presenter.shown).toEqual({ tip, place: { target: find('.t'), interactive: false } })
		expect(stage.shown).toBe(find('.t'))
		expect(HTMLElement.prototype.scrollIntoView).toHaveBeenCalledTimes(1)
		expect(isDocked()).toBe(false)
	})

	it('in the middle of the page, for a step without target', async () => {
		await stage.show(act({ centred: true }))
		expect(presenter.shown).toEqual({ tip, place: { target: null, interactive: false } })
	})

	it('in a corner, while its target is not there', async () => {
		await stage.show(act())
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toBeNull()
		expect(stage.shown).toBeNull()
	})

	it('away from a target with equals that the person may use as well, and highlights the first', async () => {
		put(TARGET)
		put(TARGET)
		await stage.show(act({ interactive: true }))
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toEqual({ tip: null, place: { target: find('.t'), interactive: true } })
	})

	it('beside the first of several when the person only reads', async () => {
		put(TARGET)
		put(TARGET)
		await stage.show(act())
		expect(presenter.shown).toEqual({ tip, place: { target: find('.t'), interactive: false } })
	})

	it('out of the way of what is already open', async () => {
		put(TARGET)
		put(MENU)
		await stage.show(act())
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toBeNull()
		expect(stage.shown).toBe(find('.t'))
	})

	it('out of the way of a menu that the target is in, which is highlighted above it', async () => {
		put('<div class="header-menu__content" data-box="700 0 300 400"><button class="t" data-box="710 100 200 40"></button></div>')
		await stage.show(act({ interactive: true }))
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toEqual({ tip: null, place: { target: find('.t'), interactive: true, above: true } })
		const shows = presenter.shows.length
		find('.t').classList.add('hovered')
		await settle()
		expect(presenter.shows).toHaveLength(shows)
		expect(presenter.refreshes).toBeGreaterThan(0)
	})

	it.each([
		['is used', true, 'heading'],
		['is read about', false, 'narrow'],
	])('over a window that leaves no room, when its target there %s', async (_, interactive, size) => {
		put('<div role="dialog" aria-modal="true" data-box="0 0 1024 768"><button class="t" data-box="0 0 1024 768"></button></div>')
		const measure = HTMLElement.prototype.getBoundingClientRect
		HTMLElement.prototype.getBoundingClientRect = function() {
			return this.matches('.compagnon-dock') ? new DOMRect(0, 0, 300, 50) : measure.call(this)
		}
		await stage.show(act({ interactive }))
		HTMLElement.prototype.getBoundingClientRect = measure
		expect(isDocked()).toBe(true)
		expect(tip.parentElement?.dataset.size).toBe(size)
	})

	it('beside a window whose target is in the bar above it', async () => {
		put('<div class="modal-mask" role="dialog" aria-modal="true" data-box="0 0 1024 768"><button class="t" data-box="900 0 40 40"></button><div class="modal-container" data-box="0 50 1024 700"></div></div>')
		await stage.show(act({ interactive: true }))
		expect(presenter.shown).toEqual({ tip: null, place: { target: find('.t'), interactive: true, above: true } })
		expect(tip.parentElement?.dataset.size).not.toBe('away')
	})

	it('out of the way of a panel beside the page, with its target highlighted when that is clear of it', async () => {
		put(TARGET)
		put('<aside class="app-sidebar" data-box="724 50 300 700"><div id="app-sidebar-vue" data-box="724 50 300 700"></div></aside>')
		await stage.show(act())
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toEqual({ tip: null, place: { target: find('.t'), interactive: true, above: false } })
		layOut(find('.t'), [670, 100, 50, 40])
		find('.t').classList.add('moved')
		await settle()
		expect(presenter.shown).toBeNull()
		layOut(find('.t'), [100, 100, 50, 40])
		const menu = put(MENU)
		await settle()
		expect(presenter.shown).toBeNull()
		menu.remove()
		await settle()
		expect(presenter.shown?.place.target).toBe(find('.t'))
		expect(presenter.shown?.tip).toBeNull()
	})

	it('out of the way of a window that lies over its target, on a phone for instance', async () => {
		put(TARGET)
		put('<div role="dialog" aria-modal="true" data-box="0 0 1024 768"></div>')
		await stage.show(act({ interactive: true }))
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toBeNull()
	})

	it('is told', async () => {
		const placed = vi.fn()
		const part = put(TARGET)
		await stage.show(act({ placed }))
		expect(placed.mock.lastCall).toEqual([part.firstElementChild])
		part.remove()
		await settle()
		expect(placed.mock.lastCall).toEqual([null])
	})
})

describe('when the page changes', () => {
	it('makes way for a menu, and comes back when that closes', async () => {
		put(TARGET)
		await stage.show(act())
		const menu = put(MENU)
		await settle()
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toBeNull()
		menu.remove()
		await settle()
		expect(isDocked()).toBe(false)
		expect(presenter.shown?.place.target).toBe(find('.t'))
		expect(document.querySelector('.compagnon-dock')).toBeNull()
	})

	it('follows a target that the page has replaced', async () => {
		const part = put(TARGET)
		await stage.show(act())
		part.remove()
		put(TARGET)
		await settle()
		expect(presenter.shown?.place.target).toBe(find('.t'))
		expect(presenter.shows).toHaveLength(2)
	})

	it('goes to a corner when its target goes away, and to one that appears', async () => {
		const part = put(TARGET)
		await stage.show(act())
		part.remove()
		await settle()
		expect(isDocked()).toBe(true)
		put(TARGET)
		await settle()
		expect(presenter.shown?.place.target).toBe(find('.t'))
	})

	it('stands aside when a target gets an equal', async () => {
		put(TARGET)
		await stage.show(act({ interactive: true }))
		put(TARGET)
		await settle()
		expect(presenter.shown?.tip).toBeNull()
		expect(isDocked()).toBe(true)
	})

	it('draws nothing anew while only the target moves', async () => {
		put(TARGET)
		await stage.show(act())
		layOut(find('.t'), [300, 300, 50, 40])
		window.dispatchEvent(new Event('resize'))
		await settle()
		find('.t').dispatchEvent(new Event('scroll'))
		expect(presenter.shows).toHaveLength(1)
		expect(presenter.refreshes).toBeGreaterThanOrEqual(2)
	})

	it.each(['transitionend', 'transitioncancel', 'animationend', 'animationcancel'])('follows a target that slid in with its drawer: %s', async (motion) => {
		put('<nav><button class="t" data-box="12 100 50 40"></button></nav>')
		await stage.show(act())
		await settle()
		const before = presenter.refreshes
		layOut(find('.t'), [24, 100, 50, 40])
		find('nav').dispatchEvent(new Event(motion, { bubbles: true }))
		await settle()
		expect(presenter.refreshes).toBe(before + 1)
		expect(presenter.shows).toHaveLength(1)
	})

	it('looks again when its target has slid out with its drawer', async () => {
		put('<nav><button class="t" data-box="12 100 50 40"></button></nav>')
		const placed = vi.fn()
		await stage.show(act({ placed }))
		layOut(find('.t'), [-300, 100, 50, 40])
		find('nav').dispatchEvent(new Event('transitionend', { bubbles: true }))
		await settle()
		expect(placed).toHaveBeenCalledTimes(2)
	})

	it('does not follow its own motions', async () => {
		put(TARGET)
		await stage.show(act())
		await settle()
		const before = presenter.refreshes
		tip.dispatchEvent(new Event('transitionend', { bubbles: true }))
		await settle()
		expect(presenter.refreshes).toBe(before)
	})

	it('looks no further for what it has done itself', async () => {
		put(TARGET)
		put(MENU)
		const looks = vi.fn(() => [find('.t')])
		await stage.show(act({ find: looks }))
		await settle()
		const before = looks.mock.calls.length
		tip.append(document.createElement('p'))
		tip.className += ' changed'
		await settle()
		expect(looks.mock.calls.length).toBe(before)
	})

	it('has several changes at once looked at once', async () => {
		put(TARGET)
		const looks = vi.fn(() => [find('.t')])
		await stage.show(act({ find: looks }))
		await settle()
		looks.mockClear()
		for (let i = 0; i < 20; i++) {
			put('<p></p>')
			stage.update()
		}
		await settle()
		expect(looks).toHaveBeenCalledTimes(1)
	})
})

describe('focus', () => {
	it('stays in the tip wherever that goes', async () => {
		put(TARGET)
		await stage.show(act())
		find('#inside').focus()
		const menu = put(MENU)
		await settle()
		expect(isDocked()).toBe(true)
		expect(document.activeElement).toBe(find('#inside'))
		menu.remove()
		await settle()
		expect(isDocked()).toBe(false)
		expect(document.activeElement).toBe(find('#inside'))
	})

	it('is not taken from the page', async () => {
		put(TARGET)
		await stage.show(act())
		find('.t').focus()
		put(MENU)
		await settle()
		expect(document.activeElement).toBe(find('.t'))
	})

	it('comes back when the target is replaced while the tip is being shown', async () => {
		const part = put(TARGET)
		await stage.show(act())
		find('#inside').focus()
		const first = gate()
		part.remove()
		const second = put(TARGET)
		await settle()
		const last = gate()
		second.remove()
		put(TARGET)
		await settle()
		first.open()
		await settle()
		last.open()
		await settle()
		expect(presenter.shown?.place.target).toBe(find('.t'))
		expect(document.activeElement).toBe(find('#inside'))
	})
})

describe('two at once', () => {
	it('shows the later act', async () => {
		put(TARGET)
		const other = put('<button id="other" data-box="0 0 20 20"></button>').firstElementChild as HTMLElement
		await Promise.all([stage.show(act()), stage.show(act({ find: () => [other] }))])
		expect(presenter.shown?.place.target).toBe(other)
		expect(stage.shown).toBe(other)
	})

	it('makes way for a menu that opens while the tip is being shown', async () => {
		put(TARGET)
		const { open } = gate()
		const shown = stage.show(act())
		put(MENU)
		await settle()
		expect(isDocked()).toBe(true)
		open()
		await shown
		expect(isDocked()).toBe(true)
		expect(presenter.shown).toBeNull()
	})
})

describe('hide', () => {
	it.each([
		['beside a target', TARGET],
		['in a corner', MENU],
		['aside', TARGET + TARGET],
	])('leaves nothing behind: %s', async (_, html) => {
		const part = put(html)
		await stage.show(act({ interactive: true }))
		stage.hide()
		expect(tip.isConnected).toBe(false)
		expect(presenter.shown).toBeNull()
		expect(stage.shown).toBeNull()
		expect(document.body.children).toHaveLength(1)
		expect(document.body.firstElementChild).toBe(part)
	})

	it('watches no longer', async () => {
		const looks = vi.fn(() => [find('.t')])
		put(TARGET)
		await stage.show(act({ find: looks }))
		stage.update()
		stage.hide()
		looks.mockClear()
		put(MENU)
		window.dispatchEvent(new Event('resize'))
		window.dispatchEvent(new Event('scroll'))
		await settle()
		expect(looks).not.toHaveBeenCalled()
		expect(presenter.refreshes).toBe(0)
		expect(isDocked()).toBe(false)
	})

	it('takes its listeners away', async () => {
		const added = vi.spyOn(window, 'addEventListener')
		const removed = vi.spyOn(window, 'removeEventListener')
		const onPage = vi.spyOn(document, 'addEventListener')
		const offPage = vi.spyOn(document, 'removeEventListener')
		const disconnected = vi.spyOn(MutationObserver.prototype, 'disconnect')
		await stage.show(act())
		await stage.show(act())
		stage.hide()
		for (const [type, listener, capture] of added.mock.calls) {
			expect(removed.mock.calls.some((call) => call[0] === type && call[1] === listener && call[2] === capture)).toBe(true)
		}
		expect(new Set(added.mock.calls.map(([type]) => type))).toEqual(new Set(['scroll', 'resize']))
		for (const [type, listener] of onPage.mock.calls) {
			expect(offPage.mock.calls.some((call) => call[0] === type && call[1] === listener)).toBe(true)
		}
		expect(onPage.mock.calls).not.toEqual([])
		expect(disconnected).toHaveBeenCalled()
		vi.restoreAllMocks()
	})
})
