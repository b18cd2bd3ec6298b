/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import './dock.css'

const CORNERS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const
export type Corner = typeof CORNERS[number]

interface Area { left: number, top: number, right: number, bottom: number }

/** @return how many square pixels two areas share */
export function overlap(a: Area, b: Area): number {
	const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
	const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
	return width > 0 && height > 0 ? width * height : 0
}

/**
 * Holds the tip at a corner of the window, away from what the person is using. On a phone, where a tip is as wide as
 * the window, the corners are its upper and its lower edge.
 */
export class Dock {
	private frame: HTMLElement | null = null

	/**
	 * @param avoid areas that must stay free, in pixels of the window
	 * @param isBeside whether the person is using a menu or a window, so that little room is left
	 */
	show(tip: HTMLElement, avoid: readonly Area[], isBeside: boolean): void {
		if (this.frame === null) {
			this.frame = document.createElement('div')
			this.frame.className = 'compagnon-dock'
			document.body.append(this.frame)
		}
		if (tip.parentElement !== this.frame) {
			this.frame.append(tip)
		}
		this.frame.toggleAttribute('data-beside', isBeside)
		this.frame.dataset.corner = this.freest(this.frame, avoid)
	}

	hide(): void {
		this.frame?.querySelector('.compagnon-tip')?.remove()
		this.frame?.remove()
		this.frame = null
	}

	/** The first corner where nothing is covered; else the one where least is. */
	private freest(frame: HTMLElement, avoid: readonly Area[]): Corner {
		let best: { corner: Corner, covered: number } | null = null
		for (const corner of CORNERS) {
			frame.dataset.corner = corner
			const box = frame.getBoundingClientRect()
			const covered = avoid.reduce((sum, area) => sum + overlap(box, area), 0)
			if (best === null || covered < best.covered) {
				best = { corner, covered }
			}
		}
		return best?.corner ?? 'bottom-end'
	}
}
