/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

/** Presses a key until the focus is on an element that the selector matches. */
export async function reach(page: Page, selector: string, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
			return
		}
		await page.keyboard.press(key)
	}
	throw new Error(`The keyboard does not reach ${selector}`)
}

/** Presses Tab until the focus is on the button or link of that name, then Enter. */
export async function pressWithKeys(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await page.evaluate((wanted) => document.activeElement?.matches('button, a') === true && document.activeElement.textContent?.trim() === wanted, name)) {
			await page.keyboard.press('Enter')
			return
		}
		await page.keyboard.press('Tab')
	}
	throw new Error(`The keyboard does not reach “${name}”`)
}
