/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Step, Tour } from '../shared/types.ts'
import type { Ended } from './runner.ts'

import { api } from '../shared/api.ts'
import { t } from '../shared/l10n.ts'
import { Absence } from './absence.ts'
import { IntroJsPresenter } from './introJsPresenter.ts'
import { noteTip } from './noteTip.ts'
import { quiet } from './obstacles.ts'
import { goTo, isHere } from './page.ts'
import { Proposal } from './proposalTip.ts'
import { TourRunner } from './runner.ts'
import { stepTip } from './stepTip.ts'
import { doorOf, findTargets, Opened, reachTarget } from './targets.ts'
import { Tip } from './tip.ts'

/** How long "later" is. */
const LATER_DAYS = 7

const OWN_PAGES = { app: 'compagnon', path: '/apps/compagnon', exact: false }

/** A tip in a corner of the page. */
const CORNER = { find: () => [], interactive: true, centred: false }

/** Puts proposals, steps and notes on the page, one at a time. */
class Director {
	private readonly tip = new Tip(new IntroJsPresenter())
	private runner: TourRunner | null = null
	private search = new AbortController()
	/** Stays open over the next step when that is behind the same door. */
	private readonly opened = new Opened()

	/** Proposes a tour once nothing else asks for attention. Does not take the focus. */
	async propose(tour: Tour, mode: 'offer' | 'continue'): Promise<void> {
		const { signal } = this.restart()
		await quiet(signal)
		if (mode === 'offer' && !signal.aborted) {
			await api.offered(tour.id)
		}
		if (signal.aborted) {
			return
		}
		// Unless the person has started a tour while the answer was being stored.
		const unlessOver = (act: () => void | Promise<void>) => signal.aborted ? undefined : act()
		const later = async () => {
			await api.snooze(tour.id, LATER_DAYS)
			await unlessOver(() => this.note(t('All right, later then'), t('You find the tour again under the “?” at the top of the page.')))
		}
		const refuse = async () => {
			await api.refuse(tour.id)
			await unlessOver(() => this.note(t('All right'), t('It will not be proposed again. Should you change your mind, you find it under the “?” at the top of the page.')))
		}
		const proposal = new Proposal(tour, mode, { start: () => this.play(tour, false), later, refuse }, () => this.tip.draw())
		await this.tip.put({
			view: () => proposal.view(),
			close: () => void later().catch(() => unlessOver(() => this.clear())),
			asked: false,
		}, CORNER)
		this.tip.say(t('A guided tour is proposed: {title}. The key F6 goes there.', { title: tour.title }))
	}

	/**
	 * Starts a tour or goes on with it, and shows its open step.
	 *
	 * @param again begin with the first step
	 * @param asked whether the person has just asked for it, and so may be taken to another page
	 */
	async play(tour: Tour, again: boolean, asked = true): Promise<void> {
		const progress = await api.start(tour.id, again)
		this.restart()
		this.runner = new TourRunner(tour, progress, {
			show: (step) => this.step(step),
			travel: (step, wanted) => this.travel(step, wanted),
			hide: (ended) => void this.end(ended),
			announce: (sentence) => this.tip.say(sentence),
			changed: () => this.tip.draw(),
			targets: () => this.targets(),
		})
		await this.runner.open(asked)
	}

	private async step(step: Step): Promise<void> {
		const { runner } = this
		const search = this.newSearch(runner === null ? null : doorOfStep(runner.tour, step))
		if (runner === null) {
			return
		}
		const { signal } = search
		const absence = new Absence(signal, (lost) => this.lose(runner, lost))
		runner.view.reachable = false
		await this.tip.put({
			view: () => stepTip(runner, () => this.tip.focusTarget()),
			close: () => void runner.leave(),
			asked: true,
		}, {
			find: () => pointedAt(runner.tour, step),
			interactive: step.ends.on !== 'next' && step.allowed,
			centred: step.anchor === null,
			placed: (target) => {
				runner.view.reachable = target !== null
				absence.look(target !== null)
			},
		})
		if (signal.aborted) {
			return
		}
		this.tip.say(`${step.title}. ${step.text}`)
		if (step.anchor !== null) {
			void this.lookFor(step, step.anchor, runner, absence, signal)
		}
	}

