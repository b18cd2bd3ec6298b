/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress, Step, Tour } from '../shared/types.ts'
import type { EndingWatch } from './ending.ts'
import type { Unsent } from './outbox.ts'

import { api, ApiError } from '../shared/api.ts'
import { t } from '../shared/l10n.ts'
import { watchEnding } from './ending.ts'
import { observable } from './observable.ts'
import { outbox } from './outbox.ts'
import { isAt, isHere } from './page.ts'
import { Tabs } from './tabs.ts'

/** What the runner needs around it. */
export interface Surroundings {
	/** Shows the step; resolves when the tip is on the screen. */
	show: (step: Step) => Promise<void>
	/** The step is on another page: goes there when the person went on by themselves, else asks. */
	travel: (step: Step, asked: boolean) => Promise<void>
	/** The step is left, or the whole tour: `ended` says how. */
	hide: (ended: Ended) => void
	announce: (sentence: string) => void
	/** What the tip shows has changed. */
	changed: () => void
	/** What the person may click or write in, in the open step. */
	targets: () => HTMLElement[]
}

export type Ended = 'finished' | 'left' | 'elsewhere'

/** How long "C’est fait !" stays before the tour goes on; milliseconds. */
const JOY = 1400

/** Up to this width, in pixels, a window counts as a phone. */
const PHONE = 512

/**
 * Plays one tour, one step at a time. The server knows the place. A step that cannot be stored is shown all the same when
 * it is on this page; the change is kept on the device and sent later.
 */
export class TourRunner {
	private watch: EndingWatch = { stop: () => {} }
	private ended = false
	private readonly tabs = new Tabs((progress) => this.follow(progress))

	/** With those of its steps that are for a window like this one. */
	readonly tour: Tour

	/** What the tip shows. */
	readonly view = observable({
		stepId: '',
		/** The words that say where the target is are needed. */
		lost: false,
		/** The target is on the page. */
		reachable: false,
		/** What the step waits for has just come true. */
		done: false,
		/** What the step waits for was true before. */
		already: false,
		busy: false,
		/** The place is kept on this device, until it can be stored. */
		unsent: false,
		/** A sentence for the person about something that failed. */
		trouble: '',
		/** A sentence about the words to tell somebody, when they were copied. */
		copied: '',
	}, () => this.ended || this.around.changed())

	/** @param progress of a running tour */
	constructor(
		tour: Tour,
		private progress: Progress,
		private readonly around: Surroundings,
	) {
		const device = window.innerWidth > PHONE ? 'wide' : 'phone'
		const steps = tour.steps.filter((step) => step.device === null || step.device === device)
		this.tour = steps.length === 0 ? tour : { ...tour, steps }
		this.view.stepId = this.nearest(tour, progress.step)
		this.tabs.tell(progress)
	}

	get index(): number {
		return this.tour.steps.findIndex(({ id }) => id === this.view.stepId)
	}

	get step(): Step {
		return this.tour.steps[this.index] ?? this.tour.steps[0]!
	}

	get isLast(): boolean {
		return this.index === this.tour.steps.length - 1
	}

	/** Whether the step waits for the person to do something that they may do. */
	get isDoing(): boolean {
		return this.step.ends.on !== 'next' && this.step.allowed && !this.view.already
	}

	/**
	 * Shows the open step.
	 *
	 * @param asked whether the person has just gone on by themselves
	 */
	async open(asked = false): Promise<void> {
		this.clean()
		const { step } = this
		if (step.ends.on === 'page' && isAt(step.ends.path ?? '')) {
			// The click that led here may have taken the page away before it could be told.
			return this.next()
		}
		return this.show(step, asked)
	}

	next(): Promise<void> {
		const step = this.tour.steps[this.index + 1]
		return step === undefined ? this.finish() : this.move(step, () => this.open(true))
	}

	back(): Promise<void> {
		const step = this.tour.steps[this.index - 1]
		return step === undefined ? Promise.resolve() : this.move(step, () => this.reopen())
	}

	/** Stops here; the place is kept. */
	leave(): Promise<void> {
		return this.store('pause', this.step, () => api.pause(this.tour.id, this.progress.revision), () => this.end('left'))
	}

	/** Takes the tour away from this page without changing where it stands. */
	dispose(): void {
		this.ended = true
		this.watch.stop()
		this.tabs.close()
	}

	private finish(): Promise<void> {
		return this.store('finish', this.step, () => api.finish(this.tour.id, this.progress.revision), () => this.end('finished'))
	}

	private move(step: Step, then: () => Promise<void>): Promise<void> {
		return this.store('move', step, () => api.move(this.tour.id, step.id, this.progress.revision), () => {
			this.view.stepId = step.id
			return then()
		})
	}

	/** Shows a step that the person went back to: where it ends by a page, they may be on that page. */
	private reopen(): Promise<void> {
		this.clean()
		return this.show(this.step, true)
	}

