/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Here, Move, Story } from './types.ts'

import { describe, expect, it } from 'vitest'
import { choicesOf } from './reading.ts'
import { apply, beginning, replay } from './replay.ts'
import { aStory, begin, choose, dice, HERE, hugeStory } from './testing.ts'

const ROUNDS = process.env.SOAK === undefined ? 300 : 10_000
/** Ten thousand games take longer than what a test usually has. */
const TIME = { timeout: 300_000 }

const GARBAGE: unknown[] = [null, undefined, 7, 'move', [], {}, { kind: 'fly' }, { kind: 'choose' }, { kind: 'choose', scene: '__proto__', choice: 'constructor' }, { kind: 'open', quest: 'folder', level: 'toString' }, { kind: 'skip', quest: { id: 1 } }, { kind: 'begin', role: 9 }, { kind: 'done', quest: '__proto__', level: 'essential' }]

/** Moves that are allowed, that are not, and that are none. */
function randomMoves(story: Story, roll: (sides: number) => number): Move[] {
	const pick = <What>(list: readonly What[]) => list[roll(list.length)]!
	const levels = ['essential', 'explore'] as const
	const quests = [...story.quests.map(({ id }) => id), 'gone']
	const make: (() => unknown)[] = [
		() => {
			const scene = pick(story.scenes)
			return choose(scene.id, pick((scene.choices ?? [{ id: 'gone' }]).map(({ id }) => id)))
		},
		() => ({ kind: pick(['open', 'done', 'seen', 'declare']), quest: pick(quests), level: pick(levels) }),
		() => ({ kind: pick(['close', 'skip']), quest: pick(quests) }),
		() => pick(GARBAGE),
	]
	return [...roll(5) === 0 ? [] : [begin(pick(story.roles).id)], ...Array.from({ length: roll(40) }, () => pick(make)() as Move)]
}

const spaces: Here[] = [HERE, { apps: ['files'], aside: ['card'], admin: true, alone: true }]

describe.each(spaces)('random moves where it is %j', TIME, (here) => {
	const story = aStory()
	const games = Array.from({ length: ROUNDS }, (_, seed) => randomMoves(story, dice(seed)))

	it('come to the same at once and one by one, and twice', () => {
		for (const moves of games) {
			const atOnce = replay(story, moves, here)
			expect(moves.reduce((state, move) => apply(story, state, move, here), beginning(story))).toEqual(atOnce)
			expect(replay(story, moves, here)).toEqual(atOnce)
		}
	})

	it('never lead to a dead end, and leave what was given as it was', () => {
		for (const moves of games) {
			const state = replay(story, moves, here)
			const before = structuredClone(state)
			moves.forEach((move) => apply(story, state, move, here))
			expect(state).toEqual(before)
			expect(state.role === null || state.ending !== null || choicesOf(story, state, here).length > 0, JSON.stringify(moves)).toBe(true)
		}
	})

	it('come to the same when the story calls everything by new names', () => {
		const older = (id: string) => `${id}-before`
		const renames = (parts: { id: string }[]) => Object.fromEntries(parts.map(({ id }) => [older(id), id]))
		const newer = aStory({ renames: {
			roles: renames(story.roles),
			scenes: renames(story.scenes),
			quests: renames(story.quests),
			choices: Object.fromEntries(story.scenes.flatMap(({ id, choices = [] }) => choices.map((choice) => [`${older(id)}/${older(choice.id)}`, choice.id]))),
		} })
		const before = (move: Move) => move && typeof move === 'object'
			? Object.fromEntries(Object.entries(move).map(([key, value]) => [key, typeof value === 'string' && ['role', 'scene', 'choice', 'quest'].includes(key) ? older(value) : value])) as Move
			: move
		const isReal = (move: Move) => !GARBAGE.includes(move)
		for (const moves of games.map((all) => all.filter(isReal))) {
			expect(replay(newer, moves.map(before), here)).toEqual(replay(story, moves, here))
		}
	})
})

describe('a story that lost a scene', TIME, () => {
	it.each(['shed', 'kitchen', 'attic', 'evening'])('takes the games of before without %s', (gone) => {
		const story = aStory()
		const left = aStory({ scenes: story.scenes.filter(({ id }) => id !== gone).map((scene) => scene.choices === undefined ? scene : { ...scene, choices: scene.choices.filter(({ to }) => to !== gone) }) })
		for (let seed = 0; seed < 200; seed++) {
			const state = replay(left, [begin(), ...randomMoves(story, dice(seed))], HERE)
			expect(left.scenes.map(({ id }) => id)).toContain(state.scene)
			expect(state.ending !== null || choicesOf(left, state, HERE).length > 0).toBe(true)
		}
	})
})

describe('two thousand moves through two hundred scenes', TIME, () => {
	it('are replayed within 50 ms', () => {
		const story = hugeStory()
		const roll = dice(1)
		const moves = [begin()]
		let state = replay(story, moves, HERE)
		while (moves.length < 2000) {
			const choices = choicesOf(story, state, HERE).filter(({ to }) => to !== 'end' && to !== 'other')
			const next = choices.length === 0 ? choose('hub', 'to-room-0') : choose(state.scene, choices[roll(20) === 0 ? 0 : choices.length - 1]!.id)
			moves.push(next)
			state = apply(story, state, next, HERE)
		}
		expect(state.visited.size).toBeGreaterThan(50)
		// The time that this process had, for others may run beside it.
		const times = Array.from({ length: 5 }, () => {
			const start = process.cpuUsage()
			replay(story, moves, HERE)
			const { user, system } = process.cpuUsage(start)
			return (user + system) / 1000
		})
		expect(Math.min(...times)).toBeLessThan(50)
	})
})
