/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Step, Tour } from '../shared/types.ts'
import type { View } from './frame.ts'

import { DOMWrapper, flushPromises } from '@vue/test-utils'
import { render } from 'lit-html'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../shared/api.ts'
import { body, button, buttons, usePage } from '../shared/testing/page.ts'
import { noteTip } from './noteTip.ts'
import { Proposal } from './proposalTip.ts'
import { TourRunner } from './runner.ts'
import { stepTip } from './stepTip.ts'
import { at, fakeChannels, held, step, tour } from './testing.ts'

const ATTACK = '<img src=x onerror=alert(1)>'
const DOWN = new ApiError('Your space does not answer at the moment.', 503)

usePage()

function draw(view: View): DOMWrapper<Element> {
	const mount = document.querySelector<HTMLElement>('#mount')!
	render(view, mount)
	return new DOMWrapper<Element>(mount)
}

describe('stepTip', () => {
	const showTarget = vi.fn()

	const STEPS = [
		step('welcome'),
		step('folder', { anchor: 'new', where: 'It is above the list.', ends: { on: 'fact', fact: 'files.folder-created' } }),
		step('end'),
	]
	let runner: TourRunner

	beforeEach(() => {
		fakeChannels()
	})
	afterEach(() => {
		runner.dispose()
		vi.unstubAllGlobals()
	})

	function open(stepId: string, steps: Step[] = STEPS, changes: Partial<Tour> = {}) {
		runner = new TourRunner(tour(steps, changes), at(stepId, 3), {
			show: async () => {},
			travel: async () => {},
			hide: () => {},
			announce: () => {},
			changed: () => draw(stepTip(runner, showTarget)),
			targets: () => [],
		})
		vi.spyOn(runner, 'next').mockResolvedValue()
		vi.spyOn(runner, 'back').mockResolvedValue()
		vi.spyOn(runner, 'leave').mockResolvedValue()
		return draw(stepTip(runner, showTarget))
	}

	it('has the ids that name and describe the dialog, and a heading that takes the focus', () => {
		const tip = open('welcome')
		expect(tip.get('#compagnon-tip-heading').text()).toBe('Title of welcome')
		expect(tip.get('#compagnon-tip-heading').attributes('tabindex')).toBe('-1')
		expect(tip.get('#compagnon-tip-text').text()).toContain('Text of welcome')
		expect(tip.text()).toContain('First steps in Files')
	})

	it('says how far the tour is', () => {
		expect(open('folder').text()).toContain('Step 2 of 3')
	})

	it.each([
		['welcome', ['Next']],
		['folder', ['Back', 'Skip']],
		['end', ['Back', 'Finish']],
	])('has the buttons of its step: %s', (stepId, names) => {
		const tip = open(stepId)
		expect(tip.findAll('footer button').map((found) => found.attributes('aria-label') ?? found.text())).toEqual(names)
	})

	it('does what its buttons say', async () => {
		open('end')
		await button('Finish').trigger('click')
		expect(runner.next).toHaveBeenCalledTimes(1)
		await button('Back').trigger('click')
		expect(runner.back).toHaveBeenCalledTimes(1)
		await button('Stop here; your place is kept').trigger('click')
		expect(runner.leave).toHaveBeenCalledTimes(1)
	})

	it('leads to a target that is on the page', async () => {
		open('folder')
		expect(buttons()).not.toContain('Go there')
		runner.view.reachable = true
		await flushPromises()
		await button('Go there').trigger('click')
		expect(showTarget).toHaveBeenCalledTimes(1)
	})

	it('says where the target is when it cannot be found', async () => {
		const tip = open('folder')
		expect(tip.text()).not.toContain('It is above the list.')
		runner.view.lost = true
		await flushPromises()
		expect(tip.text()).toContain('It is above the list.')
	})

	it('rejoices in place of its buttons', async () => {
		const tip = open('folder')
		runner.view.done = true
		runner.view.reachable = true
		await flushPromises()
		expect(tip.get('footer').text()).toContain('Done!')
		expect(buttons()).not.toContain('Skip')
		expect(buttons()).not.toContain('Go there')
		expect(button('Back').attributes('disabled')).toBeDefined()
	})

	it('says what failed, at once', async () => {
		const tip = open('welcome')
		expect(tip.find('[role="alert"]').exists()).toBe(false)
		runner.view.trouble = DOWN.message
		await flushPromises()
		expect(tip.get('[role="alert"]').text()).toBe(DOWN.message)
	})

	it.each([
		['Camille Roux', 'Ask Camille Roux.'],
		['', 'Ask whoever looks after your space.'],
	])('says whom to ask: “%s”', (contact, sentence) => {
		const tip = open('welcome', STEPS, { contact })
		expect(tip.get('details summary').text()).toBe('I am stuck')
		expect(tip.get('details').text()).toContain(sentence)
	})

	it('says what was done before, and lets the person go on', async () => {
		const tip = open('folder')
		runner.view.already = true
		await flushPromises()
		expect(tip.get('footer').text()).toContain('Already done!')
		expect(buttons()).toContain('Next')
		expect(buttons()).not.toContain('Skip')
	})

	it('says that the account may not do it, and waits for nothing', () => {
		const tip = open('folder', [step('welcome'), step('folder', { allowed: false, anchor: 'new', where: 'There.', ends: { on: 'fact', fact: 'files.folder-created' } }), step('end')])
		expect(tip.text()).toContain('Your account is not allowed to do this here.')
		expect(tip.text()).toContain('ask Camille Roux')
		expect(buttons()).toContain('Next')
	})

	it('says that the place is kept on the device', async () => {
		const tip = open('welcome')
		runner.view.unsent = true
		await flushPromises()
		expect(tip.get('[role="status"]').text()).toContain('Your place is kept on this device')
	})

	it('copies page and step for whoever is asked, and says so', async () => {
		const writeText = vi.fn(async () => {})
		vi.stubGlobal('navigator', { clipboard: { writeText } })
		const tip = open('folder')
		await button('Copy page and step').trigger('click')
		await flushPromises()
		expect(writeText.mock.calls).toEqual([['I am stuck in the guided tour “First steps in Files”, step 2 of 3: “Title of folder”. Page: ' + window.location.href]])
		expect(tip.text()).toContain('Copied. Paste it into your message.')
	})

	it('shows the words when the browser does not copy', async () => {
		vi.stubGlobal('navigator', {})
		const tip = open('folder')
		await button('Copy page and step').trigger('click')
		await flushPromises()
		expect(tip.text()).toContain('step 2 of 3: “Title of folder”')
	})

	it('makes paragraphs at blank lines', () => {
		const tip = open('welcome', [step('welcome', { text: 'One.\n\nTwo.' })])
		expect(tip.findAll('#compagnon-tip-text > p').map((found) => found.text())).toEqual(['One.', 'Two.'])
	})

	it('shows text, never HTML', async () => {
		const tip = open('welcome', [step('welcome', { title: ATTACK, text: ATTACK, where: ATTACK })], { title: ATTACK, contact: ATTACK })
		runner.view.lost = true
		runner.view.trouble = ATTACK
		await flushPromises()
		expect(tip.find('img').exists()).toBe(false)
		expect(tip.text().split(ATTACK)).toHaveLength(7)
	})
})

