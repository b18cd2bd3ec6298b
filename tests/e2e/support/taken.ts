/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page, Response } from '@playwright/test'

import { expect } from '@playwright/test'

/**
 * On SQLite, Nextcloud refuses to store a contact, an event or a calendar when another request has written since its
 * transaction began, and answers 500. Hosts have other databases; who meets it presses again, and so do tests.
 */
const REFUSED = 500

const WRITES = ['PUT', 'PATCH', 'POST', 'MKCOL']

const isWrite = (answer: Response) => WRITES.includes(answer.request().method()) && /\/remote\.php\/dav\/(addressbooks|calendars)\//.test(answer.url())

/**
 * Stores something on a page of Contacts or Calendar.
 *
 * @param press makes the page send it; once more after the server has refused it, and only then
 */
export async function untilTaken(page: Page, press: () => Promise<unknown>): Promise<void> {
	await expect.poll(async () => {
		const [answer] = await Promise.all([page.waitForResponse(isWrite, { timeout: 90_000 }), press()])
		return answer.status()
	}, { message: 'the server stores it', timeout: 180_000 }).not.toBe(REFUSED)
}
