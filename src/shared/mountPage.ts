/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { App, Component } from 'vue'

import { createApp } from 'vue'
import { loadAllTexts } from './l10n.ts'

/** Makes an app whose element ids do not meet those of another one on the same page. */
export function createOurApp(component: Component, name: string): App {
	const app = createApp(component)
	app.config.idPrefix = name
	return app
}

/**
 * @param component page
 * @param id of the element that the template has put there
 */
export async function mountPage(component: Component, id: string): Promise<void> {
	// English words are better than an empty page.
	await loadAllTexts().catch(reportError)
	createOurApp(component, id).mount('#' + id)
}
