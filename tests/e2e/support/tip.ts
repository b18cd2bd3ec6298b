/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'

import { expect } from '@playwright/test'

/** The tip of a tour, as a person meets it. */
export class Tip {
	readonly dialog: Locator
	readonly heading: Locator

	constructor(page: Page) {
		this.dialog = page.locator('.compagnon-tip[role="dialog"]')
		this.heading = this.dialog.getByRole('heading')
	}

	button(name: string | RegExp): Locator {
		return this.dialog.getByRole('button', { name })
	}

	async expectHeading(text: string | RegExp): Promise<void> {
		await expect(this.heading).toHaveText(text)
		await expect(this.heading).toBeInViewport()
	}

	async expectGone(): Promise<void> {
		await expect(this.dialog).toHaveCount(0)
	}

	/** Nothing of the tip may lie over an element that the person is using. */
	async expectBeside(element: Locator): Promise<void> {
		await expect(async () => {
			const [tip, other] = await Promise.all([this.dialog.boundingBox(), element.boundingBox()])
			expect(tip).not.toBeNull()
			expect(other).not.toBeNull()
			const apart = tip!.x + tip!.width <= other!.x + 1 || other!.x + other!.width <= tip!.x + 1
				|| tip!.y + tip!.height <= other!.y + 1 || other!.y + other!.height <= tip!.y + 1
			expect(apart, 'the tip lies over what the person uses').toBe(true)
		}).toPass({ timeout: 20_000 })
	}

	/** What a click in the middle of an element meets: the element, not a layer of ours; windows take a moment to come in. */
	async expectClickable(element: Locator): Promise<void> {
		await expect.poll(() => element.evaluate((node) => {
			const box = node.getBoundingClientRect()
			const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
			return top !== null && (node.contains(top) || top.contains(node))
		}), { message: 'a click on the element meets something else' }).toBe(true)
	}
}
