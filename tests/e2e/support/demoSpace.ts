/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage, Member, MemberOptions, Space } from './space.ts'

import { demoConsole } from './php.ts'
import { environment, newId } from './space.ts'

class DemoFilesPage implements FilesPage {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.goto('/apps/files')
		await this.page.locator('[data-demo="list"]').waitFor()
	}

	async openNewMenu(): Promise<void> {
		await this.page.locator('[data-demo="new"] button').first().click()
		await this.page.locator('[data-demo="new-folder"]').waitFor()
	}

	async newFolder(name: string): Promise<void> {
		await this.openNewMenu()
		await this.page.locator('[data-demo="new-folder"]').click()
		await this.page.locator('[data-demo="name"] input, input[data-demo="name"]').fill(name)
		await this.page.locator('[data-demo="name-dialog"] [data-demo="submit"]').click()
		await this.page.locator(`[data-demo-row="${name}"]`).waitFor()
	}

	async upload(name: string, content: string): Promise<void> {
		await this.page.locator('[data-demo="upload-input"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
		await this.page.locator(`[data-demo-row="${name}"]`).waitFor()
	}

	async share(item: string, member: Member): Promise<void> {
		await this.page.locator(`[data-demo-row="${item}"] [data-demo="row-share"]`).click()
		const dialog = this.page.locator('[data-demo="share-dialog"]')
		await dialog.locator('[data-demo="share-member"] input').fill(member.id)
		await this.page.getByRole('option').first().click()
		await dialog.locator('[data-demo="share-submit"]').click()
		await dialog.locator('[data-demo="shares"]').getByText(member.id).waitFor()
		await this.page.keyboard.press('Escape')
	}
}

export class DemoSpace implements Space {
	readonly host = 'demo'
	readonly paths = {
		home: '/apps/compagnon/',
		personal: '/settings/user/compagnon',
		admin: '/settings/admin/compagnon',
		files: '/apps/files',
		transfer: '/apps/compagnon/transfer',
	}

	async newMember(options: MemberOptions = {}): Promise<Member> {
		const member = { id: newId(), password: 'un-mot-de-passe' }
		await demoConsole([
			'account:add',
			member.id,
			`--name=${member.id}`,
			`--password=${member.password}`,
			`--role=${options.admin === true ? 'admin' : 'member'}`,
			`--language=${options.language ?? 'fr'}`,
			`--theme=${options.theme ?? 'light'}`,
		], { COMPAGNON_DATA: environment('COMPAGNON_DATA') })
		return member
	}

	async login(page: Page, member: Member): Promise<void> {
		await page.goto('/login')
		await page.locator('#user').fill(member.id)
		await page.locator('#password').fill(member.password)
		await page.locator('#password').press('Enter')
		await page.waitForURL((url) => !url.pathname.endsWith('/login'))
	}

	files(page: Page): FilesPage {
		return new DemoFilesPage(page)
	}
}