describe('Proposal', () => {
	const STEPS = tour([step('welcome'), step('list'), step('end')])

	function open({ about = STEPS, mode = 'offer' as 'offer' | 'continue', start = vi.fn(async () => {}) } = {}) {
		const acts = { start, later: vi.fn(async () => {}), refuse: vi.fn(async () => {}) }
		const proposal = new Proposal(about, mode, acts, () => draw(proposal.view()))
		return { tip: draw(proposal.view()), ...acts }
	}

	it('says what it proposes, and how long that takes', () => {
		const { tip } = open()
		expect(tip.get('#compagnon-tip-heading').text()).toBe('First steps in Files')
		expect(tip.get('#compagnon-tip-text').text()).toContain('Make a folder and share it.')
		expect(tip.text()).toContain('A guided tour, about 5 minutes')
		expect(buttons()).toEqual(['Start', 'Later', 'Not for me'])
	})

	it('says where a tour was left', () => {
		const { tip } = open({ mode: 'continue', about: tour([step('welcome'), step('list'), step('end')], { progress: at('list', 3, 'paused') }) })
		expect(tip.text()).toContain('You left this tour at step 2 of 3')
		expect(buttons()).toEqual(['Continue', 'Later', 'Not for me'])
	})

	it('counts from the first step when the step is no longer there', () => {
		const { tip } = open({ mode: 'continue', about: tour([step('welcome')], { progress: at('gone', 3, 'paused') }) })
		expect(tip.text()).toContain('You left this tour at step 1 of 1')
	})

	it.each([['Start', 'start'], ['Later', 'later'], ['Not for me', 'refuse']] as const)('%s', async (name, act) => {
		const acts = open()
		await button(name).trigger('click')
		expect([acts.start, acts.later, acts.refuse].map(({ mock }) => mock.calls.length))
			.toEqual(['start', 'later', 'refuse'].map((one) => one === act ? 1 : 0))
	})

	it('takes one answer at a time, and leaves the focus where it is', async () => {
		const request = held<void>()
		const start = vi.fn(() => request.promise)
		const { later } = open({ start })
		button('Start').element.focus()
		await button('Start').trigger('click')
		await button('Start').trigger('click')
		await button('Later').trigger('click')
		expect(start).toHaveBeenCalledTimes(1)
		expect(later).not.toHaveBeenCalled()
		expect(document.activeElement).toBe(button('Start').element)
		request.resolve()
		await flushPromises()
		await button('Later').trigger('click')
		expect(later).toHaveBeenCalledTimes(1)
	})

	it('says what failed, and takes another answer', async () => {
		const start = vi.fn().mockRejectedValueOnce(DOWN).mockResolvedValue(undefined)
		const { tip } = open({ start })
		await button('Start').trigger('click')
		await flushPromises()
		expect(tip.get('[role="alert"]').text()).toBe(DOWN.message)
		await button('Start').trigger('click')
		await flushPromises()
		expect(tip.find('[role="alert"]').exists()).toBe(false)
		expect(start).toHaveBeenCalledTimes(2)
	})

	it('shows text, never HTML', () => {
		const { tip } = open({ about: tour([step('welcome')], { title: ATTACK, summary: ATTACK }) })
		expect(tip.find('img').exists()).toBe(false)
		expect(tip.get('h2').text()).toBe(ATTACK)
	})
})

describe('noteTip', () => {
	it('shows its words as text, and does what its buttons say', async () => {
		const [go, stop] = [vi.fn(), vi.fn()]
		const tip = draw(noteTip({ heading: ATTACK, text: ATTACK, actions: [{ label: 'Go there', run: go }, { label: ATTACK, run: stop }] }))
		expect(body().find('img').exists()).toBe(false)
		expect(tip.get('#compagnon-tip-heading').text()).toBe(ATTACK)
		expect(buttons()).toEqual(['Go there', ATTACK])
		await button('Go there').trigger('click')
		await button(ATTACK).trigger('click')
		expect([go.mock.calls.length, stop.mock.calls.length]).toEqual([1, 1])
	})
})
