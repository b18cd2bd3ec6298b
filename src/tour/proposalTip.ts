/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Tour } from '../shared/types.ts'
import type { View } from './frame.ts'

import { html, nothing } from 'lit-html'
import { ApiError } from '../shared/api.ts'
import { t } from '../shared/l10n.ts'
import { button, frame } from './frame.ts'

interface Answers {
	start: () => Promise<void>
	later: () => Promise<void>
	refuse: () => Promise<void>
}

/** Proposes a tour that the person has not seen yet, or one that they left in the middle. */
export class Proposal {
	private busy = false
	private trouble = ''

	/** @param changed is called when it has to be drawn again */
	constructor(
		private readonly tour: Tour,
		private readonly mode: 'offer' | 'continue',
		private readonly answers: Answers,
		private readonly changed: () => void,
	) {}

	view(): View {
		const { start, later, refuse } = this.answers
		return frame({
			label: this.label,
			heading: this.tour.title,
			text: this.tour.summary,
			body: this.trouble === '' ? nothing : html`<p role="alert">${this.trouble}</p>`,
			footer: html`
				${button({ label: this.mode === 'offer' ? t('Start') : t('Continue'), run: () => void this.answer(start), look: 'primary' })}
				${button({ label: t('Later'), run: () => void this.answer(later), look: 'secondary' })}
				${button({ label: t('Not for me'), run: () => void this.answer(refuse) })}`,
		})
	}

	private get label(): string {
		const { minutes, steps, progress } = this.tour
		return this.mode === 'offer'
			? t('A guided tour, about {minutes} minutes', { minutes })
			: t('You left this tour at step {step} of {total}', {
					step: Math.max(0, steps.findIndex(({ id }) => id === progress?.step)) + 1,
					total: steps.length,
				})
	}

	private async answer(action: () => Promise<void>): Promise<void> {
		// Not by disabling the buttons: that would take the focus from the one that was pressed.
		if (this.busy) {
			return
		}
		this.busy = true
		this.say('')
		try {
			await action()
		} catch (error) {
			if (!(error instanceof ApiError)) {
				throw error
			}
			this.say(error.message)
		} finally {
			this.busy = false
		}
	}

	private say(trouble: string): void {
		this.trouble = trouble
		this.changed()
	}
}
