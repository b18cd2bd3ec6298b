/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress } from '../shared/types.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from '../shared/api.ts'
import { button, buttons } from '../shared/testing/page.ts'
import { director } from './director.ts'
import { goTo } from './page.ts'
import { at, fakeChannels, find, goToPage, held, layOut, press, put, step, tour } from './testing.ts'

vi.mock('./page.ts', async (original) => ({ ...await original<object>(), goTo: vi.fn() }))

const STEPS = [
	step('welcome'),
	step('folder', { anchor: 'new', where: 'It is above the list.', ends: { on: 'click' } }),
	step('agenda', { page: { app: 'calendar', path: '/apps/calendar', exact: false } }),
]
const ANCHORS = { new: { selectors: ['#new'], open: 'menu', instead: null, behind: null }, menu: { selectors: ['#menu'], open: null, instead: null, behind: null } }
const TOUR = tour(STEPS, { anchors: ANCHORS })
const DOWN = new ApiError('Your space does not answer at the moment.', 503)

const requests = {
	offered: vi.spyOn(api, 'offered'),
	start: vi.spyOn(api, 'start'),
	move: vi.spyOn(api, 'move'),
	pause: vi.spyOn(api, 'pause'),
	finish: vi.spyOn(api, 'finish'),
	snooze: vi.spyOn(api, 'snooze'),
	refuse: vi.spyOn(api, 'refuse'),
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
	vi.useFakeTimers()
	vi.resetAllMocks()
	HTMLElement.prototype.scrollIntoView = vi.fn()
	fakeChannels()
	window._oc_webroot = ''
	goToPage('/apps/files')
	requests.offered.mockResolvedValue(at('welcome', 1, 'offered'))
	requests.start.mockResolvedValue(at('welcome', 2))
	requests.move.mockImplementation(async (_, id, revision) => at(id, revision + 1))
	requests.pause.mockResolvedValue(at('welcome', 9, 'paused'))
	requests.finish.mockResolvedValue(at('agenda', 9, 'finished'))
	requests.snooze.mockResolvedValue(at('welcome', 9, 'offered'))
	requests.refuse.mockResolvedValue(at('welcome', 9, 'refused'))
})
afterEach(async () => {
	// A tour takes the place of whatever is shown, and goes away when another window ends it.
	await play()
	new BroadcastChannel('compagnon-tour').postMessage(at('welcome', 99, 'finished'))
	await pass(1000)
	expect(vi.getTimerCount()).toBe(0)
	for (const part of document.querySelectorAll('body > div:not(.compagnon-announcer)')) {
		part.remove()
	}
	vi.useRealTimers()
	vi.unstubAllGlobals()
})

const heading = () => document.querySelector('.compagnon-tip #compagnon-tip-heading')?.textContent ?? null
const text = () => find('.compagnon-tip #compagnon-tip-text').textContent
const said = () => find('.compagnon-announcer').textContent

async function click(words: string): Promise<void> {
	await button(words).trigger('click')
	await pass(100)
}

async function propose(mode: 'offer' | 'continue' = 'offer'): Promise<void> {
	void director.propose(TOUR, mode)
	await pass(1500)
}

async function play(progress: Progress = at('welcome', 2), asked = true, what = TOUR): Promise<void> {
	requests.start.mockResolvedValueOnce(progress)
	void director.play(what, false, asked)
	await pass(100)
}

function putNew(): HTMLElement {
	return put('<button id="new" data-box="100 100 50 40"></button>').firstElementChild as HTMLElement
}

