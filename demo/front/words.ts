/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getLanguage } from '@nextcloud/l10n'
import words from './words.json'

export type Word = keyof typeof words

/**
 * A sentence of the demo in the person's language.
 *
 * @param word key in words.json, which the demo's PHP uses too
 * @param values for `{name}` in the sentence
 */
export function say(word: Word, values: Record<string, string> = {}): string {
	const sentence = words[word][getLanguage().startsWith('en') ? 'en' : 'fr']
	return sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
