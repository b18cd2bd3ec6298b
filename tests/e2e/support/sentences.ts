/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FRENCH = (JSON.parse(readFileSync(join(import.meta.dirname, '../../../l10n/fr.json'), 'utf8')) as { translations: Record<string, string> }).translations

/** What the pages say, in the language of the person. */
export function sentence(language: 'fr' | 'en', words: string, values: Record<string, string | number> = {}): string {
	const text = language === 'fr' ? FRENCH[words] : words
	if (text === undefined) {
		throw new Error(`No such words: ${words}`)
	}
	return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
