/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Place } from './presenter.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { IntroJsPresenter } from './introJsPresenter.ts'
import { find, layOut, put } from './testing.ts'

let presenter: IntroJsPresenter
let tip: HTMLElement

beforeEach(() => {
	document.body.innerHTML = '<main><button id="target" class="theirs">New</button></main>'
	layOut(find('#target'), [100, 100, 80, 40])
	tip = document.createElement('div')
	tip.className = 'compagnon-tip'
	tip.setAttribute('role', 'dialog')
	presenter = new IntroJsPresenter()
})
afterEach(() => presenter.hide())

const beside = (changes: Partial<Place> = {}): Place => ({ target: find('#target'), interactive: false, ...changes })
const layer = () => find('.introjs-helperLayer')
const tooltip = () => find('.introjs-tooltip')

/** intro.js fades its frame out. */
const gone = () => new Promise((resolve) => setTimeout(resolve, 320))

describe('show', () => {
	it('puts our tip, and nothing of intro.js beside it, into a frame that is nothing to screen readers', async () => {
		await presenter.show(tip, beside())
		expect(tip.parentElement).toBe(tooltip())
		expect(tooltip().getAttribute('role')).toBe('presentation')
		expect(tooltip().hasAttribute('aria-label')).toBe(false)
		expect(document.querySelectorAll('[role="dialog"]')).toHaveLength(1)
		expect(document.querySelectorAll('.introjs-tooltip')).toHaveLength(1)
		expect(document.querySelector('.introjs-tooltipbuttons, .introjs-bullets, .introjs-progress, .introjs-helperNumberLayer')).toBeNull()
	})

	it.each<[string, boolean, boolean]>([
		['dims the page around a target to look at', false, false],
		['dims nothing when the person is to use the page', true, true],
	])('%s', async (_, interactive, open) => {
		await presenter.show(tip, beside({ interactive }))
		expect(layer().classList.contains('compagnon-highlight')).toBe(true)
		expect(layer().classList.contains('compagnon-highlight--open')).toBe(open)
	})

	it('highlights nothing in the middle of the page', async () => {
		await presenter.show(tip, beside({ target: null }))
		expect(layer().classList.contains('compagnon-highlight--none')).toBe(true)
		expect(tip.isConnected).toBe(true)
	})

	it('highlights without a tip', async () => {
		await presenter.show(null, beside({ interactive: true }))
		expect(layer().isConnected).toBe(true)
		expect(tooltip().hidden).toBe(true)
	})

	it('never parses what is written on the page as a tour', async () => {
		put('<p data-intro="<img src=x onerror=alert(1)>" data-step="1"></p>')
		await presenter.show(tip, beside())
		await presenter.show(tip, beside({ target: null }))
		expect(document.querySelector('img')).toBeNull()
	})

	it('shows the later of two, once', async () => {
		const other = put('<button id="other" data-box="300 300 40 40"></button>').firstElementChild as HTMLElement
		await Promise.all([presenter.show(tip, beside()), presenter.show(tip, beside({ target: other }))])
		await gone()
		expect(document.querySelectorAll('.introjs-tour')).toHaveLength(1)
		expect(tip.closest('.introjs-tour')).not.toBeNull()
		expect(find('#target').className).toBe('theirs')
	})

	it('replaces a tip that stands', async () => {
		await presenter.show(tip, beside())
		await presenter.show(tip, beside({ target: null }))
		await gone()
		expect(document.querySelectorAll('.introjs-tour')).toHaveLength(1)
		expect(tip.parentElement).toBe(tooltip())
	})
})

describe('where there is room', () => {
	it.each<[string, [number, number, number, number], boolean, boolean]>([
		['a small target at the top', [100, 100, 80, 40], false, false],
		['a small target at the bottom', [100, 700, 80, 40], true, false],
		['a list that fills the page', [0, 50, 1024, 700], false, true],
		['a panel at the side', [0, 0, 300, 768], false, false],
	])('%s', async (_, box, high, corner) => {
		const measure = HTMLElement.prototype.getBoundingClientRect
		HTMLElement.prototype.getBoundingClientRect = function() {
			return this.matches('.introjs-tooltip') ? new DOMRect(0, 0, 400, 250) : measure.call(this)
		}
		layOut(find('#target'), box)
		await presenter.show(tip, beside())
		HTMLElement.prototype.getBoundingClientRect = measure
		expect(tooltip().hasAttribute('data-high')).toBe(high)
		expect(tooltip().hasAttribute('data-corner')).toBe(corner)
	})
})

describe('refresh', () => {
	it('keeps the tip, and follows the target', async () => {
		await presenter.show(tip, beside())
		layOut(find('#target'), [400, 500, 80, 40])
		presenter.refresh()
		await new Promise((resolve) => setTimeout(resolve, 50))
		expect(tip.parentElement).toBe(tooltip())
		expect(layer().style.top).toBe('497px')
		expect(layer().style.left).toBe('397px')
	})

	it('does nothing when nothing is shown', () => {
		expect(() => presenter.refresh()).not.toThrow()
	})
})

describe('hide', () => {
	/** What a page looks like to somebody who compares. */
	const snapshot = () => document.body.innerHTML

	it.each<[string, (tip: HTMLElement) => Promise<void>]>([
		['a target', (tip) => presenter.show(tip, beside())],
		['the middle', (tip) => presenter.show(tip, beside({ target: null }))],
		['a highlight alone', () => presenter.show(null, beside({ interactive: true }))],
	])('leaves the page as it was: %s', async (_, show) => {
		const before = snapshot()
		const added = vi.spyOn(window, 'addEventListener')
		const removed = vi.spyOn(window, 'removeEventListener')
		await show(tip)
		expect(snapshot()).not.toBe(before)
		presenter.hide()
		expect(tip.parentElement).toBeNull()
		await gone()
		expect(snapshot()).toBe(before)
		expect(removed.mock.calls.map(([type]) => type).sort()).toEqual(added.mock.calls.map(([type]) => type).sort())
		vi.restoreAllMocks()
	})

	it('leaves the page as it was when the tip was still on its way', async () => {
		const before = snapshot()
		const shown = presenter.show(tip, beside())
		presenter.hide()
		await shown
		await gone()
		expect(snapshot()).toBe(before)
		expect(tip.parentElement).toBeNull()
	})

	it('leaves the page as it was when it is hidden between its two drawings', async () => {
		const before = snapshot()
		const shown = presenter.show(tip, beside())
		await new Promise((resolve) => setTimeout(resolve))
		presenter.hide()
		await shown
		await gone()
		expect(snapshot()).toBe(before)
	})

	it('listens to no keys of the page', async () => {
		await presenter.show(tip, beside())
		for (const key of ['Enter', 'Escape', 'ArrowRight', 'ArrowLeft']) {
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }))
		}
		find('.introjs-overlay').click()
		await gone()
		expect(tip.parentElement).toBe(tooltip())
	})
})
