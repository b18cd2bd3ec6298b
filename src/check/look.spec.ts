/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { find, put } from '../tour/testing.ts'
import { isSettled, look } from './look.ts'
import { anchor } from './testing.ts'

beforeEach(() => {
	document.body.innerHTML = ''
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

async function see(anchors: Parameters<typeof look>[0], name = 'a') {
	const seen = look(anchors, name, document, new AbortController().signal)
	await vi.advanceTimersByTimeAsync(20_000)
	return seen
}

/** A menu behind a door, closed by a second click unless it is told otherwise. */
function putMenu(door = '<button id="door" type="button" data-box="0 0 40 40"></button>', closes: 'click' | 'Escape' | 'never' = 'click') {
	put(door)
	const clicked = vi.fn((event: Event) => {
		event.preventDefault()
		if (document.querySelector('#entry') === null) {
			put('<button id="entry" data-box="0 50 40 40">')
		} else if (closes === 'click') {
			find('#entry').remove()
		}
	})
	find('#door').addEventListener('click', clicked)
	if (closes === 'Escape') {
		document.addEventListener('keydown', ({ key }) => key === 'Escape' && document.querySelector('#entry')?.remove(), { once: true })
	}
	return clicked
}

const MENU = { a: anchor(['#entry'], { open: 'door' }), door: anchor(['#door']) }

describe('look', () => {
	it('finds what is there, and clicks nothing', async () => {
		const clicked = putMenu()
		put('<button id="entry" data-box="0 50 40 40">')
		expect(await see(MENU)).toEqual({ seen: 'found', leftOpen: false })
		expect(clicked).not.toHaveBeenCalled()
	})

	it('misses what is not there', async () => {
		expect(await see({ a: anchor(['#list']) })).toEqual({ seen: 'missing', leftOpen: false })
	})

	it('misses what has an invalid selector, or a hidden target', async () => {
		put('<p id="x" data-box="0 0 0 0">')
		expect(await see({ a: anchor(['#x', 'p >']) })).toEqual({ seen: 'missing', leftOpen: false })
	})

	it('finds what serves instead', async () => {
		put('<p id="x" data-box="0 0 9 9">')
		expect(await see({ a: anchor(['#none'], { instead: 'b' }), b: anchor(['#x']) })).toEqual({ seen: 'found', leftOpen: false })
	})

	it('opens a menu, finds the target in it and closes it again', async () => {
		const clicked = putMenu()
		expect(await see(MENU)).toEqual({ seen: 'found', leftOpen: false })
		expect(clicked).toHaveBeenCalledTimes(2)
		expect(document.querySelector('#entry')).toBeNull()
	})

	it('closes with Escape what a click does not close', async () => {
		putMenu(undefined, 'Escape')
		expect(await see(MENU)).toEqual({ seen: 'found', leftOpen: false })
		expect(document.querySelector('#entry')).toBeNull()
	})

	it('says what stays open whatever it does', async () => {
		putMenu(undefined, 'never')
		expect(await see(MENU)).toEqual({ seen: 'found', leftOpen: true })
	})

	it('misses what is not in the menu', async () => {
		const clicked = putMenu()
		expect(await see({ ...MENU, a: anchor(['#other'], { open: 'door' }) })).toMatchObject({ seen: 'missing' })
		expect(clicked).toHaveBeenCalledTimes(1)
	})

	it('misses what is behind a door that is not there', async () => {
		expect(await see(MENU)).toEqual({ seen: 'missing', leftOpen: false })
	})

	it('does nothing for what is there only after an act', async () => {
		const clicked = putMenu()
		expect(await see({ ...MENU, a: anchor(['#entry'], { open: 'door', behind: 'act' }) })).toEqual({ seen: 'unchecked', leftOpen: false })
		expect(await see({ ...MENU, door: anchor(['#gone'], { behind: 'act' }) })).toEqual({ seen: 'unchecked', leftOpen: false })
		expect(clicked).not.toHaveBeenCalled()
	})

	it('finds what is there without the act', async () => {
		put('<p id="x" data-box="0 0 9 9">')
		expect(await see({ a: anchor(['#x'], { behind: 'act' }) })).toEqual({ seen: 'found', leftOpen: false })
	})

	it('does not look for what this space has no place for', async () => {
		expect(await see({})).toEqual({ seen: 'unchecked', leftOpen: false })
	})

	it.each([
		['sends a form', '<form><button id="door" data-box="0 0 40 40"></button></form>'],
		['sends a form, by its type', '<form><input id="door" type="submit" data-box="0 0 40 40"></form>'],
		['leads elsewhere', '<a id="door" href="/apps/deleted" data-box="0 0 40 40"></a>'],
		['lies in a link that leads elsewhere', '<a href="/apps/deleted"><i id="door" data-box="0 0 40 40"></i></a>'],
	])('never clicks what %s', async (_, door) => {
		const clicked = putMenu(door)
		expect(await see(MENU)).toEqual({ seen: 'unchecked', leftOpen: false })
		expect(clicked).not.toHaveBeenCalled()
	})

	it.each([
		['<form><button id="door" type="button" data-box="0 0 40 40"></button></form>'],
		['<a id="door" href="#" data-box="0 0 40 40"></a>'],
		['<button id="door" data-box="0 0 40 40"></button>'],
	])('clicks what only opens: %s', async (door) => {
		putMenu(door)
		expect(await see(MENU)).toMatchObject({ seen: 'found' })
	})
})

describe('isSettled', () => {
	it.each([
		['the target is there', '<p id="entry" data-box="0 0 9 9">', MENU, true],
		['its door is there', '<p id="door" data-box="0 0 9 9">', MENU, true],
		['nothing is there yet', '', MENU, false],
		['it comes only after an act', '', { ...MENU, a: anchor(['#entry'], { behind: 'act' }) }, true],
		['this space has no such place', '', {}, true],
	])('%s', (_, html, anchors, settled) => {
		put(html)
		expect(isSettled(anchors, 'a', document)).toBe(settled)
	})
})
