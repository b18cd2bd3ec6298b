/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage, Member, MemberOptions, Space } from './space.ts'

import AxeBuilder from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import { DemoSpace } from './demoSpace.ts'
import { NextcloudSpace } from './nextcloudSpace.ts'
import { environment } from './space.ts'
import { Tip } from './tip.ts'

interface Fixtures {
	space: Space
	/** Makes a member and logs them in on the test's page. */
	arrive: (options?: MemberOptions) => Promise<Member>
	files: FilesPage
	tip: Tip
}

export const test = base.extend<Fixtures>({
	// eslint-disable-next-line no-empty-pattern -- Playwright demands a destructured first argument
	space: async ({}, use) => use(environment('COMPAGNON_HOST') === 'nextcloud' ? new NextcloudSpace() : new DemoSpace()),
	arrive: async ({ page, space }, use) => use(async (options) => {
		const member = await space.newMember(options)
		await space.login(page, member)
		return member
	}),
	files: async ({ page, space }, use) => use(space.files(page)),
	tip: async ({ page }, use) => use(new Tip(page)),
})

/** axe finds nothing within the selector; rules that judge a whole page do not apply to a part of one. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
	// Frames of other origins do not matter here, and looking into them opens a page of its own each time.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ preload: false }).include(selector).disableRules(['region']).analyze()
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

export { expect }
