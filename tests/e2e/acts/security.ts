/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { createHmac } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a secret in base 32 (RFC 6238, six digits). */
function codeOf(secret: string): string {
	const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
	const moment = Buffer.alloc(8)
	moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
	const digest = createHmac('sha1', key).update(moment).digest()
	const number = digest.readUInt32BE(digest.at(-1)! & 0xF) & 0x7FFFFFFF
	return String(number % 1_000_000).padStart(6, '0')
}

export const mySecurity: TourActs = {
	steps: {
		open: ({ page }) => page.locator('#app-navigation li[data-section-id="security"][data-section-type="personal"] a').click(),
		// There only where an app for codes is enabled.
		'second-factor': async ({ page }) => {
			const section = page.locator('#twofactor-totp-settings')
			await section.locator('label[for="totp-enabled"]').click()
			await section.locator('#totp-confirmation').waitFor()
			const secret = (await section.innerText()).match(/\b[A-Z2-7]{16,}\b/)![0]
			await section.locator('#totp-confirmation').fill(codeOf(secret))
			await section.locator('#totp-confirmation-submit').click()
		},
		'device-name': ({ page }) => page.locator('#generate-app-token-section input[type="text"]').fill('Téléphone'),
	},
}
