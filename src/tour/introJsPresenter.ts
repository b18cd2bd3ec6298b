/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Place, Presenter } from './presenter.ts'

import introJs from 'intro.js'

import 'intro.js/introjs.css'
import './presenter.css'

/**
 * intro.js as a mere presenter: a new tour of one step each time, without its keys, buttons, scrolling and HTML, all of
 * which are unsafe on Nextcloud's pages. The tip is our own element inside its tooltip.
 */
const OPTIONS = {
	showButtons: false,
	showBullets: false,
	showProgress: false,
	showStepNumbers: false,
	keyboardNavigation: false,
	exitOnEsc: false,
	exitOnOverlayClick: false,
	scrollToElement: false,
	tooltipRenderAsHtml: false,
	autoPosition: true,
	helperElementPadding: 6,
	tooltipClass: 'compagnon-tooltip',
}

/** Room that a tip needs around itself; pixels. */
const MARGIN = 24

function highlightClass({ target, interactive, above = false }: Place): string {
	if (target === null) {
		return 'compagnon-highlight compagnon-highlight--none'
	}
	if (above) {
		return 'compagnon-highlight compagnon-highlight--open compagnon-highlight--above'
	}
	return interactive ? 'compagnon-highlight compagnon-highlight--open' : 'compagnon-highlight'
}

const task = () => new Promise((resolve) => setTimeout(resolve))

export class IntroJsPresenter implements Presenter {
	private tour: ReturnType<typeof introJs.tour> | null = null

	/** Counts up, so that a tip that was replaced while it was being shown stays away. */
	private turn = 0

	async show(tip: HTMLElement | null, place: Place): Promise<void> {
		this.hide()
		const turn = this.turn
		const tour = introJs.tour()
		tour.setOptions({
			...OPTIONS,
			highlightClass: highlightClass(place),
			steps: [place.target === null ? { intro: ' ' } : { element: place.target, intro: ' ' }],
		})
		await tour.start()
		if (turn !== this.turn) {
			// intro.js cannot be stopped while it starts.
			void tour.exit(true)
			return
		}
		this.tour = tour
		// intro.js draws everything twice: at once, and again in the task after that.
		await task()
		const tooltip = this.tooltip
		if (turn !== this.turn || tooltip === null) {
			return
		}
		// The dialog is our tip, which has a name and a description; intro.js' frame around it is nothing.
		tooltip.removeAttribute('aria-label')
		tooltip.setAttribute('role', 'presentation')
		if (tip === null) {
			tooltip.hidden = true
			return
		}
		// Before the next task, in which it measures the tooltip to place it.
		tooltip.append(tip)
		this.settle(tooltip, place.target)
		await task()
	}

	private get tooltip(): HTMLElement | null {
		return document.querySelector('.introjs-tooltip.compagnon-tooltip')
	}

	/**
	 * Puts the tip where it can be read: on a phone as a sheet at the lower edge, or at the upper one when the target is
	 * down there; in a corner when there is no room beside a large target.
	 */
	private settle(tooltip: HTMLElement, target: HTMLElement | null): void {
		const area = target?.getBoundingClientRect()
		const { height, width } = tooltip.getBoundingClientRect()
		const isLow = area !== undefined && area.top > window.innerHeight / 2
		const hasRoom = area === undefined
			|| Math.max(area.top, window.innerHeight - area.bottom) > height + MARGIN
			|| Math.max(area.left, window.innerWidth - area.right) > width + MARGIN
		// Not classes: intro.js writes those anew when it has measured.
		tooltip.toggleAttribute('data-high', isLow)
		tooltip.toggleAttribute('data-corner', !hasRoom)
	}

	refresh(): void {
		this.tour?.refresh()
	}

	hide(): void {
		this.turn++
		this.tooltip?.querySelector('.compagnon-tip')?.remove()
		this.tour?.exit(true)
		this.tour = null
	}
}
