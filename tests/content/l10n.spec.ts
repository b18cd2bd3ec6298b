/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import french from '../../l10n/fr.json'
import { lightFrench, sentencesOf } from '../../texts.config.ts'

const ROOT = join(import.meta.dirname, '../..')
const QUOTED = String.raw`'((?:[^'\\]|\\.)*)'`

function files(folder: string, ending: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name))
		.map((name) => join(ROOT, folder, name))
}

function unquote(literal: string): string {
	return literal.replace(/\\(.)/g, '$1')
}

function matches(source: string, pattern: RegExp): string[] {
	return [...source.matchAll(pattern)].map((match) => unquote(match[1]!))
}

/** What follows an opening bracket, up to the one that closes it. */
function inBrackets(source: string, start: number): string {
	let depth = 1
	let end = start
	for (; depth > 0 && end < source.length; end++) {
		depth += { '(': 1, ')': -1 }[source[end]!] ?? 0
	}
	return source.slice(start, end - 1)
}

/** Sentences of the core and its adapters: what Texts and IL10N are given, and what a refusal says. */
function ofLibrary(source: string): string[] {
	const told = matches(source, new RegExp(String.raw`->t\(\s*${QUOTED}`, 'g'))
	const defaults = matches(source, new RegExp(String.raw`string \$sentence = ${QUOTED}`, 'g'))
	const refusals = [...source.matchAll(/(?:new (?:ProgressConflict|RunConflict|Gone|Invalid|NotFound|Refused|TooBig|TooMany|Unavailable|Unfit|Unproven|self)|parent::__construct)\(/g)]
		.flatMap((match) => matches(inBrackets(source, match.index + match[0].length), new RegExp(QUOTED, 'g')))
	const listed = [...source.matchAll(/const SENTENCES = \[(.*?)\n\t\];/gs)].flatMap((match) => matches(match[1]!, new RegExp(QUOTED, 'g')))
	const notices = [...source.matchAll(/->tell\(/g)]
		.flatMap((match) => matches(inBrackets(source, match.index + match[0].length), new RegExp(QUOTED, 'g')))
	return [...told, ...defaults, ...[...refusals, ...listed, ...notices].filter(isSentence)]
}

function isSentence(literal: string): boolean {
	return /^[A-Z{].* .*[.!?]$/.test(literal)
}

function read(file: string): string {
	return readFileSync(file, 'utf8')
}

const sources = files('src', /(?<!\.spec)\.(ts|vue)$/).map(read)
const used = new Set([
	...sources.flatMap(sentencesOf),
	...files('lib', /\.php$/).map(read).flatMap(ofLibrary),
])
const translations: Record<string, string> = french.translations
/** What comes to pages that are not ours. */
const LIGHT = ['src/tour', 'src/help', 'src/shared', 'src/adventure/companion']

describe('the sentences that come to pages of others', () => {
	const light: Record<string, string> = JSON.parse(lightFrench()).translations

	it('are all of tours and help, in French', () => {
		const needed = LIGHT.flatMap((folder) => files(folder, /(?<!\.spec)\.(ts|vue)$/)).map(read).flatMap(sentencesOf)
		expect(needed).toContain('Done!')
		expect(needed.filter((sentence) => light[sentence] !== translations[sentence] || translations[sentence] === undefined)).toEqual([])
	})

	it('are not those of our own pages', () => {
		expect(light).not.toHaveProperty('Bring files here')
		expect(Object.keys(light).length).toBeLessThan(Object.keys(translations).length / 3)
	})

	it('are all that these folders import words from', () => {
		const imported = LIGHT.flatMap((folder) => files(folder, /(?<!\.spec)\.(ts|vue)$/))
			.filter((file) => !file.includes('/testing'))
			.flatMap((file) => [...read(file).matchAll(/from '(?:\.\.\/)+([a-z]+)\//g)].map((match) => match[1]!))
		expect([...new Set(imported)].filter((folder) => !['tour', 'help', 'shared', 'engine'].includes(folder))).toEqual([])
	})

	it('are all that the companion says: what it shares with the page of the stories is silent', () => {
		const shared = ['api', 'outbox', 'told'].map((name) => read(join(ROOT, `src/adventure/${name}.ts`)))
		expect([...shared, ...files('src/adventure/engine', /\.ts$/).map(read)].flatMap(sentencesOf)).toEqual([])
	})
})

describe('l10n/fr.json', () => {
	it('finds the sentences of both sides', () => {
		expect(used).toContain('Try again')
		expect(used).toContain('Help for this page')
		expect(used).toContain('The field “{field}” is too long: {limit} characters at most.')
		expect(used).toContain('This went on in another window. Here is where it stands now.')
		expect(used).toContain('This tour does not exist here. Reload the page to see those that do.')
		expect(used).toContain('You are no longer logged in. Reload the page and log in again.')
	})

	it('has every sentence', () => {
		expect([...used].filter((sentence) => !(sentence in translations))).toEqual([])
	})

	it('has no sentence that nobody says', () => {
		expect(Object.keys(translations).filter((sentence) => !used.has(sentence))).toEqual([])
	})

	it('has its keys in order, so that changes stay readable', () => {
		const keys = Object.keys(translations)
		expect(keys).toEqual([...keys].sort())
	})

	it('has no vertical bar: Nextcloud would show a complaint in place of the sentence', () => {
		expect(Object.entries(translations).flat().filter((sentence) => sentence.includes('|'))).toEqual([])
	})

	it.each(Object.entries(translations))('keeps the places of %j', (english, translation) => {
		const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
		expect(places(translation)).toEqual(places(english))
		// The server's translator formats with "%".
		expect(english + translation).not.toContain('%')
		expect(translation).not.toMatch(/[<>']/)
		expect(translation.trim()).not.toBe('')
	})

	it.each(Object.values(translations))('sets %j as French is set', (translation) => {
		expect(translation).not.toMatch(/(?<![\u00a0\u202f])[:;!?»](?!\w)/u)
		expect(translation).not.toMatch(/«(?![\u00a0\u202f])/u)
	})

	it('is asked with sentences, never with something put together', () => {
		const calls = sources.flatMap((source) => [...source.matchAll(/(?<![\w.$])t\((.)/gs)].map((match) => source.slice(match.index, match.index + 40)))
		expect(calls.filter((call) => !/^t\(\s*'/.test(call) && !/^t\(sentence: string/.test(call))).toEqual([])
	})
})
