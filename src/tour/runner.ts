/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress, Step, Tour } from '../shared/types.ts'

import { computed, shallowReactive } from 'vue'
import { api, ApiError } from '../shared/api.ts'
import { t } from '../shared/l10n.ts'
import { FactWatch } from './factWatch.ts'
import { isHere } from './page.ts'
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
}

export type Ended = 'finished' | 'left' | 'elsewhere'

/** How long "C’est fait !" stays before the tour goes on; milliseconds. */
const JOY = 1400

/**
 * Plays one tour, one step at a time. The server knows the place; a step counts as reached only when it is stored, so
 * that nothing is lost when a request fails.
 */
export class TourRunner {
	private watch: FactWatch | null = null
	private ended = false
	private readonly tabs = new Tabs((progress) => this.follow(progress))

	/** What the tip shows. */
	readonly view = shallowReactive({
		stepId: '',
		/** The words that say where the target is are needed. */
		lost: false,
		/** The target is on the page. */
		reachable: false,
		/** What the step waits for has just come true. */
		done: false,
		busy: false,
		/** A sentence for the person about something that failed. */
		trouble: '',
	})

	readonly index = computed(() => this.tour.steps.findIndex(({ id }) => id === this.view.stepId))
	readonly step = computed(() => this.tour.steps[this.index.value] ?? this.tour.steps[0]!)
	readonly isLast = computed(() => this.index.value === this.tour.steps.length - 1)

	/** @param progress of a running tour */
	constructor(
		readonly tour: Tour,
		private progress: Progress,
		private readonly around: Surroundings,
	) {
		this.view.stepId = progress.step ?? tour.steps[0]!.id
		this.tabs.tell(progress)
	}

	/**
	 * Shows the open step.
	 *
	 * @param asked whether the person has just gone on by themselves
	 */
	async open(asked = false): Promise<void> {
		this.watch?.stop()
		const step = this.step.value
		Object.assign(this.view, { lost: false, done: false, trouble: '' })
		if (!isHere(step.page)) {
			return this.around.travel(step, asked)
		}
		await this.around.show(step)
		if (!this.ended && step.id === this.view.stepId && step.ends.on === 'fact') {
			this.watch?.stop()
			this.watch = new FactWatch(step.ends.signals ?? [], () => this.asks(step), () => void this.rejoice(step))
		}
	}

	next(): Promise<void> {
		return this.isLast.value ? this.finish() : this.moveBy(1)
	}

	back(): Promise<void> {
		return this.moveBy(-1)
	}

	/** Stops here; the place is kept. */
	leave(): Promise<void> {
		return this.store(() => api.pause(this.tour.id, this.progress.revision), () => this.end('left'))
	}

	/** The target was clicked: for steps that end with that. */
	async clicked(): Promise<void> {
		if (this.step.value.ends.on === 'click' && !this.view.busy) {
			await this.next()
		}
	}

	/** Takes the tour away from this page without changing where it stands. */
	dispose(): void {
		this.ended = true
		this.watch?.stop()
		this.tabs.close()
	}

	private finish(): Promise<void> {
		return this.store(() => api.finish(this.tour.id, this.progress.revision), () => this.end('finished'))
	}

	private moveBy(steps: number): Promise<void> {
		const step = this.tour.steps[this.index.value + steps]
		return step === undefined
			? Promise.resolve()
			: this.store(() => api.move(this.tour.id, step.id, this.progress.revision), () => this.goTo(step.id, true))
	}

	/** Stores a change, then shows it. When it cannot be stored, the tour stays where it is and says so. */
	private async store(request: () => Promise<Progress>, then: () => void | Promise<void>): Promise<void> {
		if (this.view.busy || this.ended) {
			return
		}
		this.view.busy = true
		this.view.trouble = ''
		try {
			this.progress = await this.insist(request)
		} catch (error) {
			this.fail(error)
			return
		} finally {
			this.view.busy = false
		}
		if (this.ended) {
			return
		}
		this.tabs.tell(this.progress)
		await then()
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

	private goTo(stepId: string, asked: boolean): Promise<void> {
		this.view.stepId = stepId
		return this.open(asked)
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
			void this.goTo(progress.step, false)
		}
	}

	private async asks(step: Step): Promise<boolean> {
		try {
			return await api.fact(this.tour.id, step.id)
		} catch (error) {
			if (error instanceof ApiError && error.progress !== undefined) {
				this.follow(error.progress)
			}
			throw error
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
}
