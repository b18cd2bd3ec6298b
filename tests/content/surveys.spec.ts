/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const RESOURCES = join(import.meta.dirname, '../../resources')
const LANGUAGES = ['fr', 'en'] as const
type Language = typeof LANGUAGES[number]
type Words = Record<Language, string>

interface Question {
	id: string
	type: 'one' | 'several' | 'scale' | 'band' | 'recommend' | 'fsus' | 'text'
	text: Words
	help?: Words
	options?: { id: string, text: Words }[]
	own?: { text: Words }
	low?: Words
	high?: Words
}

interface Survey {
	id: string
	title: Words
	intro: Words
	minutes: number
	sensitive: boolean
	questions: Question[]
}

interface Notice {
	version: string
	title: Words
	parts: { title: Words, text: Words }[]
}

/*
 * Adults read 195 words of French or 228 of English a minute (Trauzettel-Klosinski & Dietz 2012, IReST). The seconds to
 * decide and to click are ours, as is the second to turn the page; every word is counted, also of options that nobody
 * needs to read to the end, and a sentence in each place for own words that is a question of its own.
 */
const WORDS_A_MINUTE = { fr: 195, en: 228 }
const SECONDS = { one: 2, band: 2, scale: 2, recommend: 2, several: 4, fsus: 30, text: 15 }
const TURNING = 1

/*
 * The notice as the panel draws it on a screen of 320 by 640: 15 pixels with lines of 22.5, 288 less twice 16 for text, that
 * is 32 characters of Nextcloud's fonts on average; measured in Chromium, where both languages are 630 high.
 */
const LINE = 22.5
const CHARACTERS_A_LINE = 32
const SCREEN = 640

function read<T>(file: string): T {
	return JSON.parse(readFileSync(join(RESOURCES, file), 'utf8'))
}

function isWords(value: unknown): value is Words {
	return typeof value === 'object' && value !== null && ('fr' in value || 'en' in value)
}

