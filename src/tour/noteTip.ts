/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { View } from './frame.ts'

import { html } from 'lit-html'
import { button, frame } from './frame.ts'

export interface Note {
	heading: string
	text: string
	/** The first one is what most people want. */
	actions: { label: string, run: () => void }[]
}

/** Something to say, with what can be done about it. */
export function noteTip({ heading, text, actions }: Note): View {
	return frame({
		heading,
		text,
		footer: html`${actions.map(({ label, run }, index) => button({ label, run, look: index === 0 ? 'primary' : 'tertiary' }))}`,
	})
}
