/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'

import { DOMWrapper, enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'

/** A page of the space around what is tested; taken away after each test. */
export function usePage(): void {
	beforeEach(() => {
		window._oc_webroot = ''
		document.body.innerHTML = '<div id="skip-actions"></div><div id="mount"></div>'
	})
	enableAutoUnmount(afterEach)
}

export function show(component: Component, props: Record<string, unknown> = {}): VueWrapper {
	return mount(component, { attachTo: '#mount', props })
}

/** The whole page, with what was put beside the mounted component. */
export function body(): DOMWrapper<HTMLElement> {
	return new DOMWrapper(document.body)
}

/** @return the button with exactly these words */
export function button(words: string): DOMWrapper<HTMLButtonElement> {
	const found = body().findAll('button').filter((candidate) => candidate.text() === words || candidate.attributes('aria-label') === words)
	if (found.length !== 1) {
		throw new Error(`${found.length} buttons “${words}”`)
	}
	return found[0]!
}

export function buttons(): string[] {
	return body().findAll('button').map((candidate) => candidate.text())
}

/** jsdom knows no modal dialogs; focus and Escape are tried in a real browser. */
export function provideDialogs(): void {
	HTMLDialogElement.prototype.showModal = function() {
		this.open = true
	}
	HTMLDialogElement.prototype.close = function() {
		this.open = false
		this.dispatchEvent(new Event('close'))
	}
}

// jsdom lacks it.
globalThis.reportError ??= (error: unknown) => {
	throw error
}

declare global {
	interface Window {
		_oc_webroot?: string
		_oc_isadmin?: boolean
	}
}
