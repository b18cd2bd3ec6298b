/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { setLanguage } from '@nextcloud/l10n'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import words from './words.json'
import { say } from './words.ts'

const root = join(import.meta.dirname, '..')

function sources(folder: string): string {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(vue|ts|php)$/.test(file) && !file.endsWith('.spec.ts'))
		.map((file) => readFileSync(join(root, folder, file), 'utf8'))
		.join('\n')
}

describe('words of the demo', () => {
	beforeEach(() => setLanguage('fr'))

	it('have both languages, with the same places for values', () => {
		const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
		for (const [key, { fr, en }] of Object.entries(words)) {
			expect(fr, key).not.toBe('')
			expect(en, key).not.toBe('')
			expect(places(fr), key).toEqual(places(en))
		}
	})

	it('exist for every key that PHP names', () => {
		const named = [...sources('src').matchAll(/'((?:error|login|link|menu|theme|header|files|action|space|app)\.[a-zA-Z]+)'/g)].map(([, key]) => key)
		expect(named.length).toBeGreaterThan(40)
		expect(named.filter((key) => !(key! in words))).toEqual([])
	})

	it('are all used', () => {
		const all = sources('src') + sources('front')
		const made = /^(account|notice|menu|done|error)\./
		expect(Object.keys(words).filter((key) => !made.test(key) && !all.includes(`'${key}'`))).toEqual([])
	})

	it('take values as they are', () => {
		expect(say('done.created', { name: '<b>$& {name}' })).toBe('Le dossier «\u00A0<b>$& {name}\u00A0» est créé.')
	})

	it('follow the language of the page', () => {
		setLanguage('en')
		expect(say('new.button')).toBe('New')
	})
})
