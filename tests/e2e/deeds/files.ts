/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator } from '@playwright/test'
import type { Act, Scene } from '../acts/act.ts'
import type { Deed } from './deed.ts'

import { findingThings } from '../acts/finding.ts'
import { fillBehind } from '../acts/sharing.ts'
import { putFile } from '../support/storedFiles.ts'
import { inDemo, onEach } from './deed.ts'

const WORDS = 'Germaine : selles à 72 et 68.'
const PASSWORD = 'un-Mot-de-passe-2026'

/** The day in thirty days, as a field of a date has it. */
function inAMonth(): string {
	return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
}

/** A file that is there already, put so that the page need not be open. */
function having(name: string): Act {
	return ({ page, me }) => putFile(page, me, name, Buffer.from(WORDS))
}

function row({ page, space }: Scene, name: string): Locator {
	return page.locator(space.host === 'demo' ? `[data-demo-row="${name}"]` : `[data-cy-files-list-row-name="${name}"]`)
}

/** Chooses an entry of the menu of a row, in the words of each host. */
async function chooseOfRow(scene: Scene, name: string, demo: string, nextcloud: string): Promise<void> {
	if (scene.space.host === 'demo') {
		await row(scene, name).locator('[data-demo="row-actions"] button').click()
		await scene.page.locator(`[data-demo="${demo}"]`).click()
		return
	}
	await row(scene, name).locator('[data-cy-files-list-row-actions] .action-item__menutoggle').click()
	await scene.page.locator(`.v-popper__popper--shown [data-cy-files-list-row-action="${nextcloud}"]`).click()
}

/** A text with an older version, made without the page. */
const havingVersions: Act = onEach(async (scene) => {
	const { id, base } = await inDemo<{ id: number, base: number }>(scene, 'texts', { name: 'versions.md', parent: 0 })
	const { base: next } = await inDemo<{ base: number }>(scene, `nodes/${id}/text`, { text: 'Soupe pour six.', base })
	await inDemo(scene, `nodes/${id}/text`, { text: 'Soupe pour soixante.', base: next })
}, async ({ page, me }) => {
	const url = `/remote.php/dav/files/${encodeURIComponent(me.id)}/versions.md`
	for (const [data, age] of [['Soupe pour six.', 7200], ['Soupe pour soixante.', 60]] as const) {
		const headers = { 'OCS-APIRequest': 'true', 'X-OC-Mtime': String(Math.floor(Date.now() / 1000) - age) }
		await page.request.put(url, { headers, data })
	}
})

/** A text that is shared with a friend, made without the page. */
const havingTextForTwo: Act = onEach(async (scene) => {
	const { id } = await inDemo<{ id: number }>(scene, 'texts', { name: 'a-deux.md', parent: 0 })
	await inDemo(scene, `nodes/${id}/shares`, { member: scene.friend.id, editable: true })
}, async ({ page, me, friend }) => {
	await putFile(page, me, 'a-deux.md', Buffer.from(WORDS))
	await page.request.post('/ocs/v2.php/apps/files_sharing/api/v1/shares', {
		headers: { 'OCS-APIRequest': 'true' },
		form: { path: '/a-deux.md', shareType: 0, shareWith: friend.id, permissions: 3 },
	})
})

/** Makes a link in the window or the panel of sharing. */
function linkOf(name: string, { password = '', ends = false }): Act {
	return onEach(async (scene) => {
		await row(scene, name).locator('[data-demo="row-share"]').click()
		if (password !== '') {
			await scene.page.locator('input[data-demo="link-password"], [data-demo="link-password"] input').fill(password)
		}
		if (ends) {
			await scene.page.locator('input[data-demo="link-ends"], [data-demo="link-ends"] input').fill(inAMonth())
		}
		await scene.page.locator('[data-demo="link-submit"]').click()
		await scene.page.locator('[data-demo="link"]').first().waitFor()
		await scene.page.keyboard.press('Escape')
	}, async (scene) => {
		const { page } = scene
		await row(scene, name).locator('[data-cy-files-list-row-action="sharing-status"]').click()
		await page.locator('[data-cy-sidebar] .new-share-link').first().click()
		if (password !== '' || ends) {
			await page.locator('.sharing-link-list .sharing-entry__actions.action-item .action-item__menutoggle').first().click()
			await page.locator('.v-popper__popper--shown [role="menuitem"]').first().click()
			await page.locator('.sharingTabDetailsView').waitFor()
			await custom(scene, password, ends)
			await page.locator('[data-cy-files-sharing-share-editor-action="save"]').click()
			await page.locator('.sharingTabDetailsView').waitFor({ state: 'hidden' })
		}
	})
}

