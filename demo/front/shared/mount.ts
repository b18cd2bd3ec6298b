/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Component } from 'vue'

import { createApp } from 'vue'

const PAGES: Record<string, () => Promise<{ default: Component }>> = {
	'demo-files': () => import('../files/FilesPage.vue'),
	'demo-calendar': () => import('../calendar/CalendarPage.vue'),
	'demo-contacts': () => import('../contacts/ContactsPage.vue'),
	'demo-members': () => import('../members/MembersPage.vue'),
	'demo-account': () => import('../settings/AccountPage.vue'),
	'demo-security': () => import('../settings/SecurityPage.vue'),
	'demo-text': () => import('../text/TextPage.vue'),
}

/** Mounts the page that the server has made a place for. */
export async function mountPage(element: HTMLElement): Promise<void> {
	const page = await PAGES[element.id]?.()
	if (page !== undefined) {
		createApp(page.default).mount(element)
	}
}
