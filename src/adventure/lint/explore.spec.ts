/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { State } from '../engine/state.ts'
import type { Condition, QuestIs, Story } from '../engine/types.ts'

import { describe, expect, it } from 'vitest'
import { openChoices, sceneOf } from '../engine/reading.ts'
import { apply, replay } from '../engine/replay.ts'
import { aQuest, aScene, aStory, begin, dice } from '../engine/testing.ts'
import { Exploration } from './explore.ts'
import { hereOf } from './situations.ts'

const STORIES = process.env.SOAK === undefined ? 200 : 5_000
const SCENES = ['a', 'b', 'c']

/** A small story by chance, most of them with something wrong. */
function randomStory(roll: (sides: number) => number): Story {
	const pick = <What>(list: readonly What[]) => list[roll(list.length)]!
	const condition = (depth: number): Condition => {
		const leaves: (() => Condition)[] = [
			() => ({ quest: 'one', is: pick<QuestIs>(['untouched', 'open', 'done', 'skipped', 'settled', 'aside']) }),
			() => ({ quest: 'one', is: pick<QuestIs>(['untouched', 'open', 'done', 'settled']), level: 'explore' }),
			() => ({ flag: 'x' }),
			() => ({ visited: pick(SCENES) }),
		]
		const nested: (() => Condition)[] = [
			() => ({ not: condition(depth - 1) }),
			() => ({ all: [condition(depth - 1), condition(depth - 1)] }),
			() => ({ any: [condition(depth - 1), condition(depth - 1)] }),
		]
		return depth > 0 && roll(2) === 0 ? pick(nested)() : pick(leaves)()
	}
	const scenes = SCENES.map((id) => aScene(id, Array.from({ length: 1 + roll(3) }, (_, at) => ({
		id: `choice-${at}`,
		text: 'text',
		to: pick([...SCENES, 'end']),
		...roll(4) > 0 ? { if: condition(2) } : {},
		...roll(3) === 0 ? { set: ['x'] } : {},
	}))))
	return aStory({ start: 'a', scenes: [...scenes, aScene('end', 'rest')], quests: [aQuest('one', { explore: aQuest('one').essential })] })
}

/** The same by trying out every single state of the engine, without anything clever. */
function byTrying(story: Story, here: ReturnType<typeof hereOf>) {
	const keyOf = ({ scene, visited, flags, quests }: State) => JSON.stringify([scene, [...visited].sort(), [...flags].sort(), quests])
	const start: State = { ...replay(story, [begin()], here), scene: story.start, visited: new Set<string>() }
	const states = new Map<string, { state: State, next: { key: string, isCalm: boolean }[] }>([[keyOf(start), { state: start, next: [] }]])
	for (const { state, next } of states.values()) {
		const isOpen = Object.values(state.quests).some((levels) => Object.values(levels).includes('open'))
		const reach = (to: State, isCalm: boolean) => {
			const key = keyOf(to)
			next.push({ key, isCalm })
			states.set(key, states.get(key) ?? { state: to, next: [] })
		}
		// Not by the engine, which would lead out of dead ends.
		openChoices(sceneOf(story, state), state, here).forEach(({ to, set = [] }) => reach({ ...state, scene: to, visited: new Set([...state.visited, state.scene]), flags: new Set([...state.flags, ...set]) }, !isOpen))
		for (const { id: quest } of story.quests.filter(({ id }) => !here.aside.includes(id))) {
			const stay = (move: Parameters<typeof apply>[2]) => ({ ...apply(story, state, move, here), scene: state.scene, visited: state.visited, ending: null })
			for (const level of ['essential', 'explore'] as const) {
				reach(stay({ kind: 'open', quest, level }), true)
				reach(stay({ kind: 'done', quest, level }), false)
			}
			reach(stay({ kind: 'close', quest }), true)
			reach(stay({ kind: 'skip', quest }), true)
		}
	}
	const all = [...states]
	const ending = (onlyCalm: boolean) => {
		const good = new Set(all.filter(([, { state }]) => state.scene === 'end').map(([key]) => key))
		for (let before = -1; before !== good.size;) {
			before = good.size
			all.filter(([, { next }]) => next.some(({ key, isCalm }) => good.has(key) && (isCalm || !onlyCalm))).forEach(([key]) => good.add(key))
		}
		return good
	}
	const [calm, any] = [ending(true), ending(false)]
	const scenesWhere = (is: (key: string, state: State) => boolean) => [...new Set(all.filter(([key, { state }]) => is(key, state)).map(([, { state }]) => state.scene))].sort()
	return {
		reached: scenesWhere(() => true),
		stuck: scenesWhere((_, state) => state.scene !== 'end' && openChoices(sceneOf(story, state), state, here).length === 0),
		endless: scenesWhere((key) => !any.has(key)),
		forced: scenesWhere((key) => !calm.has(key)),
	}
}

function byProof(story: Story, here: ReturnType<typeof hereOf>) {
	const exploration = new Exploration(story, { role: 'sacha', here, name: '' })
	const places = [...exploration.places.values()]
	const scenesWhere = (is: (place: typeof places[number]) => boolean) => [...new Set(places.filter(is).map(({ scene }) => scene.id))].sort()
	return {
		reached: scenesWhere(() => true),
		stuck: scenesWhere((place) => exploration.withoutChoice(place) !== 0n),
		endless: scenesWhere(({ reached, endsDoing }) => (reached & ~endsDoing) !== 0n),
		forced: scenesWhere(({ reached, ends }) => (reached & ~ends) !== 0n),
	}
}

describe('the proof', { timeout: 600_000 }, () => {
	it.each([[['files']], [[]]])('says of random stories what trying out every state says, with the apps %j', (apps) => {
		const seen = { reached: 0, stuck: 0, endless: 0, forced: 0 }
		for (let seed = 1; seed <= STORIES; seed++) {
			const story = randomStory(dice(seed))
			const here = hereOf(story, apps, false, false, true)
			const tried = byTrying(story, here)
			expect(byProof(story, here), `seed ${seed}: ${JSON.stringify(story.scenes)}`).toEqual(tried)
			for (const kind of Object.keys(seen) as (keyof typeof seen)[]) {
				seen[kind] += Number(tried[kind].length > (kind === 'reached' ? 3 : 0))
			}
		}
		// Stories of every kind were among them.
		expect(Object.values(seen).every((times) => times > 5), JSON.stringify(seen)).toBe(true)
	})
})
