/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Presenter } from './presenter.ts'

import { Dock } from './dock.ts'
import { isClearOfSides, isInOpened, openAreas, openControls, OWN } from './obstacles.ts'

/** What is on the stage. */
export interface Act {
	/**
	 * Looks for the target, anew each time: pages replace their elements. First the target, then its equals that the
	 * person may use as well; empty when there is none to show.
	 */
	find: () => HTMLElement[]
	/** Whether the person is to use the page now. */
	interactive: boolean
	/** Whether a tip without target stands in the middle of the page rather than in a corner. */
	centred: boolean
	/** Whether there is something else of ours on the page, which the tip makes room for. */
	yields?: () => boolean
	/** Is told beside what the tip stands. */
	placed?: (target: HTMLElement | null) => void
}

/** What slides in or out changes its place without changing anything that is watched. */
const MOTIONS = ['transitionend', 'transitioncancel', 'animationend', 'animationcancel'] as const

/**
 * Keeps the tip where it helps: beside its target, in the middle of the page, or in a free corner while the person has a
 * menu or a window open. Follows a target that moves, is replaced or goes away.
 */
export class Stage {
	private readonly dock = new Dock()
	private act: Act | null = null
	private target: HTMLElement | null = null
	private where: 'target' | 'middle' | 'aside' | 'inside' | 'beside' | 'dock' | null = null
	/** What had the focus in the tip when that was taken off the page, to be shown elsewhere in a moment. */
	private focused: HTMLElement | null = null
	private pending = 0
	private readonly changes = new MutationObserver((records) => {
		if (records.some(({ target }) => !(target instanceof Element) || target.closest(OWN) === null)) {
			this.soon()
		}
	})

	/** @param tip our element, with the class of OWN */
	constructor(
		private readonly tip: HTMLElement,
		private readonly presenter: Presenter,
	) {}

	/** Shows the tip; resolves when it is on the screen. */
	async show(act: Act): Promise<void> {
		this.act = act
		this.where = null
		this.watch()
		await this.place()
	}

	/** Takes everything off the page. */
	hide(): void {
		this.act = null
		this.where = null
		this.target = null
		this.focused = null
		cancelAnimationFrame(this.pending)
		this.changes.disconnect()
		window.removeEventListener('scroll', this.follow, true)
		window.removeEventListener('resize', this.soon)
		MOTIONS.forEach((motion) => document.removeEventListener(motion, this.settled))
		this.presenter.hide()
		this.dock.hide()
	}

	/** The element that the tip stands beside, if any. */
	get shown(): HTMLElement | null {
		return this.target
	}

	/** Looks again where the tip belongs. */
	update(): void {
		this.soon()
	}

	private watch(): void {
		this.changes.observe(document.body, {
			attributes: true,
			attributeFilter: ['class', 'style', 'hidden', 'open', 'inert', 'aria-hidden'],
			childList: true,
			subtree: true,
		})
		window.addEventListener('scroll', this.follow, true)
		window.addEventListener('resize', this.soon)
		MOTIONS.forEach((motion) => document.addEventListener(motion, this.settled))
	}

	private readonly follow = () => {
		if (this.where !== 'dock' && this.where !== 'middle') {
			this.presenter.refresh()
		}
	}

	private readonly soon = () => {
		cancelAnimationFrame(this.pending)
		this.pending = requestAnimationFrame(() => void this.place())
	}

	private readonly settled = ({ target }: Event) => {
		if (target instanceof Element && target.closest(OWN) === null) {
			this.soon()
		}
	}

	private async place(): Promise<void> {
		const act = this.act
		if (act === null) {
			return
		}
		if (act.yields?.() === true) {
			this.where = null
			this.dock.hide()
			return
		}
		const areas = openAreas()
		const targets = act.find()
		const target = targets[0] ?? null
		const wanted = this.wanted(act, targets, areas)
		act.placed?.(target)
		if (wanted === 'dock') {
			this.toDock(target, areas)
		} else if ((wanted === 'inside' || wanted === 'beside') && target !== null) {
			await this.toOpened(wanted, target, areas, act)
		} else if (wanted !== this.where || target !== this.target) {
			await (wanted === 'aside' ? this.toAside(targets) : this.toTarget(target, act))
		} else {
			this.follow()
		}
	}

