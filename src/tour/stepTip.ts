/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { View } from './frame.ts'
import type { TourRunner } from './runner.ts'

import { mdiArrowLeft, mdiCheckCircle } from '@mdi/js'
import { html, nothing } from 'lit-html'
import { t } from '../shared/l10n.ts'
import { whomToAsk } from '../shared/whomToAsk.ts'
import { button, frame, icon } from './frame.ts'
import { stuck } from './stuck.ts'

/** One step of a running tour. */
export function stepTip(runner: TourRunner, showTarget: () => void): View {
	const { step, tour } = runner
	return frame({
		label: tour.title,
		heading: step.title,
		text: step.text,
		close: { name: t('Stop here; your place is kept'), run: () => void runner.leave() },
		body: html`${remarks(runner)}${stuck(runner)}`,
		footer: html`${progress(runner)}${buttons(runner, showTarget)}`,
	})
}

/** What is to be known beside the words of the step. */
function remarks({ view, step, tour }: TourRunner): View {
	const contact = whomToAsk(tour.contact)
	return html`
		${step.allowed ? nothing : html`<p class="step-tip__where">${t('Your account is not allowed to do this here. You can read on; should you need it, ask {contact}.', { contact })}</p>`}
		${view.lost && step.where !== null ? html`<p class="step-tip__where">${step.where}</p>` : nothing}
		${view.unsent ? html`<p class="step-tip__where" role="status">${t('Your space cannot be reached just now. Your place is kept on this device, and stored as soon as that is possible.')}</p>` : nothing}
		${view.trouble === '' ? nothing : html`<p class="step-tip__trouble" role="alert">${view.trouble}</p>`}`
}

function progress({ index, tour }: TourRunner): View {
	const total = tour.steps.length
	return html`<div class="step-tip__progress">
		<span>${t('Step {step} of {total}', { step: index + 1, total })}</span>
		<span class="step-tip__bar" aria-hidden="true"><span style="inline-size: ${100 * (index + 1) / total}%"></span></span>
	</div>`
}

function buttons(runner: TourRunner, showTarget: () => void): View {
	const { view, index } = runner
	return html`
		${index > 0 ? button({ label: t('Back'), run: () => void runner.back(), icon: mdiArrowLeft, disabled: view.done, name: 'step-tip__back' }) : nothing}
		${runner.isDoing && view.reachable && !view.done ? button({ label: t('Go there'), run: showTarget }) : nothing}
		<span class="step-tip__space"></span>
		${view.done || view.already ? html`<span class="step-tip__done">${icon(mdiCheckCircle)}${view.done ? t('Done!') : t('Already done!')}</span>` : nothing}
		${view.done ? nothing : goOn(runner)}`
}

function goOn(runner: TourRunner): View {
	const run = () => void runner.next()
	return runner.isDoing
		? button({ label: t('Skip'), run, look: 'secondary' })
		: button({ label: runner.isLast ? t('Finish') : t('Next'), run, look: 'primary' })
}