	/** Words say where the target is while it cannot be found; who has done the step needs none. */
	private lose(runner: TourRunner, lost: boolean): void {
		runner.view.lost = lost && !runner.view.done
		this.tip.update()
	}

	private async lookFor(step: Step, anchor: string, runner: TourRunner, absence: Absence, signal: AbortSignal): Promise<void> {
		const { anchors, id } = runner.tour
		const door = step.ends.on === 'choose' ? anchors[anchor]?.open ?? null : null
		// Where the person is to open the menu themselves, what has to be there is its button.
		const target = await reachTarget(anchors, door ?? anchor, signal, { opened: this.opened })
		if (signal.aborted) {
			return
		}
		absence.begin(target !== null)
		if (target === null && anchors[anchor]?.behind !== 'act') {
			// Only a count, for whoever looks after the space; the person has words instead.
			await api.missing(id, step.id).catch(() => {})
		}
	}

	/** The step is on another page. A person who has just gone on is taken there; one who has not is asked. */
	private async travel(step: Step, asked: boolean): Promise<void> {
		if (asked) {
			goTo(step.page)
			return
		}
		const { runner } = this
		this.newSearch()
		if (runner === null || isHere(OWN_PAGES)) {
			// Our cards say how far each tour is, and continue it.
			return
		}
		const stop = () => void this.decline(runner, step)
		const text = t('The tour goes on from another page.')
		await this.tip.put({
			view: () => noteTip({
				heading: runner.tour.title,
				text,
				actions: [
					{ label: t('Go there'), run: () => goTo(step.page) },
					{ label: t('Stop here'), run: stop },
				],
			}),
			close: stop,
			asked: false,
		}, CORNER)
		this.tip.say(`${runner.tour.title}. ${text}`)
	}

	/** Stops before the step's page was gone to. When that cannot be stored, a note says so: it can be closed. */
	private async decline(runner: TourRunner, step: Step): Promise<void> {
		await runner.leave()
		if (this.runner === runner && runner.step === step && runner.view.trouble !== '') {
			await this.note(runner.tour.title, runner.view.trouble)
		}
	}

	private async end(ended: Ended): Promise<void> {
		const title = this.runner?.tour.title ?? ''
		this.restart()
		if (ended === 'left') {
			await this.note(t('Your place is kept'), t('Continue whenever you like: the “?” at the top of the page takes you back to where you were.'))
		} else if (ended === 'finished') {
			this.tip.say(t('The tour “{title}” is finished.', { title }))
		}
	}

	private async note(heading: string, text: string): Promise<void> {
		const close = () => this.clear()
		await this.tip.put({
			view: () => noteTip({ heading, text, actions: [{ label: t('OK'), run: close }] }),
			close,
			asked: true,
		}, CORNER)
		this.tip.say(`${heading}. ${text}`)
	}

	/** What the open step is about, and its equals. */
	private targets(): HTMLElement[] {
		const { runner } = this
		return runner === null || runner.step.anchor === null ? [] : findTargets(runner.tour.anchors, runner.step.anchor)
	}

	/** Ends what was going on. */
	private restart(): AbortController {
		this.runner?.dispose()
		this.runner = null
		this.clear()
		return this.newSearch()
	}

	/** @param door what the next step's target is behind */
	private newSearch(door: string | null = null): AbortController {
		this.search.abort()
		this.opened.close(door)
		this.search = new AbortController()
		return this.search
	}

	private clear(): void {
		this.tip.clear()
	}
}

/** The target and its equals; for an entry of a menu that is not open yet, the button that opens it. */
function pointedAt({ anchors }: Tour, { anchor, ends }: Step): HTMLElement[] {
	if (anchor === null) {
		return []
	}
	const found = findTargets(anchors, anchor)
	const door = anchors[anchor]?.open ?? null
	return found.length > 0 || ends.on !== 'choose' || door === null ? found : findTargets(anchors, door)
}

/** What the engine opens for a step; a menu whose entry is to be chosen is opened by the person. */
function doorOfStep({ anchors }: Tour, { anchor, ends }: Step): string | null {
	return anchor === null || ends.on === 'choose' ? null : doorOf(anchors, anchor)
}

/** There is one on a page, however often it is asked for. */
export const director = new Director()
