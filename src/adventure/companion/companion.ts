/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { OpenQuest } from '../api.ts'
import type { Move } from '../engine/types.ts'
import type { Settled } from '../outbox.ts'

import { render } from 'lit-html'
import { ApiError } from '../../shared/api.ts'
import { t } from '../../shared/l10n.ts'
import { sentenceOf } from '../../shared/sentenceOf.ts'
import { Announcer } from '../../tour/announcer.ts'
import { FactWatch } from '../../tour/factWatch.ts'
import { listenToKeys } from '../../tour/keys.ts'
import { observable } from '../../tour/observable.ts'
import { OWN } from '../../tour/obstacles.ts'
import { Stage } from '../../tour/stage.ts'
import { Tabs } from '../../tour/tabs.ts'
import { gameOf, stories } from '../api.ts'
import { Outbox } from '../outbox.ts'
import { gamesChannel } from '../told.ts'
import { companionView } from './companionView.ts'
import { isFolded, isPhone, rememberBegun, rememberFold, wasTold, wish } from './session.ts'

import '../../tour/tip.css'
import './companion.css'

/** What the companion shows. */
export interface Shown {
	open: OpenQuest
	is: 'open' | 'done' | 'skipped' | 'aside'
	folded: boolean
	/** The last try was something else. */
	missed: boolean
	/** What is told besides; empty otherwise. */
	note: string
	busy: boolean
}

/** It lies in a corner and highlights nothing. */
const NO_HIGHLIGHT = { show: async () => {}, refresh: () => {}, hide: () => {} }

/** With these a person begins to work on the page. */
const WORK = ['pointerdown', 'keydown'] as const