describe('a proposal', () => {
	it('waits until nothing else asks for attention', async () => {
		const window = put('<dialog open data-box="0 0 300 300"></dialog>')
		void director.propose(TOUR, 'offer')
		await pass(60_000)
		expect(heading()).toBeNull()
		expect(requests.offered).not.toHaveBeenCalled()
		window.remove()
		await pass(1500)
		expect(heading()).toBe('First steps in Files')
	})

	it('is noted, said, and does not take the focus', async () => {
		const field = putNew()
		field.focus()
		await propose()
		expect(requests.offered.mock.calls).toEqual([['files-first-steps']])
		expect(said()).toBe('A guided tour is proposed: First steps in Files. The key F6 goes there.')
		expect(document.activeElement).toBe(field)
	})

	it('to go on is not noted as an offer', async () => {
		await propose('continue')
		expect(buttons()).toContain('Continue')
		expect(requests.offered).not.toHaveBeenCalled()
	})

	it('is not made when it cannot be noted', async () => {
		requests.offered.mockRejectedValue(DOWN)
		const proposed = director.propose(TOUR, 'offer')
		const refused = expect(proposed).rejects.toBe(DOWN)
		await pass(1500)
		await refused
		expect(heading()).toBeNull()
	})

	it('gives way to a tour that the person starts meanwhile', async () => {
		const request = held<Progress>()
		requests.offered.mockReturnValue(request.promise)
		await propose()
		await play()
		request.resolve(at('welcome', 1, 'offered'))
		await pass(100)
		expect(heading()).toBe('Title of welcome')
	})

	it('starts the tour', async () => {
		await propose()
		await click('Start')
		expect(requests.start.mock.calls).toEqual([['files-first-steps', false]])
		expect(heading()).toBe('Title of welcome')
	})

	it('later: in seven days, and says where the tour is until then', async () => {
		await propose()
		await click('Later')
		expect(requests.snooze.mock.calls).toEqual([['files-first-steps', 7]])
		expect(heading()).toBe('All right, later then')
		await click('OK')
		expect(heading()).toBeNull()
	})

	it('refused', async () => {
		await propose()
		await click('Not for me')
		expect(requests.refuse.mock.calls).toEqual([['files-first-steps']])
		expect(heading()).toBe('All right')
	})

	it('stays, and says so, when the answer cannot be noted', async () => {
		requests.refuse.mockRejectedValue(DOWN)
		await propose()
		await click('Not for me')
		expect(find('.compagnon-tip [role="alert"]').textContent?.trim()).toBe(DOWN.message)
	})

	it('is put off with Escape, and goes away even when that cannot be noted', async () => {
		await propose()
		press('Escape', document.body)
		await pass(100)
		expect(heading()).toBe('All right, later then')
		requests.snooze.mockRejectedValue(DOWN)
		await propose()
		press('Escape', document.body)
		await pass(100)
		expect(heading()).toBeNull()
	})

	it('is not answered over a tour that was started meanwhile', async () => {
		const request = held<Progress>()
		requests.snooze.mockReturnValue(request.promise)
		await propose()
		await click('Later')
		await play()
		request.resolve(at('welcome', 9, 'offered'))
		await pass(100)
		expect(heading()).toBe('Title of welcome')
	})

	it.each([
		['the answer was noted', (request: ReturnType<typeof held<Progress>>) => request.resolve(at('welcome', 9, 'offered'))],
		['the answer could not be noted', (request: ReturnType<typeof held<Progress>>) => request.reject(DOWN)],
	])('does not take a tour away that was started meanwhile: %s', async (_, settle) => {
		const request = held<Progress>()
		requests.snooze.mockReturnValue(request.promise)
		await propose()
		press('Escape', document.body)
		await play()
		settle(request)
		await pass(100)
		expect(heading()).toBe('Title of welcome')
	})
})