	private wanted(act: Act, targets: HTMLElement[], areas: DOMRect[]) {
		if (areas.length > 0) {
			return targets[0] === undefined ? 'dock' : this.whileOpen(targets[0])
		}
		if (targets.length === 0 && !act.centred) {
			return 'dock'
		}
		if (targets.length === 0) {
			return 'middle'
		}
		return act.interactive && targets.length > 1 ? 'aside' : 'target'
	}

	/** What is pointed at may be in the menu or window itself, or on the page beside a panel, which covers and dims nothing. */
	private whileOpen(target: HTMLElement) {
		if (isInOpened(target)) {
			return 'inside'
		}
		return isClearOfSides(target) ? 'beside' : 'dock'
	}

	/** Out of the way of menus and windows, without any highlight. */
	private toDock(target: HTMLElement | null, areas: DOMRect[]): void {
		this.where = 'dock'
		this.target = target
		this.keepingFocus(() => {
			this.presenter.hide()
			this.dock.show(this.tip, target === null ? areas : [...areas, target.getBoundingClientRect()], areas.length > 0)
		})
	}

	/** The target is highlighted, but the tip stands away from it, for it would lie over the target's equals. */
	private async toAside(targets: HTMLElement[]): Promise<void> {
		this.where = 'aside'
		this.target = targets[0] ?? null
		this.target?.scrollIntoView({ block: 'nearest' })
		this.keepingFocus(() => {
			this.presenter.hide()
			this.dock.show(this.tip, targets.map((target) => target.getBoundingClientRect()))
		})
		await this.presenter.show(null, { target: this.target, interactive: true })
	}

	/**
	 * The target is in a menu, window or panel, or beside a panel: highlighted, and the tip keeps out of the way of both.
	 * Where there is no room beside them, as on a phone, it lies over what is not used there.
	 */
	private async toOpened(where: 'inside' | 'beside', target: HTMLElement, areas: DOMRect[], { interactive }: Act): Promise<void> {
		const isNew = this.where !== where || target !== this.target
		this.where = where
		this.target = target
		if (isNew) {
			target.scrollIntoView({ block: 'nearest' })
		}
		this.keepingFocus(() => {
			if (isNew) {
				this.presenter.hide()
			}
			if (where === 'beside') {
				this.dock.show(this.tip, [...areas, target.getBoundingClientRect()], true)
			} else if (!this.dock.show(this.tip, areas)) {
				this.dock.showOver(this.tip, target.getBoundingClientRect(), openControls(), !interactive)
			}
		})
		await (isNew ? this.presenter.show(null, { target, interactive: true, above: where === 'inside' }) : this.presenter.refresh())
	}

	private async toTarget(target: HTMLElement | null, act: Act): Promise<void> {
		this.where = target === null ? 'middle' : 'target'
		this.target = target
		target?.scrollIntoView({ block: 'nearest' })
		this.focused = this.focusedInside() ?? this.focused
		this.dock.hide()
		await this.presenter.show(this.tip, { target, interactive: act.interactive })
		if (this.tip.isConnected) {
			this.giveFocusBack()
		}
	}

	/** Not when the person has put it elsewhere meanwhile. */
	private giveFocusBack(): void {
		if (document.activeElement === document.body) {
			this.focused?.focus({ preventScroll: true })
		}
		this.focused = null
	}

	/** Moving an element in the page takes the focus from it. */
	private keepingFocus(move: () => void): void {
		const focused = this.focusedInside()
		move()
		focused?.focus({ preventScroll: true })
	}

	private focusedInside(): HTMLElement | null {
		const focused = document.activeElement
		return focused instanceof HTMLElement && this.tip.contains(focused) ? focused : null
	}
}
