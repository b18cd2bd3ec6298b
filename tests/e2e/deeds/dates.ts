/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Act, Scene } from '../acts/act.ts'
import type { Deed } from './deed.ts'

import { expect } from '@playwright/test'
import { calendar, KEEP } from '../acts/calendar.ts'
import { untilTaken } from '../support/taken.ts'
import { asInTour, onEach } from './deed.ts'

async function newInDemo({ page }: Scene, title: string, more: () => Promise<void> = async () => {}): Promise<void> {
	await page.locator('[data-demo="event-new"]').click()
	await page.locator('input[data-demo="event-title"], [data-demo="event-title"] input').fill(title)
	await more()
	await page.locator('[data-demo="form-dialog"] [data-demo="submit"]').click()
	await page.locator(`[data-demo-event="${title}"]`).first().waitFor()
}

const again: Act = onEach((scene) => newInDemo(scene, 'Permanence', async () => {
	await scene.page.locator('[data-demo="event-repeats"] input').first().click()
	await scene.page.getByRole('option').nth(1).click()
}), async ({ page }) => {
	await page.locator('.new-event').click()
	await page.locator('.property-title input').fill('Permanence')
	// The small window has no repetition; the large one has.
	await page.locator(`.event-popover__buttons button, .save-buttons .button-vue:not(${KEEP})`).first().click()
	// Once unfolded, it takes the focus: a window that was opened before that would never keep it.
	await expect(page.getByRole('dialog').locator('.property-title input')).toBeFocused()
	await page.locator('.property-repeat__summary button').click()
	const window = page.getByRole('dialog').filter({ has: page.locator('.vs__dropdown-toggle') }).last()
	const weekly = page.getByRole('option').filter({ hasText: /semaine|week/i }).first()
	// When the window has unfolded, it takes the focus, and the list closes once more.
	await expect(async () => {
		if (!await weekly.isVisible()) {
			await window.getByRole('combobox').first().click()
		}
		await weekly.click({ timeout: 2000 })
	}).toPass({ timeout: 60_000 })
	// That of Calendar 6.0 has nothing but its cross: what was chosen counts at once.
	const done = window.locator('.property-repeat__options__footer button')
	await (await done.count() > 0 ? done : window.locator('.modal-container__close:visible')).click()
	await untilTaken(page, () => page.locator(`.save-buttons ${KEEP}, .app-full__header ${KEEP}`).first().click())
})

export const eventCreated: Deed = {
	act: onEach((scene) => newInDemo(scene, 'Réunion du bureau'), calendar.steps.event!),
}

export const recurringEventCreated: Deed = { act: again }

export const calendarShared: Deed = {
	act: onEach(async ({ page, friend }) => {
		const calendar = page.locator('[data-demo-calendar]').first()
		// Its menu is there for whoever is on it.
		await calendar.hover()
		await calendar.locator('.action-item button').click()
		await page.locator('[data-demo="calendar-share"]').click()
		await page.locator('[data-demo="calendar-member"] input').fill(friend.id)
		await page.getByRole('option').filter({ hasText: friend.id }).first().click()
		await page.locator('[data-demo="form-dialog"] [data-demo="submit"]').click()
	}, asInTour(calendar, 'own', 'share')),
}
