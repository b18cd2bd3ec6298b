/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Condition, Here, QuestIs } from './types.ts'

import { describe, expect, it } from 'vitest'
import { holds, questStatus } from './conditions.ts'
import { apply, replay } from './replay.ts'
import { aStory, begin, choose, HERE } from './testing.ts'

const story = aStory()
const began = replay(story, [begin()], HERE)
const ask = (condition: unknown, state = began, here: Here = HERE) => holds(condition as Condition, state, here)
const YES = { role: 'sacha' }
const NO = { role: 'marcel' }

describe('a condition', () => {
	it('holds when it is left out', () => {
		expect(ask(undefined)).toBe(true)
	})

	it.each([
		[YES, true],
		[NO, false],
		[{ all: [YES, YES] }, true],
		[{ all: [YES, NO] }, false],
		[{ any: [NO, YES] }, true],
		[{ any: [NO, NO] }, false],
		[{ not: NO }, true],
		[{ not: YES }, false],
		[{ app: 'deck' }, true],
		[{ app: 'spreed' }, false],
		[{ alone: false }, true],
		[{ alone: true }, false],
		[{ admin: false }, true],
		[{ admin: true }, false],
		[{ flag: 'cake' }, false],
		[{ visited: 'yard' }, false],
	])('%j is %s', (condition, expected) => {
		expect(ask(condition)).toBe(expected)
	})

	it('asks for flags, and for scenes that were entered before this one', () => {
		const there = replay(story, [begin(), choose('yard', 'to-kitchen')], HERE)
		expect(ask({ visited: 'yard' }, there)).toBe(true)
		expect(ask({ visited: 'kitchen' }, there)).toBe(false)
		const back = apply(story, there, choose('kitchen', 'to-yard'), HERE)
		expect(ask({ visited: 'kitchen' }, back)).toBe(true)
		expect(ask({ visited: 'yard' }, back)).toBe(true)
		expect(ask({ flag: 'cake' }, back)).toBe(true)
	})

	it.each([
		[[], 'untouched', ['untouched']],
		[[{ kind: 'open', quest: 'folder', level: 'essential' }], 'open', ['open']],
		[[{ kind: 'skip', quest: 'folder' }], 'skipped', ['skipped', 'settled']],
		[[{ kind: 'done', quest: 'folder', level: 'essential' }], 'done', ['done', 'settled']],
	] as const)('after %j the quest is %s', (moves, status, held) => {
		const state = moves.reduce((before, move) => apply(story, before, move, HERE), began)
		expect(questStatus(state, 'folder', 'essential', HERE)).toBe(status)
		const all: QuestIs[] = ['untouched', 'open', 'done', 'skipped', 'aside', 'settled']
		expect(all.filter((is) => ask({ quest: 'folder', is }, state))).toEqual(held)
	})

	it('finds a quest aside unless it was done', () => {
		const here = { ...HERE, aside: ['folder'] }
		expect(ask({ quest: 'folder', is: 'aside' }, began, here)).toBe(true)
		expect(ask({ quest: 'folder', is: 'settled' }, began, here)).toBe(true)
		const done = apply(story, began, { kind: 'done', quest: 'folder', level: 'essential' }, here)
		expect(questStatus(done, 'folder', 'essential', here)).toBe('done')
		expect(questStatus(done, 'folder', 'explore', here)).toBe('aside')
	})

	it.each<[unknown]>([
		[{ moon: 'full' }],
		[{ role: 'sacha', moon: 'full' }],
		[{ role: 1 }],
		[{ role: 'sacha', is: 'done' }],
		[{ quest: 'folder' }],
		[{ quest: 'folder', is: 'perfect' }],
		[{ quest: 'folder', is: 'untouched', level: 'master' }],
		[{ quest: 'nothing', is: 'untouched' }],
		[{ all: [] }],
		[{ all: 'x' }],
		[{ alone: 'no' }],
		[{ toString: 1 }],
		[{ __proto__: null, constructor: 'x' }],
		[{}],
		[null],
		['role'],
	])('that is not understood never holds, nor does anything around it: %j', (condition) => {
		expect(ask(condition)).toBe(false)
		expect(ask({ not: condition })).toBe(false)
		expect(ask({ any: [YES, condition] })).toBe(false)
		expect(ask({ not: { all: [YES, condition] } })).toBe(false)
	})

	it('that is nested without end does not hold', () => {
		let condition: unknown = YES
		for (let depth = 0; depth < 10_000; depth++) {
			condition = { all: [condition] }
		}
		expect(ask(condition)).toBe(false)
	})
})
