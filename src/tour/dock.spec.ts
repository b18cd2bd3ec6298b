/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Corner } from './dock.ts'
import type { Box } from './testing.ts'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Dock, overlap } from './dock.ts'
import { put } from './testing.ts'

const area = (...[left, top, width, height]: Box) => new DOMRect(left, top, width, height)

describe('overlap', () => {
	it.each<[string, Box, Box, number]>([
		['apart', [0, 0, 10, 10], [20, 20, 5, 5], 0],
		['side by side', [0, 0, 10, 10], [10, 0, 10, 10], 0],
		['beside and above', [0, 0, 10, 10], [2, -20, 4, 10], 0],
		['crossing', [0, 0, 10, 10], [6, 7, 10, 10], 12],
		['inside', [0, 0, 10, 10], [2, 3, 4, 5], 20],
	])('%s', (_, one, other, pixels) => {
		expect(overlap(area(...one), area(...other))).toBe(pixels)
		expect(overlap(area(...other), area(...one))).toBe(pixels)
	})
})

describe('Dock', () => {
	const SIZES: Record<string, [number, number]> = { full: [400, 300], narrow: [300, 200], heading: [300, 50], away: [0, 0] }
	let dock: Dock
	let tip: HTMLElement

	/** The frame is laid out as the style sheet does it, in a window of 1024 by 768. */
	function frameBox(this: HTMLElement): DOMRect {
		const [width, height] = SIZES[this.dataset.size ?? '']!
		const corner = this.dataset.corner as Corner
		return area(corner.endsWith('end') ? 1024 - width : 0, ({ bottom: 768 - height, middle: (768 - height) / 2, top: 0 })[corner.split('-')[0]!]!, width, height)
	}

	const measure = HTMLElement.prototype.getBoundingClientRect
	const frame = () => tip.parentElement!

	beforeEach(() => {
		document.body.innerHTML = ''
		HTMLElement.prototype.getBoundingClientRect = function() {
			return this.matches('.compagnon-dock') ? frameBox.call(this) : measure.call(this)
		}
		dock = new Dock()
		tip = put('<div class="compagnon-tip"></div>').querySelector<HTMLElement>('.compagnon-tip')!
	})
	afterEach(() => {
		HTMLElement.prototype.getBoundingClientRect = measure
	})

	it.each<[string, Box[], Corner, string]>([
		['at the lower end when all is free', [], 'bottom-end', 'full'],
		['at the other side of a panel', [[700, 0, 324, 768]], 'bottom-start', 'full'],
		['above a sheet at the lower edge', [[0, 500, 1024, 268]], 'top-end', 'full'],
		['in the one corner that is left', [[700, 0, 324, 768], [0, 500, 700, 268]], 'top-start', 'full'],
		['smaller where the whole tip would cover something', [[0, 0, 1024, 550]], 'bottom-end', 'narrow'],
		['as its heading where there is hardly any room', [[0, 60, 1024, 640]], 'bottom-end', 'heading'],
		['where it covers least when everything is taken', [[0, 0, 1024, 740]], 'bottom-end', 'heading'],
	])('%s', (_, avoid, corner, size) => {
		dock.show(tip, avoid.map((box) => area(...box)))
		expect(frame().dataset).toMatchObject({ corner, size })
	})

	it('is away for a while rather than over a window that takes the whole screen, when it may', () => {
		dock.show(tip, [area(0, 0, 1024, 768)])
		expect(frame().dataset.size).toBe('heading')
		dock.show(tip, [area(0, 0, 1024, 768)], true)
		expect(frame().dataset.size).toBe('away')
		dock.show(tip, [area(0, 0, 1024, 550)], true)
		expect(frame().dataset.size).toBe('narrow')
	})

	it('says whether anything is covered', () => {
		expect(dock.show(tip, [area(0, 0, 1024, 550)])).toBe(true)
		expect(dock.show(tip, [area(0, 0, 1024, 768)])).toBe(false)
		expect(dock.show(tip, [area(0, 0, 1024, 768)], true)).toBe(false)
	})

	it.each([
		['shrinks over a window while the person uses it', false, 'heading'],
		['stays readable over a window where the person only reads', true, 'narrow'],
	])('%s', (_, whole, size) => {
		dock.showOver(tip, area(0, 0, 1024, 768), [], whole)
		expect(frame().dataset.size).toBe(size)
	})

	it('rather lies over much of a window than over what the tip is about', () => {
		dock.showOver(tip, area(0, 700, 1024, 20), [area(0, 0, 1024, 600)], true)
		expect(frame().dataset.corner).not.toMatch(/^bottom/)
	})

	it('stands between the field and the button of a window', () => {
		dock.showOver(tip, area(0, 60, 1024, 40), [area(0, 700, 1024, 40)], false)
		expect(frame().dataset).toMatchObject({ corner: 'middle-end', size: 'full' })
	})

	it('moves and grows back when there is room again', () => {
		dock.show(tip, [area(0, 0, 1024, 550)])
		dock.show(tip, [])
		expect(frame().dataset).toMatchObject({ corner: 'bottom-end', size: 'full' })
		expect(document.querySelectorAll('.compagnon-dock')).toHaveLength(1)
	})

	it('leaves nothing behind', () => {
		dock.show(tip, [])
		dock.hide()
		expect(tip.parentElement).toBeNull()
		expect(document.querySelector('.compagnon-dock')).toBeNull()
		dock.hide()
		dock.show(tip, [])
		expect(frame().isConnected).toBe(true)
	})
})
