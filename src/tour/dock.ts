/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import './dock.css'

const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const
/** Over a window, there is often more room between its fields and its buttons. */
const PLACES = [...CORNERS, 'middle-end', 'middle-start'] as const
export type Corner = typeof PLACES[number]

interface Area { left: number, top: number, right: number, bottom: number }

/** @return how many square pixels two areas share */
export function overlap(a: Area, b: Area): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
	return width > 0 && height > 0 ? width * height : 0
}

/** How much worse it is to cover what a tip is about than to cover anything else. */
const TARGET_COUNTS = 100

/** From the whole tip to none at all; each is tried until nothing is covered. */
const SIZES = ['full', 'narrow', 'heading', 'away'] as const

/**
 * Holds the tip at a corner of the window, away from what the person is using, and makes it smaller when it would lie
 * over that. On a phone, where a tip is as wide as the window, the corners are its upper and its lower edge.
 */
export class Dock {
	private frame: HTMLElement | null = null

	/**
	 * @param avoid areas that should stay free, in pixels of the window
	 * @param mayVanish whether it is better to be away for a while than to cover one of them: on a phone, a window
	 *                  takes the whole screen
	 * @return whether nothing is covered by a tip that can be seen
	 */
	show(tip: HTMLElement, avoid: readonly Area[], mayVanish = false): boolean {
		return this.fit(tip, avoid, mayVanish ? SIZES : SIZES.slice(0, -1))
	}

	/**
	 * Lies over a window that leaves no room beside it, as far as can be over nothing that is used in it.
	 *
	 * @param target what it is about, which counts far more than the rest
	 * @param avoid areas that should stay free, in pixels of the window
	 * @param whole whether the words have to be read now, so that the tip does not shrink to its heading
	 */
	showOver(tip: HTMLElement, target: Area, avoid: readonly Area[], whole: boolean): void {
		this.fit(tip, avoid, SIZES.slice(0, whole ? 2 : 3), target)
	}

	private fit(tip: HTMLElement, avoid: readonly Area[], sizes: readonly string[], target?: Area): boolean {
		if (this.frame === null) {
			this.frame = document.createElement('div')
			this.frame.className = 'compagnon-dock'
			document.body.append(this.frame)
		}
		if (tip.parentElement !== this.frame) {
			this.frame.append(tip)
		}
		for (const size of sizes) {
			this.frame.dataset.size = size
			if (this.toFreestCorner(this.frame, avoid, target) === 0) {
				return size !== 'away'
			}
		}
		return false
	}

	hide(): void {
		this.frame?.querySelector('.compagnon-tip')?.remove()
		this.frame?.remove()
		this.frame = null
	}

	/** @return how many square pixels are covered all the same */
	private toFreestCorner(frame: HTMLElement, avoid: readonly Area[], target?: Area): number {
		const found = (target === undefined ? CORNERS : PLACES).map((corner) => {
			frame.dataset.corner = corner
			const box = frame.getBoundingClientRect()
			const worst = target === undefined ? 0 : TARGET_COUNTS * overlap(box, target)
			return { corner, covered: avoid.reduce((sum, area) => sum + overlap(box, area), worst) }
		})
		const best = found.reduce((one, other) => other.covered < one.covered ? other : one)
		frame.dataset.corner = best.corner
		return best.covered
	}
}
