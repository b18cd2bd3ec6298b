/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page, Request } from '@playwright/test'

import { expect } from '@playwright/test'

/** Nothing new within that time: what follows a click or an answer at once belongs to it. A page of Nextcloud may be busy before it asks. */
const QUIET_MS = process.env.COMPAGNON_HOST === 'nextcloud' ? 2000 : 500

/**
 * Watches what a page asks for from now on. A load state is reached once per page and says nothing of what is asked for later.
 *
 * @return waits until all of it is answered
 */
export function watchAnswers(page: Page): () => Promise<void> {
	const open = new Set<Request>()
	let changed = 0
	const begin = (request: Request) => {
		open.add(request)
		changed = Date.now()
	}
	const end = (request: Request) => {
		open.delete(request)
		changed = Date.now()
	}
	page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
	return async () => {
		changed = Date.now()
		await expect.poll(() => open.size === 0 && Date.now() - changed >= QUIET_MS, 'the page has its answers').toBe(true)
		page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
	}
}
