/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from '../engine/types.ts'
import type { Language, StoryFiles } from './files.ts'
import type { Finding } from './finding.ts'

import { LANGUAGES } from './files.ts'
import { finding } from './finding.ts'
import { keysOf } from './parts.ts'
import { TONE } from './tone.ts'

const LONGEST = 1200

/** Words in both languages: all that are said, and no other, as they are to be written. */
export function checkTexts(story: Story, { texts }: StoryFiles): Finding[] {
	return LANGUAGES.flatMap((language) => checkLanguage(keysOf(story), language, texts[language]))
}

function checkLanguage(keys: [where: string, key: string][], language: Language, texts: unknown): Finding[] {
	if (typeof texts !== 'object' || texts === null || Array.isArray(texts)) {
		return [finding(`${language}.json`, 'This has to be an object of keys and words.')]
	}
	const said = new Map(keys.map(([where, key]) => [key, where]))
	const missing = [...said].filter(([key]) => !Object.hasOwn(texts, key))
		.map(([key, where]) => finding(`${where === '' ? '' : where + ', '}${language}.json, key “${key}”`, 'The words are missing. Write them.'))
	const orphans = Object.keys(texts).filter((key) => !said.has(key))
		.map((key) => finding(`${language}.json, key “${key}”`, 'Nothing in the story says these words. Use the key, or take it away.'))
	const written = Object.entries(texts).flatMap(([key, words]) => faultsOf(language, words)
		.map((says) => finding(`${language}.json, key “${key}”`, says)))
	return [...missing, ...orphans, ...written]
}

function faultsOf(language: Language, words: unknown): string[] {
	if (typeof words !== 'string' || words === '') {
		return ['There are no words. Write them.']
	}
	return [
		...words.length > LONGEST ? [`It has ${words.length} characters; ${LONGEST} at most. Make two paragraphs of it.`] : [],
		...TONE[language].flatMap(({ pattern, says }) => {
			const found = words.match(pattern)
			return found === null ? [] : [`${says} Found in: “…${words.slice(Math.max(0, found.index! - 20), found.index! + found[0].length + 10)}…”`]
		}),
	]
}
