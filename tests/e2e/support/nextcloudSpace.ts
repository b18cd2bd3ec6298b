/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage, Member, MemberOptions, Space } from './space.ts'

import { join } from 'node:path'
import { php } from './php.ts'
import { environment, newId } from './space.ts'

/** SQLite refuses at once, without waiting, who has read before another process wrote: cron works beside the tests. */
const LOCKED = /database is locked/
const TRIES = 5
const MAKE_MEMBER = join(import.meta.dirname, 'make-member.php')

/** Does it again, a little later, when another process held the database. */
async function unlocked<T>(work: () => Promise<T>): Promise<T> {
	for (let left = TRIES - 1; ; left--) {
		try {
			return await work()
		} catch (error) {
			if (left === 0 || !LOCKED.test((error as Error).message)) {
				throw error
			}
			await new Promise((resolve) => setTimeout(resolve, 500))
		}
	}
}

/** Runs occ on the served copy. */
export function occ(args: string[], env: Record<string, string> = {}): Promise<string> {
	const cwd = environment('COMPAGNON_NEXTCLOUD')
	return unlocked(() => php([join(cwd, 'occ'), '--no-warnings', ...args], { cwd, env }))
}

class NextcloudFilesPage implements FilesPage {
	constructor(private readonly page: Page) {}

	private get newButton() {
		return this.page.locator('[data-cy-upload-picker] button').first()
	}

	async open(): Promise<void> {
		await this.page.goto('/index.php/apps/files')
		await this.newButton.waitFor()
	}

	async openNewMenu(): Promise<void> {
		await this.newButton.click()
		await this.page.getByRole('menuitem', { name: /^(Nouveau dossier|New folder)/ }).waitFor()
	}

	async newFolder(name: string): Promise<void> {
		await this.openNewMenu()
		await this.page.getByRole('menuitem', { name: /^(Nouveau dossier|New folder)/ }).click()
		const dialog = this.page.getByRole('dialog', { name: /^(Créer un nouveau dossier|Create new folder)/ })
		await dialog.getByRole('textbox').fill(name)
		await dialog.getByRole('button', { name: /^(Créer|Create)/ }).click()
		await dialog.waitFor({ state: 'hidden' })
	}

	async upload(name: string, content: string): Promise<void> {
		await this.page.locator('[data-cy-upload-picker] input[type="file"]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
		await this.page.locator(`[data-cy-files-list-row-name="${name}"]`).waitFor()
	}

	async share(item: string, member: Member): Promise<void> {
		await this.page.locator(`[data-cy-files-list-row-name="${item}"] [data-cy-files-list-row-action="sharing-status"] button, [data-cy-files-list-row-name="${item}"] button[data-cy-files-list-row-action="sharing-status"]`).first().click()
		const sidebar = this.page.locator('#app-sidebar-vue, [data-cy-sidebar]').first()
		const search = sidebar.locator('#sharing-search-input, .sharing-search input').first()
		await search.waitFor()
		await search.fill(member.id)
		await this.page.locator('.sharing-search__option, [role="option"]').filter({ hasText: member.id }).first().click()
		await sidebar.locator('[data-cy-files-sharing-share-editor-action="save"]').click()
		await sidebar.getByText(member.id).first().waitFor()
	}
}

export class NextcloudSpace implements Space {
	readonly host = 'nextcloud'
	readonly paths = {
		home: '/index.php/apps/compagnon/',
		personal: '/index.php/settings/user/compagnon',
		admin: '/index.php/settings/admin/compagnon',
		files: '/index.php/apps/files',
		transfer: '/index.php/apps/compagnon/transfer',
	}

	newMember({ admin = false, language, theme, firstVisit = false }: MemberOptions = {}): Promise<Member> {
		const settings = [
			// French is what the space speaks anyway.
			...language === 'en' ? [['core', 'lang', 'en']] : [],
			...firstVisit ? [] : [['firstrunwizard', 'show', '99.0.0']],
			...theme === undefined ? [] : [['theming', 'enabled-themes', JSON.stringify([theme])]],
		]
		const cwd = environment('COMPAGNON_NEXTCLOUD')
		// A try that was cut short may have made the account without its group, so each has a name of its own.
		return unlocked(async () => {
			const member = { id: newId(), password: 'un-Mot-de-passe-2026' }
			await php([MAKE_MEMBER, cwd, JSON.stringify({ ...member, isAdmin: admin, settings })], { cwd })
			return member
		})
	}

	/** What the form sends, without the page it is on and the dashboard behind it, which take seconds each time. */
	async login(page: Page, member: Member): Promise<void> {
		const form = await (await page.request.get('/index.php/login')).text()
		const requesttoken = /data-requesttoken="([^"]+)"/.exec(form)?.[1]
		if (requesttoken === undefined) {
			throw new Error('The login page has no request token')
		}
		const answer = await page.request.post('/index.php/login', {
			form: { user: member.id, password: member.password, timezone: 'Europe/Paris', timezone_offset: 1, requesttoken },
			// From somewhere else it would be refused.
			headers: { Origin: new URL(environment('COMPAGNON_URL')).origin },
			maxRedirects: 0,
		})
		const to = answer.headers().location ?? ''
		if (answer.status() !== 303 || to.includes('/login')) {
			throw new Error(`${member.id} could not log in: ${answer.status()} ${to}`)
		}
	}

	files(page: Page): FilesPage {
		return new NextcloudFilesPage(page)
	}
}