	/** Nothing of the step before is watched or said any more. */
	private clean(): void {
		this.watch.stop()
		Object.assign(this.view, { lost: false, done: false, already: false, trouble: '', copied: '' })
	}

	private async show(step: Step, asked: boolean): Promise<void> {
		if (!isHere(step.page)) {
			return this.around.travel(step, asked)
		}
		await this.around.show(step)
		if (!this.ended && step.id === this.view.stepId && step.allowed) {
			this.watch.stop()
			this.watch = watchEnding(step.ends, {
				targets: this.around.targets,
				ask: () => this.asks(step),
				ended: (already) => void this.noticed(step, already && asked),
			})
		}
	}

	/** Stores a change, then shows it. */
	private async store(act: Unsent['act'], step: Step, request: () => Promise<Progress>, then: () => void | Promise<void>): Promise<void> {
		if (this.view.busy || this.ended) {
			return
		}
		this.view.busy = true
		this.view.trouble = ''
		try {
			this.progress = await this.insist(request)
			this.sent()
		} catch (error) {
			if (!this.keep(error, act, step)) {
				this.fail(error)
				return
			}
		} finally {
			this.view.busy = false
		}
		if (!this.ended) {
			await then()
		}
	}

	private sent(): void {
		outbox.drop()
		this.view.unsent = false
		if (!this.ended) {
			this.tabs.tell(this.progress)
		}
	}

	/** @return whether the change is kept, to be sent later; another page could not be loaded now either */
	private keep(error: unknown, act: Unsent['act'], step: Step): boolean {
		if (!(error instanceof ApiError) || !error.passing || this.ended || (act === 'move' && !isHere(step.page))) {
			return false
		}
		const { revision } = this.progress
		outbox.keep({ tour: this.tour.id, act, step: step.id, revision }, (outcome) => this.delivered(outcome))
		this.view.unsent = true
		return true
	}

	private delivered(outcome: Progress | ApiError): void {
		if (this.ended) {
			return
		}
		this.view.unsent = false
		if (outcome instanceof ApiError) {
			this.fail(outcome)
			return
		}
		this.progress = outcome
		this.tabs.tell(outcome)
		this.around.announce(t('Your place is stored now.'))
	}

	/** A conflict with somebody who is at the same step is none: the change is made again on top of theirs. */
	private async insist(request: () => Promise<Progress>): Promise<Progress> {
		try {
			return await request()
		} catch (error) {
			const theirs = error instanceof ApiError ? error.progress : undefined
			if (theirs?.state !== 'running' || theirs.step !== this.view.stepId) {
				throw error
			}
			this.progress = theirs
			return request()
		}
	}

	private fail(error: unknown): void {
		if (!(error instanceof ApiError)) {
			throw error
		}
		if (error.progress !== undefined) {
			this.follow(error.progress)
		}
		this.view.trouble = error.message
	}

	/** Another window, or the answer to a conflict, says where the tour stands. */
	private follow(progress: Progress): void {
		if (this.ended || progress.tour !== this.tour.id || progress.revision < this.progress.revision) {
			return
		}
		this.progress = progress
		if (progress.state !== 'running') {
			this.end('elsewhere')
		} else if (progress.step !== null && progress.step !== this.view.stepId && this.tour.steps.some(({ id }) => id === progress.step)) {
			this.view.stepId = progress.step
			void this.open(false)
		}
	}

	private async asks(step: Step): Promise<boolean> {
		if (this.view.unsent) {
			// The server does not know yet that this step is open.
			return false
		}
		try {
			return await api.fact(this.tour.id, step.id)
		} catch (error) {
			if (error instanceof ApiError && error.progress !== undefined) {
				this.follow(error.progress)
			}
			throw error
		}
	}

	/** What the step waits for is so. What was so before is said, and the person goes on when they have read it. */
	private async noticed(step: Step, already: boolean): Promise<void> {
		if (already) {
			this.view.already = true
			this.around.announce(t('Already done!'))
		} else if (step.ends.on === 'fact') {
			await this.rejoice(step)
		} else {
			await this.next()
		}
	}

	private async rejoice(step: Step): Promise<void> {
		this.view.done = true
		this.around.announce(t('Done!'))
		await new Promise((resolve) => setTimeout(resolve, JOY))
		if (!this.ended && this.view.stepId === step.id) {
			await this.next()
			// Still here when that could not be stored: then the person needs the button again.
			this.view.done = false
		}
	}

	private end(ended: Ended): void {
		this.dispose()
		this.around.hide(ended)
	}

	/** @return the step, or the next one that is for this window; the first one when the tour has no such step */
	private nearest(tour: Tour, stepId: string | null): string {
		const from = tour.steps.findIndex(({ id }) => id === stepId)
		const rest = tour.steps.slice(Math.max(0, from))
		return (rest.find(({ id }) => this.tour.steps.some((step) => step.id === id)) ?? this.tour.steps.at(from === -1 ? 0 : -1)!).id
	}
}
