/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Browser } from '@playwright/test'
import type { Provider } from './support/moveIn.ts'
import type { Member, Space } from './support/space.ts'

import { expectAllOf, filesThere } from './support/comparison.ts'
import { MoveIn, NAMES } from './support/moveIn.ts'
import { providers } from './support/providers.ts'
import { isSoak } from './support/space.ts'
import { storedFiles } from './support/storedFiles.ts'
import { expect, test } from './support/test.ts'

const CLIENTS: Record<Provider, { id: string, secret: string }> = {
	google: { id: 'compagnon-demo.apps.googleusercontent.com', secret: 'demo-google-secret' },
	dropbox: { id: 'compagnondemo', secret: 'demo-dropbox-secret' },
}

interface Settings {
	members: boolean
	bandwidth: number | null
	fast: boolean
	staging: string
}

test.beforeEach(async () => {
	test.slow()
	await providers.reset()
})

/** Whoever looks after the space, in a browser of their own, while `act` runs. */
async function withAdmin(browser: Browser, space: Space, act: (admin: MoveIn, member: Member) => Promise<void>): Promise<void> {
	const context = await browser.newContext()
	const page = await context.newPage()
	const member = await space.newMember({ admin: true })
	await space.login(page, member)
	try {
		await act(new MoveIn(page, space), member)
	} finally {
		await context.close()
	}
}

async function setClient(admin: MoveIn, provider: Provider, client: { id: string, secret: string }): Promise<void> {
	expect((await admin.ask('PUT', `/admin/transfer/clients/${provider}`, client)).ok()).toBe(true)
}

/** What is in the settings while `act` runs. */
async function withMembers(admin: MoveIn, members: boolean, act: () => Promise<void>): Promise<void> {
	const { bandwidth, fast, staging } = (await (await admin.ask('GET', '/admin/transfer')).json()).ocs.data as Settings
	const set = async (may: boolean) => expect((await admin.ask('PUT', '/admin/transfer', { members: may, bandwidth, fast, staging })).ok()).toBe(true)
	await set(members)
	try {
		await act()
	} finally {
		await set(true)
	}
}

if (isSoak) {
	test('where members may not bring things, the page says whom to ask', async ({ page, space, arrive, browser }) => {
		await arrive()
		await withAdmin(browser, space, (admin) => withMembers(admin, false, async () => {
			const move = new MoveIn(page, space)
			await move.open()
			await move.expectText('In this space, files are brought by whoever looks after it. That person can also propose it to you: then you find it here.')
			await expect(move.button('Choose an archive')).toHaveCount(0)
			await move.expectGoodAtEachSize()
			expect((await move.ask('POST', '/runs', { source: 'archive', archives: [1], target: 'x' })).status()).toBe(403)
		}))
	})

	test('a provider that is not set up, and a wrong secret, are said in words', async ({ page, space, arrive, browser }) => {
		await arrive()
		const move = new MoveIn(page, space)
		await withAdmin(browser, space, async (admin) => {
			try {
				await setClient(admin, 'dropbox', { id: '', secret: '' })
				await move.open()
				await expect(move.content.locator('[data-source="dropbox"]')).toContainText('Ce n’est pas encore prêt dans cet espace.')
				await expect(move.content.locator('[data-source="dropbox"]').getByRole('button')).toHaveCount(0)
				await move.expectGoodAtEachSize()
				await admin.open()
				await expect(admin.content.getByRole('link', { name: admin.say('Set up {source}', { source: NAMES.dropbox }) })).toBeVisible()

				await setClient(admin, 'google', { ...CLIENTS.google, secret: 'wrong' })
				await move.toConsent('google')
				await page.locator('button[value="allow"]').click()
				await move.expectText('The provider does not accept how this space is registered there. Whoever looks after the space can look at the settings.')
			} finally {
				await setClient(admin, 'google', CLIENTS.google)
				await setClient(admin, 'dropbox', CLIENTS.dropbox)
			}
		})
	})

	for (const answer of ['accept', 'decline'] as const) {
		test(`a member who was asked can ${answer}, and whoever asked never sees a name of a file`, async ({ page, space, arrive, browser }) => {
			const member = await arrive()
			await withAdmin(browser, space, async (admin, { id: adminId }) => {
				await admin.open('?from=dropbox')
				await admin.content.getByText(admin.say('For a member of the space')).click()
				await admin.content.getByRole('textbox', { name: admin.say('Name of the member') }).fill(member.id)
				await admin.button('Search').click()
				await admin.content.getByText(member.id).click()
				await admin.button('Propose it').click()
				await admin.expectHeading('Move for {name}', { name: member.id })
				await admin.expectGoodAtEachSize()
				const { id } = admin

				const move = new MoveIn(page, space)
				await move.open()
				await move.content.locator(`[data-run="${id}"]`).click()
				await move.expectHeading('{name} offers to bring files to you', { name: adminId })
				await move.expectGoodAtEachSize()
				if (answer === 'decline') {
					await move.button('No, thank you').click()
					await expect(async () => expect((await admin.run(id)).state).toBe('cancelled')).toPass()
					expect(await storedFiles(page, member, NAMES.dropbox)).toEqual([])
					return
				}
				await move.button('Connect {source}', { source: NAMES.dropbox }).click()
				await page.locator('button[value="allow"]').click()
				await move.expectHeading('{name} offers to bring files to you', { name: adminId })
				await move.expectGoodAtEachSize()
				await move.button('Yes, bring them').click()
				await move.expectHeading('What would you like to take?')
				await move.lookOver()
				await move.start()
				await move.toReport()
				await expectAllOf('dropbox', await storedFiles(page, member, NAMES.dropbox))

				await admin.open(`?run=${id}`)
				await admin.toReport()
				await admin.expectText('Move for {name}', { name: member.id })
				await expect(admin.content.locator('[data-reasons="unsupported"] li')).not.toHaveCount(0)
				await admin.expectGoodAtEachSize()
				const seen = await admin.content.innerText() + JSON.stringify(await admin.run(id))
				for (const { name } of await filesThere('dropbox')) {
					expect(name.length < 6 || !seen.includes(name), name).toBe(true)
				}
				expect((await admin.ask('GET', `/runs/${id}/items?kind=all&page=1`)).status()).toBe(403)
			})
		})
	}
}
