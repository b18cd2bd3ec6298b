/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Anchors } from './targets.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { doorOf, findTargets, isVisible, Opened, reachTarget } from './targets.ts'
import { find, layOut, put } from './testing.ts'

beforeEach(() => {
	document.body.innerHTML = ''
})

const anchors = (selectors: string[], open: string | null = null): Anchors => ({ a: { selectors, open, instead: null, behind: null } })
const ids = (found: HTMLElement[]) => found.map(({ id }) => id)

describe('isVisible', () => {
	it.each([
		['on the page', '<p id="x" data-box="10 10 50 20">', true],
		['below the fold, where one scrolls to', '<p id="x" data-box="10 5000 50 20">', true],
		['without a width', '<p id="x" data-box="10 10 0 20">', false],
		['without a height', '<p id="x" data-box="10 10 50 0">', false],
		['in a drawer that is closed to the left', '<p id="x" data-box="-300 10 300 20">', false],
		['in a drawer that is closed to the right', '<p id="x" data-box="1024 10 300 20">', false],
		['in something inert', '<div inert><p id="x" data-box="10 10 50 20"></div>', false],
		['in something hidden from screen readers', '<div aria-hidden="true"><p id="x" data-box="10 10 50 20"></div>', false],
		['in something that is not hidden', '<div aria-hidden="false"><p id="x" data-box="10 10 50 20"></div>', true],
	])('%s', (_, html, visible) => {
		put(html)
		expect(isVisible(find('#x'))).toBe(visible)
	})

	it('asks the browser about styles where it can tell', () => {
		put('<p id="x" data-box="10 10 50 20">')
		find('#x').checkVisibility = (options) => options?.visibilityProperty !== true
		expect(isVisible(find('#x'))).toBe(false)
	})
})

describe('findTargets', () => {
	it('takes the best selector that shows something', () => {
		put('<p id="worse" class="w" data-box="10 10 50 20"></p><p id="better" class="b" data-box="10 10 50 20">')
		expect(ids(findTargets(anchors(['.none', '.b', '.w']), 'a'))).toEqual(['better'])
	})

	it('passes over a selector of which nothing can be seen', () => {
		put('<p id="worse" class="w" data-box="10 10 50 20"></p><p id="better" class="b" data-box="10 10 0 0">')
		expect(ids(findTargets(anchors(['.b', '.w']), 'a'))).toEqual(['worse'])
	})

	it('passes over a selector that is none', () => {
		put('<p id="x" data-box="10 10 50 20">')
		expect(ids(findTargets(anchors(['p >', ':unknown(', '#x']), 'a'))).toEqual(['x'])
	})

	it('gives the equals that can be seen, in the order of the page', () => {
		put('<i id="1" data-box="0 0 9 9"></i><i id="2" data-box="0 0 0 0"></i><i id="3" data-box="0 20 9 9"></i>')
		expect(ids(findTargets(anchors(['i']), 'a'))).toEqual(['1', '3'])
	})

	it('looks in the frame that it is told to, as wide as that is', () => {
		put('<p id="x" data-box="10 10 50 20"><iframe id="frame"></iframe>')
		const page = (find('#frame') as HTMLIFrameElement).contentDocument!
		page.body.innerHTML = '<p id="in"></p><p id="beside"></p>'
		Object.defineProperty(page.defaultView, 'innerWidth', { value: 390 })
		layOut(page.querySelector('#in')!, [10, 10, 50, 20])
		layOut(page.querySelector('#beside')!, [400, 10, 50, 20])
		expect(ids(findTargets(anchors(['p']), 'a', page))).toEqual(['in'])
		expect(ids(findTargets(anchors(['p']), 'a'))).toEqual(['x'])
	})

	it('finds nothing for an anchor that the tour does not bring', () => {
		expect(findTargets(anchors(['body']), 'b')).toEqual([])
	})
})

