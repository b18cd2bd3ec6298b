/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { App } from 'vue'
import type { TourSummary } from '../shared/types.ts'

import { h, ref } from 'vue'
import HelpPanel from './HelpPanel.vue'
import { loadTexts } from '../shared/l10n.ts'
import { createOurApp } from '../shared/mountPage.ts'
import { sentenceOf } from '../shared/sentenceOf.ts'
import { pageApp } from './pageApp.ts'

const NAME = 'compagnon-help-panel'

/** What could not be started after the panel was closed for it. */
const fault = ref('')
let panel: { app: App, element: HTMLElement } | null = null
let opening: Promise<void> | null = null

/**
 * Opens the help for this page; does nothing while it is open.
 *
 * @param trigger gets the focus back
 */
export function openHelp(trigger: HTMLElement): Promise<void> {
	if (panel !== null) {
		return Promise.resolve()
	}
	// English words are better than no help.
	opening ??= loadTexts().catch(reportError).then(() => mount(trigger)).finally(() => {
		opening = null
	})
	return opening
}

function mount(trigger: HTMLElement): void {
	const element = document.createElement('div')
	element.id = NAME
	document.body.append(element)
	const onPage = pageApp()
	const app = createOurApp(() => h(HelpPanel, {
		app: onPage,
		fault: fault.value,
		play: (tour: TourSummary, again: boolean) => play(trigger, tour, again),
		onClose: () => close(trigger),
	}), NAME)
	panel = { app, element }
	app.mount(element)
}

function close(trigger: HTMLElement): void {
	panel?.app.unmount()
	panel?.element.remove()
	panel = null
	fault.value = ''
	trigger.focus()
}

/** The panel makes room for the tour, and comes back when that cannot be played. */
async function play(trigger: HTMLElement, tour: TourSummary, again: boolean): Promise<void> {
	const { play } = await import('../tour/play.ts')
	close(trigger)
	try {
		await play(tour.id, { again })
	} catch (error) {
		fault.value = sentenceOf(error)
		await openHelp(trigger)
	}
}