/** Keys that lead to it, close it, or do nothing alone. */
const IDLE_KEYS = ['F6', 'Escape', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta']

/** A tip of a tour, or of a proposal. */
const TOURS = '.compagnon-tip:not(.compagnon-companion), .introjs-tour'

/** The open quest, in a corner of the page on which it is done: what to do, how, and whether it is done. */
export class Companion {
	private readonly element = document.createElement('section')
	private readonly stage = new Stage(this.element, NO_HIGHLIGHT)
	private readonly announcer = new Announcer()
	private readonly shown: Shown
	private readonly outbox: Outbox
	private readonly tabs = new Tabs<{ story: string }>(() => void this.follow(), gamesChannel)
	private readonly stopKeys: () => void
	private watch: FactWatch | null = null
	private left = false

	/**
	 * @param label name of the region
	 * @param list the list of files that the page has told of last
	 */
	constructor(open: OpenQuest, label: string, private readonly list: () => unknown) {
		this.element.className = 'compagnon-tip compagnon-companion'
		this.element.setAttribute('aria-label', label)
		this.shown = observable<Shown>({ open, is: 'open', folded: isFolded(open.quest.id), missed: false, note: '', busy: false }, () => this.draw())
		this.outbox = new Outbox(open.story, (outcome) => this.settle(outcome))
		this.stopKeys = listenToKeys({
			tip: this.element,
			target: () => null,
			focusTip: () => this.focus(),
			close: () => this.fold(true),
			canClose: () => this.element.isConnected && !this.shown.folded,
		})
	}

	/** Resolves when it is on the page. */
	async show(): Promise<void> {
		WORK.forEach((type) => document.addEventListener(type, this.standBack, true))
		this.draw()
		this.look()
		await this.stage.show({
			find: () => [],
			interactive: true,
			centred: false,
			yields: () => document.querySelector(TOURS) !== null,
		})
		const { open: { quest } } = this.shown
		if (!wasTold(quest.id)) {
			this.announcer.say(t('A quest is open: {title}. The key F6 goes there.', { title: quest.title }))
		}
	}

	/** Takes it off the page. */
	leave(): void {
		const { activeElement } = document
		const hadFocus = this.element.contains(activeElement)
		this.left = true
		WORK.forEach((type) => document.removeEventListener(type, this.standBack, true))
		this.watch?.stop()
		this.outbox.stop()
		this.tabs.close()
		this.stopKeys()
		this.stage.hide()
		if (hadFocus) {
			(activeElement as HTMLElement).blur()
		}
	}

	private get level() {
		const { quest, level } = this.shown.open
		return quest[level] ?? quest.essential
	}

	private draw(): void {
		render(companionView(this.shown, this.level, {
			fold: (folded) => this.fold(folded),
			close: () => void this.put({ kind: 'close', quest: this.shown.open.quest.id }),
			skip: () => void this.put({ kind: 'skip', quest: this.shown.open.quest.id }),
			declare: () => void this.put({ kind: 'declare', quest: this.shown.open.quest.id, level: this.shown.open.level }),
			help: () => void this.help(),
			leave: () => this.leave(),
		}), this.element)
		this.stage.update()
	}

	private fold(folded: boolean): void {
		const hadFocus = this.element.contains(document.activeElement)
		rememberFold(folded)
		this.shown.folded = folded
		this.draw()
		if (hadFocus) {
			this.element.querySelector<HTMLElement>('.companion__fold')?.focus({ preventScroll: true })
		}
	}

	/** What has been read gets out of the way of the page, unless the person wants it open. */
	private readonly standBack = (event: Event) => {
		const isOurs = event.target instanceof Element && event.target.closest(OWN) !== null
		const isIdle = event instanceof KeyboardEvent && IDLE_KEYS.includes(event.key)
		if (this.shown.is === 'open' && wish() === null && !isOurs && !isIdle) {
			rememberBegun(this.shown.open.quest.id)
			this.shown.folded = true
		}
	}

	private focus(): void {
		const goal = this.element.querySelector<HTMLElement>('.tip-frame__heading') ?? this.element.querySelector<HTMLElement>('.companion__fold')
		goal?.focus({ preventScroll: true })
	}

	/** Watches for what proves the quest. */
	private look(): void {
		this.watch?.stop()
		const { proof } = this.level
		this.watch = !this.left && 'fact' in proof ? new FactWatch(proof.signals ?? [], () => this.ask(), () => this.finish(), () => this.hint(), this.list()) : null
	}

	private async ask(): Promise<boolean> {
		const { open } = this.shown
		try {
			const { holds, game } = await stories.check(open.story, open.number, open.quest.id, open.level)
			this.shown.note = ''
			if (this.shown.open === open) {
				this.shown.open = { ...open, number: game.number }
			}
			return holds
		} catch (error) {
			if (gameOf(error) !== null) {
				await this.follow()
			} else if (error instanceof ApiError) {
				this.shown.note = error.status === 0
					? t('There is no connection at the moment. Go on as you like: this is looked at again by itself.')
					: error.message
			}
			throw error
		}
	}

	private finish(): void {
		this.watch?.stop()
		Object.assign(this.shown, { is: 'done', note: '', missed: false })
		this.announcer.say(`${t('Done!')} ${this.level.done}`)
		this.tell()
	}

	private hint(): void {
		this.shown.missed = true
		this.shown.folded = wish() ?? isPhone()
		this.announcer.say(`${t('Not quite yet.')} ${this.level.hint}`)
	}

	/** What the person says of the quest. Kept on this device while it cannot be stored. */
	private async put(move: Extract<Move, { quest: string }>): Promise<void> {
		const { open } = this.shown
		if (this.shown.busy) {
			return
		}
		this.shown.busy = true
		this.watch?.stop()
		try {
			await stories.move(open.story, open.number, move)
			this.tell()
			this.accept(move)
		} catch (error) {
			if (error instanceof ApiError && error.passing) {
				this.outbox.keep(open.number, move)
				this.accept(move)
				this.shown.note = t('There is no connection at the moment. This is kept on this device and sent later.')
			} else if (gameOf(error) !== null) {
				await this.follow()
				this.look()
			} else {
				this.shown.note = sentenceOf(error)
				this.look()
			}
		} finally {
			this.shown.busy = false
		}
	}

	private accept({ kind }: Move): void {
		if (kind === 'declare') {
			this.finish()
			return
		}
		this.shown.is = kind === 'skip' ? 'skipped' : 'aside'
		this.draw()
		this.focus()
	}

	/** The tour that helps; it takes the place of this, which comes back after it. */
	private async help(): Promise<void> {
		const { quest: { tour } } = this.shown.open
		if (tour !== undefined && !this.shown.busy) {
			this.shown.busy = true
			try {
				const { play } = await import('../../tour/play.ts')
				await play(tour, { again: true })
			} catch (error) {
				this.shown.note = sentenceOf(error)
			} finally {
				this.shown.busy = false
			}
		}
	}

	/** The game went on in another window: shows what is open now. */
	private async follow(): Promise<void> {
		if (this.shown.is !== 'open') {
			return
		}
		const open = await stories.open().catch(() => undefined)
		if (open === null) {
			this.leave()
		} else if (open !== undefined) {
			const isSame = open.quest.id === this.shown.open.quest.id && open.level === this.shown.open.level
			this.shown.open = open
			if (!isSame) {
				Object.assign(this.shown, { missed: false, folded: isFolded(open.quest.id) })
				this.look()
			}
		}
	}

	private settle(outcome: Settled): void {
		this.shown.note = 'refused' in outcome ? outcome.refused.message : ''
		this.tell()
	}

	private tell(): void {
		this.tabs.tell({ story: this.shown.open.story })
	}
}
