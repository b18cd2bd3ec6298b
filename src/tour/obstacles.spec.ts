/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasWindow, isInOpened, isTyping, openAreas, openControls, quiet } from './obstacles.ts'
import { find, put } from './testing.ts'

beforeEach(() => {
	document.body.innerHTML = ''
})

const BOX = 'data-box="100 50 300 200"'

describe('hasWindow', () => {
	it.each([
		['a modal', `<div class="modal-mask"><div class="modal-container" ${BOX}></div></div>`],
		['a modal dialog', `<div role="dialog" aria-modal="true" ${BOX}></div>`],
		['an open dialog', `<dialog open ${BOX}></dialog>`],
		['an old dialog', `<div class="oc-dialog" ${BOX}></div>`],
		['the first-run window', `<div id="firstrunwizard" ${BOX}></div>`],
	])('sees %s', (_, html) => {
		put(html)
		expect(hasWindow()).toBe(true)
	})

	it.each([
		['nothing', ''],
		['a modal that is not shown', '<div class="modal-mask"><div class="modal-container" data-box="0 0 0 0"></div></div>'],
		['a closed dialog', `<dialog ${BOX}></dialog>`],
		['a dialog that leaves the page usable', `<div role="dialog" aria-modal="false" ${BOX}></div>`],
		['a menu', `<div class="header-menu__content" ${BOX}></div>`],
		['a window in our own tip', `<div class="compagnon-tip"><div role="dialog" aria-modal="true" ${BOX}></div></div>`],
		['the frame that the presenter puts around it', `<div class="introjs-tour"><div role="dialog" aria-modal="true" ${BOX}><div class="compagnon-tip"></div></div></div>`],
		['a window that our tip stands in', `<dialog open ${BOX}><div class="compagnon-tip"></div></dialog>`],
	])('does not see %s', (_, html) => {
		put(html)
		expect(hasWindow()).toBe(false)
	})
})

describe('openAreas', () => {
	it.each([
		['a menu', `<div class="v-popper__popper v-popper__popper--shown"><div class="v-popper__inner" ${BOX}></div></div>`],
		['a menu of the header', `<div class="header-menu__content" ${BOX}></div>`],
		['the panel with details', `<aside class="app-sidebar" ${BOX}></aside>`],
		['a window', `<dialog open ${BOX}></dialog>`],
	])('tells where %s is', (_, html) => {
		put(html)
		expect(openAreas().map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual([[100, 50, 400, 250]])
	})

	it.each([
		['the name of a button', `<div class="v-popper__popper v-popper__popper--shown v-popper--theme-tooltip"><div class="v-popper__inner" ${BOX}></div></div>`],
		['a menu that is closed', `<div class="v-popper__popper"><div class="v-popper__inner" ${BOX}></div></div>`],
	])('leaves out %s', (_, html) => {
		put(html)
		expect(openAreas()).toEqual([])
	})
})

const TARGET = '<i class="t"></i>'

describe('isInOpened', () => {
	it.each([
		['a window', `<dialog open ${BOX}>${TARGET}</dialog>`],
		['the bar above a window', `<div class="modal-mask" role="dialog" aria-modal="true" ${BOX}>${TARGET}<div class="modal-container" ${BOX}></div></div>`],
		['the panel with details', `<aside class="app-sidebar" ${BOX}>${TARGET}</aside>`],
		['the whole of a menu', `<div class="t"><div class="header-menu__content" ${BOX}></div></div>`],
		['a menu of a window', `<dialog open ${BOX}></dialog><div class="v-popper__popper--shown"><div class="v-popper__inner" ${BOX}>${TARGET}</div></div>`],
	])('is %s', (_, html) => {
		put(html)
		expect(isInOpened(find('.t'))).toBe(true)
	})

	it.each([
		['the page beside them', `${TARGET}<aside class="app-sidebar" ${BOX}></aside>`],
		['a menu that is closed', `<div class="header-menu__content" data-box="0 0 0 0">${TARGET}</div>`],
		['a panel under a window', `<aside class="app-sidebar" ${BOX}>${TARGET}</aside><dialog open ${BOX}></dialog>`],
	])('is not %s', (_, html) => {
		put(html)
		expect(isInOpened(find('.t'))).toBe(false)
	})
})

describe('openControls', () => {
	it('tells once where each control of what is open is', () => {
		put(`<button ${BOX}></button><div role="dialog" aria-modal="true" class="modal-mask" ${BOX}><div class="modal-container" ${BOX}><input data-box="110 60 50 30"><button data-box="0 0 0 0"></button></div></div>`)
		expect(openControls().map(({ left, top, width, height }) => [left, top, width, height])).toEqual([[110, 60, 50, 30]])
	})
})

describe('isTyping', () => {
	it.each([
		['<input id="x">', true],
		['<input id="x" type="search">', true],
		['<textarea id="x"></textarea>', true],
		['<select id="x"></select>', true],
		['<input id="x" type="checkbox">', false],
		['<input id="x" type="submit">', false],
		['<button id="x"></button>', false],
		['<div class="compagnon-tip"><input id="x"></div>', false],
	])('%s', (html, typing) => {
		put(html)
		find('#x').focus()
		expect(document.activeElement).toBe(find('#x'))
		expect(isTyping()).toBe(typing)
	})

	it('in an editor', () => {
		put('<div id="x" tabindex="0"></div>')
		Object.defineProperty(find('#x'), 'isContentEditable', { value: true })
		find('#x').focus()
		expect(isTyping()).toBe(true)
	})
})

describe('quiet', () => {
	beforeEach(() => {
		vi.useFakeTimers()
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	function wait(signal = new AbortController().signal) {
		const done = vi.fn()
		void quiet(signal).then(done)
		return done
	}

	it('waits a moment, for a window may still come', async () => {
		const done = wait()
		await vi.advanceTimersByTimeAsync(900)
		expect(done).not.toHaveBeenCalled()
		await vi.advanceTimersByTimeAsync(100)
		expect(done).toHaveBeenCalled()
		expect(vi.getTimerCount()).toBe(0)
	})

	it('waits for a window that opens within that time, and a moment after it', async () => {
		const done = wait()
		await vi.advanceTimersByTimeAsync(800)
		const window = put(`<dialog open ${BOX}></dialog>`)
		await vi.advanceTimersByTimeAsync(60_000)
		window.remove()
		await vi.advanceTimersByTimeAsync(900)
		expect(done).not.toHaveBeenCalled()
		await vi.advanceTimersByTimeAsync(200)
		expect(done).toHaveBeenCalled()
	})

	it('waits for the end of what is being written', async () => {
		put('<input id="x">')
		find('#x').focus()
		const done = wait()
		await vi.advanceTimersByTimeAsync(60_000)
		expect(done).not.toHaveBeenCalled()
		find('#x').blur()
		await vi.advanceTimersByTimeAsync(1100)
		expect(done).toHaveBeenCalled()
	})

	it('ends when nobody waits any more', async () => {
		put(`<dialog open ${BOX}></dialog>`)
		const waiting = new AbortController()
		wait(waiting.signal)
		await vi.advanceTimersByTimeAsync(5000)
		waiting.abort()
		await vi.advanceTimersByTimeAsync(100)
		expect(vi.getTimerCount()).toBe(0)
	})
})
