/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { View } from './frame.ts'
import type { TourRunner } from './runner.ts'

import { html } from 'lit-html'
import { copyText } from '../shared/copyText.ts'
import { t } from '../shared/l10n.ts'
import { whomToAsk } from '../shared/whomToAsk.ts'
import { button } from './frame.ts'

/** "Je suis bloqué⋅e": whom to ask, and what to tell them, ready to copy. Nothing is sent by itself. */
export function stuck(runner: TourRunner): View {
	const contact = whomToAsk(runner.tour.contact)
	return html`<details class="step-tip__stuck">
		<summary>${t('I am stuck')}</summary>
		<p>${t('Ask {contact}. You can also skip this step.', { contact })}</p>
		${button({ label: t('Copy page and step'), run: () => void copy(runner), look: 'secondary', name: 'step-tip__copy' })}
		<p role="status" class="step-tip__copied">${runner.view.copied}</p>
	</details>`
}

async function copy(runner: TourRunner): Promise<void> {
	const { tour, step, index, view } = runner
	const words = t('I am stuck in the guided tour “{tour}”, step {step} of {total}: “{title}”. Page: {page}', {
		tour: tour.title,
		step: index + 1,
		total: tour.steps.length,
		title: step.title,
		page: window.location.href,
	})
	view.copied = await copyText(words)
}
