/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TemplateResult } from 'lit-html'

import { mdiClose } from '@mdi/js'
import { html, nothing, svg } from 'lit-html'

/** What lit-html can draw. */
export type View = TemplateResult | typeof nothing

export interface Button {
	label: string
	run: () => void
	look?: 'primary' | 'secondary' | 'tertiary'
	/** Path of an icon, which then stands in the place of the words. */
	icon?: string
	disabled?: boolean
	/** Name of a class, for what differs from other buttons. */
	name?: string
}

export interface Frame {
	/** What this belongs to, in small letters above the heading. */
	label?: string
	heading: string
	/** Plain text; a blank line separates paragraphs. */
	text: string
	/** What closes the tip, and its name; there is no such button otherwise. */
	close?: { name: string, run: () => void }
	body?: View
	footer: View
}

export function icon(path: string): TemplateResult {
	return html`<svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">${svg`<path d=${path}></path>`}</svg>`
}

export function button({ label, run, look = 'tertiary', icon: path, disabled = false, name = '' }: Button): TemplateResult {
	return html`<button
		type="button"
		class="compagnon-button compagnon-button--${look} ${path === undefined ? '' : 'compagnon-button--icon'} ${name}"
		aria-label=${path === undefined ? nothing : label}
		title=${path === undefined ? nothing : label}
		?disabled=${disabled}
		@click=${run}>${path === undefined ? label : icon(path)}</button>`
}

/** Every tip: label and way out, heading, words, footer. The ids name and describe the dialog around it. */
export function frame({ label = '', heading, text, close, body = nothing, footer }: Frame): TemplateResult {
	return html`<div class="tip-frame">
		<div class="tip-frame__top">
			${label === '' ? nothing : html`<p class="tip-frame__label">${label}</p>`}
			${close === undefined ? nothing : button({ label: close.name, run: close.run, icon: mdiClose, name: 'tip-frame__close' })}
		</div>
		<h2 id="compagnon-tip-heading" class="tip-frame__heading" tabindex="-1">${heading}</h2>
		<div id="compagnon-tip-text" class="tip-frame__text">
			${text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
			${body}
		</div>
		<footer class="tip-frame__footer">${footer}</footer>
	</div>`
}
