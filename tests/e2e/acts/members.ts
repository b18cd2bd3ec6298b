/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { occ } from '../support/nextcloudSpace.ts'
import { newId } from '../support/space.ts'

export const membersAndGroups: TourActs = {
	admin: true,
	steps: {
		new: ({ page }) => page.locator('#new-user-button').click(),
		name: ({ page }) => page.locator('#new-user-form [data-test="username"]').fill(newId()),
		account: async ({ page }) => {
			await page.locator('#new-user-form [data-test="password"]').fill('un-Mot-de-passe-2026')
			await page.locator('[form="new-user-form"][data-test="submit"]').click()
		},
	},
}

async function admins(): Promise<string[]> {
	const groups = JSON.parse(await occ(['group:list', '--output=json'])) as Record<string, string[]>
	return groups.admin ?? []
}

/** Makes exactly these people admins. */
async function setAdmins(wanted: string[]): Promise<void> {
	const now = await admins()
	for (const id of wanted.filter((id) => !now.includes(id))) {
		await occ(['group:adduser', 'admin', id])
	}
	for (const id of now.filter((id) => !wanted.includes(id))) {
		await occ(['group:removeuser', 'admin', id])
	}
}

let before: string[] = []

export const secondAdmin: TourActs = {
	admin: true,
	// A space with one admin alone; nobody else is there, since on a Nextcloud one test runs at a time.
	before: async ({ me }) => {
		before = await admins()
		await setAdmins([me.id])
	},
	after: () => setAdmins(before),
	steps: {
		give: async ({ page, me }) => {
			const row = page.locator(`[data-cy-user-row]:not([data-cy-user-row="${me.id}"])`).first()
			await row.locator('[data-cy-user-list-action-toggle-edit]').click()
			await row.locator('[data-cy-user-list-input-groups] input').fill('admin')
			// Some front ends offer what is typed as a new group as well, above the group that there is.
			await row.getByRole('option').filter({ hasText: /^\s*admin\s*$/ }).last().click()
		},
		check: ({ page }) => page.locator('#app-navigation-vue li#admin a').click(),
	},
}

export const roomLeft: TourActs = {
	admin: true,
	steps: {
		trash: ({ page }) => page.locator('[data-cy-files-navigation-item="trashbin"] a').click(),
		default: async ({ page }) => {
			await page.locator('.account-management__settings-toggle').click()
			await page.locator('.modal-container__close:visible').click()
		},
	},
}
