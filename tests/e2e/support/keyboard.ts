/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { expect } from '@playwright/test'

/** Presses of a key that lead through the longest page once. */
const ROUND = 80

/** Presses a key until the focus is where a person wants it; once more round the page for what has only just come. */
async function pressUntil(page: Page, key: string, isThere: () => Promise<boolean>, name: string): Promise<void> {
	await expect(async () => {
		for (let presses = 0; presses < ROUND && !await isThere(); presses++) {
			await page.keyboard.press(key)
		}
		expect(await isThere(), `The keyboard reaches ${name}`).toBe(true)
	}).toPass({ timeout: 20_000 })
}

/** Presses a key until the focus is on an element that the selector matches. */
export async function reach(page: Page, selector: string, key = 'Tab'): Promise<void> {
	await pressUntil(page, key, () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector), selector)
}

/** Presses Tab until the focus is on the button or link of that name, then Enter. */
export async function pressWithKeys(page: Page, name: string): Promise<void> {
	await pressUntil(page, 'Tab', () => page.evaluate((wanted) => document.activeElement?.matches('button, a') === true && document.activeElement.textContent?.trim() === wanted, name), `“${name}”`)
	await page.keyboard.press('Enter')
}
