/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from './tip.ts'

import { html } from 'lit-html'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakePresenter, find, press, put } from './testing.ts'
import { Tip } from './tip.ts'

const words = (name: string, text: string) => () => html`<h2 id="compagnon-tip-heading" tabindex="-1">${name}</h2><p id="compagnon-tip-text">${text}</p><button id="inside"></button>`

let tip: Tip
let presenter: FakePresenter

beforeEach(() => {
	document.body.innerHTML = ''
	HTMLElement.prototype.scrollIntoView = vi.fn()
	presenter = new FakePresenter()
	tip = new Tip(presenter)
	put('<button class="t" data-box="100 100 50 40"></button><input id="field">')
})
afterEach(() => tip.clear())

const ACT = { find: () => [find('.t')], interactive: true, centred: false }

function scene(changes: Partial<Scene> = {}): Scene {
	return { view: words('First steps', 'Hello.'), close: () => {}, asked: true, ...changes }
}

const heading = () => find('#compagnon-tip-heading')

describe('put', () => {
	it('shows a dialog that is named, described and leaves the page usable', async () => {
		await tip.put(scene(), ACT)
		const dialog = find('[role="dialog"]')
		expect(dialog.getAttribute('aria-modal')).toBe('false')
		expect(find('#' + dialog.getAttribute('aria-labelledby')).textContent).toBe('First steps')
		expect(find('#' + dialog.getAttribute('aria-describedby')).textContent).toBe('Hello.')
		expect(tip.target).toBe(find('.t'))
	})

	it('takes the focus when the person asked for it', async () => {
		await tip.put(scene(), ACT)
		expect(document.activeElement).toBe(heading())
	})

	it.each<[string, Partial<Scene>, () => void]>([
		['did not ask', { asked: false }, () => {}],
		['is writing', {}, () => find('#field').focus()],
		['has a window open', {}, () => put('<dialog open data-box="0 0 300 300"></dialog>')],
	])('leaves the focus where it is when the person %s', async (_, changes, prepare) => {
		prepare()
		const focused = document.activeElement
		await tip.put(scene(changes), ACT)
		expect(document.activeElement).toBe(focused)
	})

	it('shows the next step of the same tour', async () => {
		await tip.put(scene(), ACT)
		await tip.put(scene({ view: words('First steps', 'Go on.') }), ACT)
		expect(find('#compagnon-tip-text').textContent).toBe('Go on.')
	})

	it('shows nothing of another tour that was shown before', async () => {
		await tip.put(scene(), ACT)
		tip.clear()
		await tip.put(scene({ view: words('Calendar', 'Hello.') }), ACT)
		expect(heading().textContent).toBe('Calendar')
	})

	it('shows nothing when it was cleared meanwhile', async () => {
		const shown = tip.put(scene(), ACT)
		tip.clear()
		await shown
		expect(presenter.shown).toBeNull()
		expect(document.querySelector('.compagnon-tip')).toBeNull()
		expect(document.querySelector('.compagnon-dock')).toBeNull()
	})

	it('does not take the focus for a scene that was cleared while it was being drawn', async () => {
		let open = () => {}
		presenter.gate = new Promise((resolve) => {
			open = resolve
		})
		find('.t').focus()
		const shown = tip.put(scene(), ACT)
		await vi.waitFor(() => expect(presenter.shows).toHaveLength(1))
		tip.clear()
		open()
		await shown
		expect(document.activeElement).toBe(find('.t'))
		find('.t').blur()
		await tip.put(scene({ asked: false }), ACT)
		tip.clear()
		expect(document.activeElement).toBe(document.body)
	})
})

describe('keys', () => {
	it('close what is shown now, and nothing that was shown before', async () => {
		const [first, second] = [vi.fn(), vi.fn()]
		await tip.put(scene({ close: first }), ACT)
		await tip.put(scene({ close: second }), ACT)
		press('Escape')
		tip.clear()
		press('Escape', document.body)
		expect(first).not.toHaveBeenCalled()
		expect(second).toHaveBeenCalledTimes(1)
	})

	it('go back and forth between tip and target', async () => {
		await tip.put(scene(), ACT)
		press('F6')
		expect(document.activeElement).toBe(find('.t'))
		press('F6')
		expect(document.activeElement).toBe(heading())
	})
})

describe('focusTarget', () => {
	it('scrolls to the target and focuses it', async () => {
		await tip.put(scene(), ACT)
		tip.focusTarget()
		expect(document.activeElement).toBe(find('.t'))
		expect(HTMLElement.prototype.scrollIntoView).toHaveBeenCalled()
	})

	it('does nothing without target', async () => {
		await tip.put(scene(), { ...ACT, find: () => [] })
		tip.focusTarget()
		expect(document.activeElement).toBe(heading())
	})
})

describe('clear', () => {
	it('gives the focus back to what had it', async () => {
		find('.t').focus()
		await tip.put(scene(), ACT)
		find('#inside').focus()
		tip.clear()
		expect(document.activeElement).toBe(find('.t'))
	})

	it('leaves the focus with what the person uses now', async () => {
		find('.t').focus()
		await tip.put(scene(), ACT)
		find('#field').focus()
		tip.clear()
		expect(document.activeElement).toBe(find('#field'))
	})

	it('leaves nothing but the live region', async () => {
		const before = document.body.innerHTML
		await tip.put(scene(), ACT)
		tip.clear()
		expect(document.body.innerHTML).toBe(before)
	})
})
