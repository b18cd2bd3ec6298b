/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { QUESTIONS } from '../testing.ts'
import { contentOf, textsOf } from './answers.ts'
import { draftPlace } from './draft.ts'
import { linesOf } from './inWords.ts'
import { personalIn } from './personal.ts'

describe('what leaves', () => {
	it('has every question that was asked, null where nothing was answered, options in their order, and no words', () => {
		expect(contentOf(QUESTIONS, { role: null, tools: ['talk', 'files'], ease: 5, recommend: 0, fsus: Array(10).fill(null), gone: 'x' })).toEqual({
			role: null,
			tools: ['files', 'talk'],
			size: null,
			ease: 5,
			recommend: 0,
			fsus: null,
		})
	})

	it('has words only where they are asked for, not refused, and there', () => {
		const words = { tools: ' a pad ', why: 'because', role: 'no place for that' }
		expect(textsOf(QUESTIONS, {}, words)).toEqual([{ question: 'tools', text: 'a pad' }, { question: 'why', text: 'because' }])
		expect(textsOf(QUESTIONS, { tools: null, why: null }, words)).toEqual([])
		expect(textsOf(QUESTIONS, {}, { why: '  ' })).toEqual([])
	})

	it('can be said in words', () => {
		expect(linesOf(QUESTIONS[1]!, ['files', 'talk'])).toEqual(['files', 'talk'])
		expect(linesOf(QUESTIONS[3]!, 5)).toEqual(['5 on a scale from 1 to 7'])
		expect(linesOf(QUESTIONS[4]!, 0)).toEqual(['0 out of 10'])
		expect(linesOf(QUESTIONS[5]!, [4, ...Array(9).fill(null)])).toHaveLength(10)
		expect(linesOf(QUESTIONS[0]!, null)).toEqual([])
	})
})

describe('own words', () => {
	it.each([
		['Write to nadia.benali@jardins.example please', ['mail']],
		['06 12 34 56 78', ['phone']],
		['call +33 (0)6.12.34.56.78!', ['phone']],
		['see https://example.org/page', ['web']],
		['on www.jardins.example', ['web']],
		['on jardins-du-moulin.fr, or elsewhere', ['web']],
		['nadia@jardins.fr or 0612345678', ['mail', 'phone']],
	])('are looked through: %s', (words, found) => {
		expect(personalIn(words)).toEqual(found)
	})

	it.each(['', 'In 2024 we were 1 200, in 2025 1 450.', 'Simple.Quick.Good', 'from 9 to 12.30, 3/4 of us', 'We share files, e.g. minutes.'])('are left in peace: %s', (words) => {
		expect(personalIn(words)).toEqual([])
	})
})

describe('what was begun', () => {
	it('is kept apart for each account and version, and erased', () => {
		const mine = draftPlace('nadia', 'first', '1.0.0')
		mine.keep({ answers: { role: 'board' }, words: {} })
		expect(mine.read()).toEqual({ answers: { role: 'board' }, words: {} })
		expect(draftPlace('bruno', 'first', '1.0.0').read()).toBeNull()
		expect(draftPlace('nadia', 'first', '1.1.0').read()).toBeNull()
		mine.erase()
		expect(mine.read()).toBeNull()
		expect(window.localStorage).toHaveLength(0)
	})

	it.each(['{', '[]', '{"answers":[],"words":{}}', '"x"'])('is nothing when it cannot be read: %s', (kept) => {
		window.localStorage.setItem('compagnon-survey|nadia|first|1.0.0', kept)
		expect(draftPlace('nadia', 'first', '1.0.0').read()).toBeNull()
		window.localStorage.clear()
	})
})