describe('doorOf', () => {
	it('is what a target is behind, or the one that serves instead of it', () => {
		const all: Anchors = {
			free: { selectors: ['#f'], open: null, instead: null, behind: null },
			entry: { selectors: ['#e'], open: 'door', instead: null, behind: null },
			either: { selectors: ['#i'], open: null, instead: 'entry', behind: null },
		}
		expect(['free', 'entry', 'either', 'unknown'].map((name) => doorOf(all, name))).toEqual([null, 'door', 'door', null])
	})
})

describe('Opened', () => {
	it('closes once what was opened twice, as it was opened last', () => {
		const opened = new Opened()
		const [first, last] = [vi.fn(), vi.fn()]
		opened.note('door', first)
		opened.note('door', last)
		opened.close()
		expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1])
	})
})

describe('reachTarget', () => {
	beforeEach(() => {
		vi.useFakeTimers()
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	const MENU: Anchors = { a: { selectors: ['#entry'], open: 'door', instead: null, behind: null }, door: { selectors: ['#door'], open: null, instead: null, behind: null } }

	function reach(all: Anchors, signal = new AbortController().signal) {
		const result: { target?: HTMLElement | null } = {}
		void reachTarget(all, 'a', signal).then((target) => {
			result.target = target
		})
		return result
	}

	/** A door that opens a menu with the entry, as a page does, a moment later. */
	function putDoor() {
		put('<button id="door" data-box="0 0 40 40"></button>')
		const opened = vi.fn(() => setTimeout(() => put('<button id="entry" data-box="0 50 40 40">'), 300))
		find('#door').addEventListener('click', opened)
		return opened
	}

	it('has what is there at once, and opens nothing', async () => {
		const opened = putDoor()
		put('<button id="entry" data-box="0 50 40 40">')
		const reached = reach(MENU)
		await vi.advanceTimersByTimeAsync(0)
		expect(reached.target).toBe(find('#entry'))
		await vi.advanceTimersByTimeAsync(10_000)
		expect(opened).not.toHaveBeenCalled()
	})

	it('waits for what comes late', async () => {
		const reached = reach(anchors(['#late']))
		await vi.advanceTimersByTimeAsync(2000)
		expect(reached).toEqual({})
		put('<p id="late" data-box="0 0 9 9">')
		await vi.advanceTimersByTimeAsync(50)
		expect(reached.target).toBe(find('#late'))
		expect(vi.getTimerCount()).toBe(0)
	})

	it('opens what it is behind, once, and waits again', async () => {
		const opened = putDoor()
		const reached = reach(MENU)
		await vi.advanceTimersByTimeAsync(2400)
		expect(opened).not.toHaveBeenCalled()
		await vi.advanceTimersByTimeAsync(500)
		expect(reached.target).toBe(find('#entry'))
		await vi.advanceTimersByTimeAsync(10_000)
		expect(opened).toHaveBeenCalledTimes(1)
	})

	it('gives up when it does not come after the door was opened either', async () => {
		const opened = putDoor().mockReturnValue(0 as never)
		const reached = reach(MENU)
		await vi.advanceTimersByTimeAsync(4900)
		expect(reached).toEqual({})
		await vi.advanceTimersByTimeAsync(200)
		expect(reached).toEqual({ target: null })
		expect(opened).toHaveBeenCalledTimes(1)
	})

	it('gives up at once when there is no door', async () => {
		const reached = reach(MENU)
		await vi.advanceTimersByTimeAsync(2500)
		expect(reached).toEqual({ target: null })
	})

	it('opens at once when it is told not to wait', async () => {
		const opened = putDoor()
		const target = reachTarget(MENU, 'a', new AbortController().signal, { patience: 0 })
		await vi.advanceTimersByTimeAsync(50)
		expect(opened).toHaveBeenCalledTimes(1)
		await vi.advanceTimersByTimeAsync(400)
		expect(await target).toBe(find('#entry'))
	})

	it('opens no door for a step that was left meanwhile', async () => {
		const opened = putDoor()
		const search = new AbortController()
		const reached = reach(MENU, search.signal)
		await vi.advanceTimersByTimeAsync(1000)
		search.abort()
		await vi.advanceTimersByTimeAsync(50)
		expect(reached).toEqual({ target: null })
		await vi.advanceTimersByTimeAsync(10_000)
		expect(opened).not.toHaveBeenCalled()
		expect(vi.getTimerCount()).toBe(0)
	})

	it('waits only briefly for what is on the page behind something, and closes that again with the step', async () => {
		document.body.innerHTML = '<button id="door"></button><p id="x"></p>'
		layOut(find('#door'), [0, 0, 9, 9])
		layOut(find('#x'), [0, 0, 0, 0])
		let isOpen = false
		find('#door').addEventListener('click', () => {
			isOpen = !isOpen
			layOut(find('#x'), isOpen ? [0, 0, 9, 9] : [0, 0, 0, 0])
		})
		const step = new AbortController()
		const reached = reachTarget({ x: { selectors: ['#x'], open: 'door', instead: null, behind: null }, door: { selectors: ['#door'], open: null, instead: null, behind: null } }, 'x', step.signal)
		await vi.advanceTimersByTimeAsync(500)
		expect(await reached).toBe(find('#x'))
		step.abort()
		expect(isOpen).toBe(false)
	})

	it('leaves closed what the person has closed already', async () => {
		document.body.innerHTML = '<button id="door"></button><p id="x"></p>'
		layOut(find('#door'), [0, 0, 9, 9])
		layOut(find('#x'), [0, 0, 0, 0])
		const clicked = vi.fn(() => layOut(find('#x'), [0, 0, 9, 9]))
		find('#door').addEventListener('click', clicked)
		const step = new AbortController()
		const reached = reachTarget({ x: { selectors: ['#x'], open: 'door', instead: null, behind: null }, door: { selectors: ['#door'], open: null, instead: null, behind: null } }, 'x', step.signal)
		await vi.advanceTimersByTimeAsync(500)
		await reached
		layOut(find('#x'), [0, 0, 0, 0])
		step.abort()
		expect(clicked).toHaveBeenCalledOnce()
	})

	it('opens soon what hides a target that is on the page', async () => {
		put('<button id="door" data-box="0 0 40 40"></button><button id="entry" data-box="-300 50 40 40">')
		find('#door').addEventListener('click', () => layOut(find('#entry'), [0, 50, 40, 40]))
		const reached = reach(MENU)
		await vi.advanceTimersByTimeAsync(300)
		expect(reached).toEqual({})
		await vi.advanceTimersByTimeAsync(200)
		expect(reached.target).toBe(find('#entry'))
	})

	it('closes what it has opened when the step is left', async () => {
		const opened = putDoor()
		const search = new AbortController()
		reach(MENU, search.signal)
		await vi.advanceTimersByTimeAsync(3000)
		expect(opened).toHaveBeenCalledTimes(1)
		search.abort()
		expect(opened).toHaveBeenCalledTimes(2)
	})

	it('opens nothing anew that the person has closed', async () => {
		const opened = putDoor()
		const search = new AbortController()
		reach(MENU, search.signal)
		await vi.advanceTimersByTimeAsync(3000)
		find('#entry').remove()
		search.abort()
		expect(opened).toHaveBeenCalledTimes(1)
	})

	it('leaves open what is noted elsewhere, until it is said to close', async () => {
		const clicked = putDoor()
		const search = new AbortController()
		const opened = new Opened()
		void reachTarget(MENU, 'a', search.signal, { opened })
		await vi.advanceTimersByTimeAsync(3000)
		search.abort()
		opened.close('door')
		expect(clicked).toHaveBeenCalledTimes(1)
		opened.close('other')
		expect(clicked).toHaveBeenCalledTimes(2)
		opened.close()
		expect(clicked).toHaveBeenCalledTimes(2)
	})

	it('counts a target that can be seen only later', async () => {
		put('<p id="x" data-box="0 0 0 0">')
		const reached = reach(anchors(['#x']))
		await vi.advanceTimersByTimeAsync(1000)
		layOut(find('#x'), [0, 0, 9, 9])
		await vi.advanceTimersByTimeAsync(50)
		expect(reached.target).toBe(find('#x'))
	})
})
