/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Plugin } from 'vite'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What comes to pages that are not ours. */
const FOLDERS = ['tour', 'help', 'shared', 'adventure/companion']

const SENTENCE = /\bt\(\s*'((?:[^'\\]|\\.)*)'/g

/** Source sentences of the front end in a file: the first argument of t(). */
export function sentencesOf(source: string): string[] {
	return [...source.matchAll(SENTENCE)].map((match) => match[1]!.replace(/\\(.)/g, '$1'))
}

/** @return JSON like l10n/fr.json, with the sentences of tours and help alone: a tenth of all */
export function lightFrench(root = import.meta.dirname): string {
	const { translations } = JSON.parse(readFileSync(join(root, 'l10n/fr.json'), 'utf8')) as { translations: Record<string, string> }
	const sources = FOLDERS.flatMap((folder) => readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /(?<!\.spec)\.(ts|vue)$/.test(name))
		.map((name) => readFileSync(join(root, 'src', folder, name), 'utf8')))
	const used = new Set(sources.flatMap(sentencesOf))
	return JSON.stringify({ translations: Object.fromEntries(Object.entries(translations).filter(([sentence]) => used.has(sentence))) })
}

/** Gives `l10n/fr.json?light`. Where this is not used, in the tests, that is the whole file. */
export const lightTexts: Plugin = {
	name: 'compagnon-light-texts',
	enforce: 'pre',
	load: (id) => id.endsWith('/l10n/fr.json?light') ? lightFrench() : null,
}
