/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { t } from './l10n.ts'

/**
 * Copies words for a message to somebody. Browsers do so only over a secure connection, and when they are allowed to.
 *
 * @return a sentence that says how that went; with the words themselves when they were not copied
 */
export async function copyText(words: string): Promise<string> {
	try {
		await navigator.clipboard.writeText(words)
		return t('Copied. Paste it into your message.')
	} catch {
		return t('Copying is not possible in this browser. This is what to tell: {words}', { words })
	}
}
