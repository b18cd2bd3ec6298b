/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveyQuestion } from '../shared/types.ts'

import { describe, expect, it } from 'vitest'
import { askedOf, isAsked } from './conditions.ts'
import { both, QUESTIONS } from './testing.ts'

type If = NonNullable<SurveyQuestion['if']>

const BOARD = { q: 'role', in: ['board', 'office'] }
const TALK = { q: 'tools', in: ['talk'] }

describe('a condition', () => {
	it.each<[string, If, Record<string, string | string[] | number | null>, boolean]>([
		['holds without any', {}, {}, true],
		['holds with empty lists', { all: [], any: [] }, {}, true],
		['needs all of them', { all: [BOARD, TALK] }, { role: 'board', tools: ['files', 'talk'] }, true],
		['fails when one of all fails', { all: [BOARD, TALK] }, { role: 'board', tools: ['files'] }, false],
		['needs one of any', { any: [BOARD, TALK] }, { role: 'volunteer', tools: ['talk'] }, true],
		['fails when none of any holds', { any: [BOARD, TALK] }, { role: 'volunteer', tools: ['files'] }, false],
		['needs both kinds', { all: [BOARD], any: [TALK] }, { role: 'board', tools: [] }, false],
		['takes any of the options named', { all: [BOARD] }, { role: 'office' }, true],
		['does not hold for a refused answer', { all: [BOARD] }, { role: null }, false],
		['does not hold for what was not answered', { all: [BOARD] }, {}, false],
		['does not hold for an unknown question', { all: [{ q: 'nothing', in: ['board'] }] }, { role: 'board' }, false],
		['does not hold for an unknown option', { all: [{ q: 'role', in: ['boards'] }] }, { role: 'board' }, false],
		['is not fooled by names that every object has', { any: [{ q: 'constructor', in: ['board'] }] }, {}, false],
		['is not fooled by a number', { all: [{ q: 'ease', in: ['4'] }] }, { ease: 4 }, false],
	])('%s', (_, condition, known, holds) => {
		expect(isAsked({ if: condition }, known)).toBe(holds)
	})
})

describe('the questions that are asked', () => {
	const ids = (answers: Record<string, string | null>) => askedOf(QUESTIONS, answers).map(({ id }) => id)

	it('change with the answers', () => {
		expect(ids({ role: 'board' })).toContain('size')
		expect(ids({ role: 'volunteer' })).not.toContain('size')
		expect(ids({ role: null })).not.toContain('size')
	})

	it('do not hang on one that is not asked any more', () => {
		const chain: SurveyQuestion[] = [
			QUESTIONS[0]!,
			QUESTIONS[2]!,
			{ id: 'deep', type: 'one', text: both('Deep?'), options: [], if: { any: [{ q: 'size', in: ['1-9'] }] } },
		]
		expect(askedOf(chain, { role: 'board', size: '1-9' })).toHaveLength(3)
		expect(askedOf(chain, { role: 'volunteer', size: '1-9' })).toHaveLength(1)
	})
})