describe('a tour', () => {
	it('says each step, and takes the focus to it', async () => {
		await play()
		expect(said()).toBe('Title of welcome. Text of welcome')
		expect(document.activeElement?.id).toBe('compagnon-tip-heading')
		putNew()
		await click('Next')
		expect(said()).toBe('Title of folder. Text of folder')
	})

	it('cannot be started: what is shown stays', async () => {
		await play()
		requests.start.mockRejectedValueOnce(DOWN)
		await expect(director.play(TOUR, true)).rejects.toBe(DOWN)
		expect(heading()).toBe('Title of welcome')
	})

	it('shows the other tour that is started while one is running', async () => {
		await play()
		await play({ ...at('first', 1), tour: 'other' }, true, tour([step('first'), step('second')], { id: 'other', title: 'Other tour' }))
		expect(heading()).toBe('Title of first')
		expect(find('.compagnon-tip').textContent).toContain('Other tour')
		expect(find('.compagnon-tip').textContent).toContain('Step 1 of 2')
	})

	it('goes on with a click on the target', async () => {
		const target = putNew()
		await play(at('folder', 3))
		target.click()
		await pass(100)
		expect(requests.move.mock.calls).toEqual([['files-first-steps', 'agenda', 3]])
	})

	it('goes on with a click on an equal of the target, and with no other', async () => {
		const more = tour(STEPS, { anchors: { new: { selectors: ['.new'], open: null, instead: null, behind: null } } })
		put('<i class="new" data-box="0 0 9 9"></i><i class="new" id="equal" data-box="0 20 9 9"></i><i id="other"></i>')
		await play(at('folder', 3), true, more)
		find('#other').click()
		await pass(100)
		expect(requests.move).not.toHaveBeenCalled()
		find('#equal').click()
		await pass(100)
		expect(requests.move).toHaveBeenCalledTimes(1)
	})

	it('says where the target is when it does not come', async () => {
		await play(at('folder', 3))
		expect(text()).not.toContain('It is above the list.')
		await pass(2600)
		expect(text()).toContain('It is above the list.')
	})

	it('opens what the target is behind', async () => {
		const open = vi.fn()
		put('<button id="menu" data-box="0 0 40 40"></button>')
		find('#menu').addEventListener('click', open)
		await play(at('folder', 3))
		await pass(2600)
		expect(open).toHaveBeenCalledTimes(1)
	})

	it('says where the target is when it goes away again, and no longer when it is back', async () => {
		const target = putNew()
		await play(at('folder', 3))
		await pass(3000)
		expect(text()).not.toContain('It is above the list.')
		layOut(target, [-300, 100, 50, 40])
		target.dispatchEvent(new Event('transitionend', { bubbles: true }))
		await pass(1000)
		expect(text()).toContain('It is above the list.')
		layOut(target, [100, 100, 50, 40])
		target.dispatchEvent(new Event('transitionend', { bubbles: true }))
		await pass(100)
		expect(text()).not.toContain('It is above the list.')
	})

	it('says nothing for a target that the page only draws anew', async () => {
		const target = putNew()
		await play(at('folder', 3))
		target.remove()
		await pass(200)
		putNew()
		await pass(1000)
		expect(text()).not.toContain('It is above the list.')
	})

	it('keeps open what the next target is behind too, and closes it after that', async () => {
		const behind = (selector: string) => ({ selectors: [selector], open: 'menu', instead: null, behind: null })
		const drawer = tour([step('one', { anchor: 'one' }), step('two', { anchor: 'two' }), step('end')], {
			anchors: { one: behind('#one'), two: behind('#two'), menu: ANCHORS.menu },
		})
		put('<button id="menu" data-box="0 0 40 40"></button><i id="one"></i><i id="two"></i>')
		let isOpen = false
		const clicked = vi.fn(() => {
			isOpen = !isOpen
			layOut(find('#one'), isOpen ? [0, 50, 9, 9] : [0, 0, 0, 0])
			layOut(find('#two'), isOpen ? [0, 70, 9, 9] : [0, 0, 0, 0])
		})
		find('#menu').addEventListener('click', clicked)
		await play(at('one', 3), true, drawer)
		await pass(1000)
		expect(isOpen).toBe(true)
		await click('Next')
		await pass(3000)
		expect(heading()).toBe('Title of two')
		expect(clicked).toHaveBeenCalledTimes(1)
		await click('Next')
		expect(heading()).toBe('Title of end')
		expect(isOpen).toBe(false)
		expect(clicked).toHaveBeenCalledTimes(2)
	})

	it('opens nothing any more for a step that was left', async () => {
		const open = vi.fn()
		put('<button id="menu" data-box="0 0 40 40"></button>')
		find('#menu').addEventListener('click', open)
		await play(at('folder', 3))
		new BroadcastChannel('compagnon-tour').postMessage(at('agenda', 4))
		await pass(5000)
		expect(text()).toContain('The tour goes on from another page.')
		expect(open).not.toHaveBeenCalled()
	})

	it('says that the place is kept when it is left', async () => {
		await play()
		press('Escape')
		await pass(100)
		expect(requests.pause).toHaveBeenCalledTimes(1)
		expect(heading()).toBe('Your place is kept')
		press('Escape')
		await pass(100)
		expect(heading()).toBeNull()
	})

	it('says that it is finished, and leaves the page', async () => {
		await play(at('end', 5), true, tour([step('end')]))
		await click('Finish')
		expect(heading()).toBeNull()
		expect(said()).toBe('The tour “First steps in Files” is finished.')
	})

	it('goes away without a word when it was ended in another window', async () => {
		await play()
		new BroadcastChannel('compagnon-tour').postMessage(at('welcome', 9, 'finished'))
		await pass(100)
		expect(heading()).toBeNull()
	})
})

describe('another page', () => {
	it('is gone to when the person went on by themselves', async () => {
		putNew()
		await play(at('folder', 3))
		await click('Skip')
		expect(vi.mocked(goTo).mock.calls).toEqual([[STEPS[2]!.page]])
	})

	it('is asked about when a running tour is on it, without taking the focus', async () => {
		await play(at('agenda', 3), false)
		expect(heading()).toBe('First steps in Files')
		expect(text()).toContain('The tour goes on from another page.')
		expect(document.activeElement).toBe(document.body)
		expect(goTo).not.toHaveBeenCalled()
		await click('Go there')
		expect(vi.mocked(goTo).mock.calls).toEqual([[STEPS[2]!.page]])
	})

	it('can be declined, and the place is kept', async () => {
		await play(at('agenda', 3), false)
		await click('Stop here')
		expect(requests.pause.mock.calls).toEqual([['files-first-steps', 3]])
		expect(heading()).toBe('Your place is kept')
	})

	it('says why it cannot be declined, and goes away all the same', async () => {
		requests.pause.mockRejectedValue(new ApiError('Not now.', 403))
		await play(at('agenda', 3), false)
		await click('Stop here')
		expect(text()).toContain('Not now.')
		await click('OK')
		expect(heading()).toBeNull()
	})

	it('is not asked about on our own pages, whose cards say it', async () => {
		goToPage('/apps/compagnon/')
		await play(at('agenda', 3), false)
		expect(heading()).toBeNull()
	})
})