/** All words of a file, each with its place. */
function wordsOf(value: unknown, place: string): [string, Words][] {
	if (isWords(value)) {
		return [[place, value]]
	}
	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, inside]) => wordsOf(inside, `${place}.${name}`))
		: []
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}]+(?:[’'⋅·-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function linesOf(text: string): number {
	return Math.ceil(text.length / CHARACTERS_A_LINE)
}

const fsus = read<{ citation: string, low: Words, high: Words, items: Words[] }>('fsus.json')
const metrics = read<{ metrics: { name: string, title: Words, why: Words }[] }>('metrics.json').metrics
const short = read<Notice>('notices/short.json')
const long = read<Notice>('notices/long.json')
const surveys = readdirSync(join(RESOURCES, 'surveys'))
	.map((name) => ({ name, ...read<Survey & { kind: string }>(`surveys/${name}`) }))
const questionnaires = surveys.filter(({ kind }) => kind === 'member-answers')
const files = [
	...surveys.map(({ name }) => `surveys/${name}`),
	'metrics.json',
	'notices/short.json',
	'notices/long.json',
]
const all = files.flatMap((file) => wordsOf(read(file), file))

describe('words of surveys, figures and notices', () => {
	it('are found in every file', () => {
		expect(new Set(all.map(([place]) => place.split('.json')[0])).size).toBe(files.length)
	})

	it.each(all)('%s is there in both languages, as plain text', (place, words) => {
		expect(Object.keys(words)).toEqual(LANGUAGES)
		for (const text of Object.values(words)) {
			expect(text.trim()).toBe(text)
			expect(text).not.toBe('')
			expect(text).not.toMatch(/[<>']/)
		}
	})

	it.each(all)('%s in French is set as French is set', (place, { fr }) => {
		expect(fr).not.toMatch(/(?<![\u00a0\u202f])[:;!?»](?!\w)/u)
		expect(fr).not.toMatch(/«(?![\u00a0\u202f])/u)
		expect(fr).not.toMatch(/\d (?:Go|mois|ans?|comptes|%)/u)
	})

	it.each(all)('%s orders nobody about, blames nobody and uses no word that few know', (place, { fr, en }) => {
		expect(fr).not.toMatch(/(?<!\p{L})(?:il faut|faut-il|vous devez|tu|obligatoire|n’oubliez|serveurs?|instances?|logiciels?|fédérée?s?|opt-in|onboarding|utilisateurs?|anonymisée?s?)(?!\p{L})/iu)
		expect(en).not.toMatch(/(?<!\p{L})(?:you must|you have to|mandatory|don’t forget|servers?|instances?|software|federated|opt-in|onboarding|users?)(?!\p{L})/iu)
	})
})

describe.each(questionnaires)('resources/surveys/$name', ({ intro, minutes, sensitive, questions }) => {
	it('has ids of its own for questions, and in each question for options', () => {
		for (const ids of [questions.map(({ id }) => id), ...questions.map(({ options = [] }) => options.map(({ id }) => id))]) {
			expect(new Set(ids).size).toBe(ids.length)
		}
	})

	it.each(LANGUAGES)('takes three minutes at most, read whole and answered in %s', (language) => {
		const shown = questions.flatMap(({ type, text, help, options = [], own, low, high }) => [
			...[text, help, own?.text, low, high, ...options.map((option) => option.text)].filter((words) => words !== undefined),
			...(type === 'fsus' ? [fsus.low, fsus.high, ...fsus.items] : []),
		])
		const words = [intro, ...shown].reduce((sum, one) => sum + countWords(one[language]), 0)
		const deciding = questions.reduce((sum, { type }) => sum + SECONDS[type] + TURNING, 0)

		expect(words / WORDS_A_MINUTE[language] * 60 + deciding).toBeLessThanOrEqual(minutes * 60)
		expect(minutes).toBeLessThanOrEqual(3)
	})

	it('asks nothing about politics, unions, beliefs or health, as it is not called sensitive', () => {
		const asked = questions.flatMap((question) => wordsOf(question, question.id))
		const touching = asked.filter(([, { fr, en }]) => /politi|syndic|relig|croyan|spirit|philosoph|santé|handicap|malad/iu.test(fr)
			|| /politic|union|relig|belie|spirit|philosoph|health|disab|illness/iu.test(en))
		expect(sensitive ? [] : touching).toEqual([])
	})
})

describe('resources/fsus.json', () => {
	it('has ten items in both languages, and says whose they are', () => {
		expect(fsus.items).toHaveLength(10)
		for (const item of [fsus.low, fsus.high, ...fsus.items]) {
			expect(Object.keys(item)).toEqual(LANGUAGES)
		}
		expect(fsus.citation).toMatch(/Gronier.*Baudet.*2021.*10\.1080\/10447318\.2021\.1898828.*Brooke.*1996/)
	})

	it('turns about after each item, as the score takes it', () => {
		const isAgainst = fsus.items.map(({ en }) => /complex|support of a technical|inconsistency|cumbersome|learn a lot/.test(en))
		expect(isAgainst).toEqual([false, true, false, true, false, true, false, true, false, true])
	})
})

describe('resources/metrics.json', () => {
	it.each(metrics)('$name is asked for a reason that is one sentence', ({ why }) => {
		for (const language of LANGUAGES) {
			expect(why[language]).toMatch(/^\p{Lu}[^.!?]*\.$/u)
			expect(why[language].length).toBeLessThanOrEqual(130)
		}
	})
})

describe('the notices', () => {
	it('are of one version', () => {
		expect(short.version).toBe(long.version)
	})

	it.each(LANGUAGES)('the short one is on one screen of a small phone in %s', (language) => {
		const height = 24 + 8 + 1.15 * LINE * linesOf(short.title[language])
			+ short.parts.reduce((sum, { title, text }) => sum + 8 + LINE * (linesOf(title[language]) + linesOf(text[language])), 0)
		expect(height).toBeLessThanOrEqual(SCREEN)
	})

	const said: Record<string, RegExp[]> = {
		'what leaves': [/réponses/, /tranches/],
		'what does not': [/ni nom/i],
		'who gets it': [/observatoire/],
		'what for': [/publie ce qui aide les associations/],
		'how long': [/trois mois/i],
		'how to take it back': [/se retirent avec votre code/],
		'that tokens do not link': [/sans dire lequel/],
		'that addresses and timing are hidden between separate operators only': [/adresse.*heure.*qu’entre équipes séparées/],
		'that a host can change the code': [/modifier le programme/],
	}

	it.each(Object.entries(said))('the short one says %s', (what, patterns) => {
		const text = short.parts.map((part) => part.text.fr).join('\n')
		for (const pattern of patterns) {
			expect(text).toMatch(pattern)
		}
	})

	const information: Record<string, RegExp> = {
		'controller and contact': /responsable.*contact/is,
		'data protection officer': /délégué⋅e à la protection des données/,
		purpose: /le publier/,
		'legal basis': /article 6\.1\.a/,
		'explicit consent': /article 9\.2\.a/,
		recipients: /reçoit les envois scellés/,
		'transfers to other countries': /hors de l’Union européenne/,
		retention: /trois mois après le décompte/,
		rights: /Accès, rectification, effacement, limitation, opposition, portabilité/,
		'taking consent back': /Retirer votre consentement/,
		'the authority': /CNIL/,
		'that nothing obliges': /ni la loi ni un contrat/,
		'automated decisions': /Aucune décision n’est prise automatiquement/,
	}

	it.each(Object.entries(information))('the long one has what article 13 of the GDPR asks for: %s', (what, pattern) => {
		expect(long.parts.map((part) => `${part.title.fr}\n${part.text.fr}`).join('\n')).toMatch(pattern)
	})

	it('have as many parts as paragraphs in both languages', () => {
		for (const { text } of [...short.parts, ...long.parts]) {
			expect(text.fr.split('\n').length).toBe(text.en.split('\n').length)
		}
	})
})