/** The fields of Nextcloud's panel, behind a box to tick each. */
async function custom({ page }: Scene, password: string, ends: boolean): Promise<void> {
	const details = page.locator('.sharingTabDetailsView')
	const boxes = details.locator('.sharingTabDetailsView__advanced .checkbox-radio-switch-checkbox')
	if (password !== '') {
		await fillBehind(boxes.filter({ hasText: /mot de passe|password/i }).first(), details.locator('input[type="password"]'), password)
	}
	if (ends) {
		await fillBehind(boxes.filter({ hasText: /expiration/i }).first(), details.locator('input[type="date"]'), inAMonth())
	}
}

export const folderCreated: Deed = {
	act: ({ files }) => files.newFolder('Germaine'),
}

export const fileUploaded: Deed = {
	act: ({ files }) => files.upload('fiche.txt', 'Ne jamais laisser Germaine choisir la route.'),
}

export const memberShareCreated: Deed = {
	before: having('planning.txt'),
	act: async (scene) => {
		await row(scene, 'planning.txt').waitFor()
		await scene.files.share('planning.txt', scene.friend)
	},
}

export const linkCreated: Deed = { before: having('lien.txt'), act: linkOf('lien.txt', {}) }

export const protectedLinkCreated: Deed = { before: having('secret.txt'), act: linkOf('secret.txt', { password: PASSWORD }) }

export const expiringLinkCreated: Deed = { before: having('bref.txt'), act: linkOf('bref.txt', { password: PASSWORD, ends: true }) }

export const favoriteAdded: Deed = {
	before: having('budget.txt'),
	act: onEach((scene) => chooseOfRow(scene, 'budget.txt', 'action.star', ''), findingThings.steps.favorite!),
}

export const trashRestored: Deed = {
	before: having('jete.txt'),
	act: async (scene) => {
		await chooseOfRow(scene, 'jete.txt', 'action.delete', 'delete')
		await row(scene, 'jete.txt').waitFor({ state: 'detached' })
		await findingThings.steps.trash!(scene)
		if (scene.space.host === 'demo') {
			await chooseOfRow(scene, 'jete.txt', 'action.restore', '')
		} else {
			await scene.page.locator('[data-cy-files-list-row-action="restore"]').first().click()
		}
	},
}

export const versionRestored: Deed = {
	before: havingVersions,
	act: async (scene) => {
		await chooseOfRow(scene, 'versions.md', 'action.versions', 'details')
		if (scene.space.host === 'demo') {
			await scene.page.locator('[data-demo="versions-dialog"] [data-demo^="version-"]').last().click()
			await scene.page.keyboard.press('Escape')
			return
		}
		const sidebar = scene.page.locator('[data-cy-sidebar]')
		await sidebar.getByRole('tab', { name: 'Versions' }).click()
		await sidebar.locator('[data-files-versions-version] .action-item__menutoggle').last().click()
		await scene.page.locator('[data-cy-files-versions-version-action="restore"]').click()
	},
}

export const writtenTogether: Deed = {
	before: havingTextForTwo,
	act: async (scene) => {
		const { page } = scene
		await row(scene, 'a-deux.md').locator(scene.space.host === 'demo' ? 'a.file-name' : '[data-cy-files-list-row-name-link]').click()
		if (scene.space.host === 'demo') {
			await page.locator('textarea[data-demo="text-editor"], [data-demo="text-editor"] textarea').fill(`${WORDS} Et un panier.`)
			await page.locator('[data-demo="text-save"]').click()
			return
		}
		await page.locator('[data-text-el="editor-container"] .ProseMirror').click()
		await page.keyboard.type('Et un panier.')
		await page.locator('#viewer .header-close').click()
	},
}
