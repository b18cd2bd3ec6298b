/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

import { expect, expectAccessible } from './test.ts'

/** A screen as wide as that of the smallest phones, and one of a laptop. */
export const SIZES = [{ width: 1280, height: 800 }, { width: 320, height: 640 }]

/** Nothing within the element is cut off at a side, and nothing has to be scrolled sideways to be read. */
export async function expectFits(page: Page, selector: string): Promise<void> {
	const faults = await page.locator(selector).evaluate((root) => {
		const found: string[] = []
		const say = (element: Element, fault: string) => found.push(`${element.tagName} ${element.id} ${element.className}: ${fault}`)
		const isScroller = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
		for (let element: Element | null = root; element !== null; element = element.parentElement) {
			if (element.scrollWidth > element.clientWidth + 1 && (isScroller(element) || element === document.documentElement)) {
				say(element, `scrolls ${element.scrollWidth} in ${element.clientWidth}`)
			}
		}
		for (const element of root.querySelectorAll('*')) {
			const box = element.getBoundingClientRect()
			const isSeen = box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden' && element.closest('.hidden-visually') === null
			if (isSeen && (box.left < -1 || box.right > window.innerWidth + 1)) {
				say(element, `from ${box.left} to ${box.right} in ${window.innerWidth}`)
			}
			if (isSeen && isScroller(element) && element.tagName !== 'TEXTAREA' && element.scrollWidth > element.clientWidth + 1) {
				say(element, `scrolls ${element.scrollWidth} in ${element.clientWidth}`)
			}
		}
		return found
	})
	expect(faults).toEqual([])
}

/** The element fits and is accessible on a laptop and on a phone. */
export async function expectGoodAtEachSize(page: Page, selector: string): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size)
		await expectFits(page, selector)
		await expectAccessible(page, selector)
	}
}
