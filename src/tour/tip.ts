/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { View } from './frame.ts'
import type { Presenter } from './presenter.ts'
import type { Act } from './stage.ts'

import { nothing, render } from 'lit-html'
import { Announcer } from './announcer.ts'
import { focusTarget, listenToKeys } from './keys.ts'
import { hasWindow, isTyping } from './obstacles.ts'
import { Stage } from './stage.ts'

import './tip.css'

/** What the tip says. */
export interface Scene {
	/** Draws it as things stand now. */
	view: () => View
	/** What Escape does. */
	close: () => void
	/** Whether the person asked for this, so that the focus may go there. */
	asked: boolean
}

/** The one tip on the page: a dialog that leaves the page usable, with its place, its keys and its voice. */
export class Tip {
	private readonly element = document.createElement('div')
	private readonly stage: Stage
	private readonly announcer = new Announcer()
	private scene: Scene | null = null
	private stopKeys: (() => void) | null = null
	/** What had the focus before the tip took it. */
	private before: HTMLElement | null = null

	constructor(presenter: Presenter) {
		this.element.className = 'compagnon-tip'
		this.element.setAttribute('role', 'dialog')
		this.element.setAttribute('aria-modal', 'false')
		this.element.setAttribute('aria-labelledby', 'compagnon-tip-heading')
		this.element.setAttribute('aria-describedby', 'compagnon-tip-text')
		this.stage = new Stage(this.element, presenter)
	}

	/** The element that the tip stands beside, if any. */
	get target(): HTMLElement | null {
		return this.stage.shown
	}

	/** Shows a scene; resolves when it is on the screen. */
	async put(scene: Scene, act: Act): Promise<void> {
		this.scene = scene
		this.stopKeys ??= listenToKeys({
			tip: this.element,
			target: () => this.target,
			focusTip: () => this.focus(),
			close: () => this.scene?.close(),
		})
		this.draw()
		await this.stage.show(act)
		if (this.scene === scene && scene.asked && !hasWindow() && !isTyping()) {
			this.focus()
		}
	}

	/** What the scene shows has changed. */
	draw(): void {
		render(this.scene?.view() ?? nothing, this.element)
	}

	/** Looks again where the tip belongs. */
	update(): void {
		this.stage.update()
	}

	say(sentence: string): void {
		this.announcer.say(sentence)
	}

	focusTarget(): void {
		if (this.target !== null) {
			this.target.scrollIntoView({ block: 'nearest' })
			focusTarget(this.target)
		}
	}

	/** Takes the tip off the page and gives the focus back. */
	clear(): void {
		// A button that vanishes with its step leaves the focus on the page as a whole.
		const hadFocus = this.element.contains(document.activeElement) || document.activeElement === document.body
		this.stopKeys?.()
		this.stopKeys = null
		this.stage.hide()
		this.scene = null
		this.draw()
		if (hadFocus && this.before?.isConnected === true) {
			this.before.focus()
		}
		this.before = null
	}

	private focus(): void {
		const focused = document.activeElement
		if (focused instanceof HTMLElement && focused !== document.body && !this.element.contains(focused)) {
			this.before = focused
		}
		this.element.querySelector<HTMLElement>('#compagnon-tip-heading')?.focus({ preventScroll: true })
	}
}
