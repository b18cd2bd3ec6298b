/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { State } from '../../../src/adventure/engine/state.ts'
import type { Condition, Here, Level, LevelName, Move, Story } from '../../../src/adventure/engine/types.ts'

import { questStatus } from '../../../src/adventure/engine/conditions.ts'
import { choicesOf, sceneOf } from '../../../src/adventure/engine/reading.ts'
import { apply, beginning } from '../../../src/adventure/engine/replay.ts'

/** What a person makes of a quest: do it, do it and look further, have done it before, skip it, or pass it by. */
export type Way = 'do' | 'deepen' | 'before' | 'skip' | 'pass'

/** What a person does in a scene. */
export interface Turn {
	scene: string
	quest: { id: string, way: Way } | null
	choice: string
}

/** Which way is taken, by the place of a quest in the story. */
type Ways = (place: number) => Way

const MIXED: Way[] = ['do', 'skip', 'deepen', 'before', 'pass']

/** Ways to try, until one leads to the ending; the first one has some of everything. */
function allWays(seed: number): Ways[] {
	return [
		(place) => MIXED[(place + seed) % MIXED.length]!,
		() => 'do',
		() => 'skip',
		() => 'deepen',
		() => 'pass',
		(place) => (place % 2 === seed % 2 ? 'do' : 'pass'),
		(place) => (place % 2 === seed % 2 ? 'pass' : 'do'),
	]
}

/** What a condition of a choice asks about: flags, scenes that were entered, quests. */
function askedBy(condition: Condition | undefined): string[] {
	if (condition === undefined) {
		return []
	}
	if ('all' in condition || 'any' in condition) {
		return ('all' in condition ? condition.all : condition.any).flatMap(askedBy)
	}
	if ('not' in condition) {
		return askedBy(condition.not)
	}
	return ['flag', 'visited', 'quest'].flatMap((kind) => (kind in condition ? [`${kind} ${(condition as Record<string, unknown>)[kind]}`] : []))
}

/** By scene, what still makes a difference from there on: games that differ in nothing else lead to the same endings. */
function askedFrom(story: Story): Map<string, Set<string>> {
	const asked = new Map(story.scenes.map(({ id, choices = [] }) => [id, new Set(choices.flatMap((choice) => askedBy(choice.if)))]))
	for (let grows = true; grows;) {
		grows = false
		for (const { id, choices = [] } of story.scenes) {
			const here = asked.get(id)!
			const before = here.size
			choices.forEach(({ to }) => asked.get(to)?.forEach((what) => here.add(what)))
			grows ||= here.size > before
		}
	}
	return asked
}

function keyOf(state: State, asked: Map<string, Set<string>>): string {
	const matters = [...asked.get(state.scene)!].filter((what) => {
		const [kind, id] = what.split(' ') as [string, string]
		return kind === 'flag' ? state.flags.has(id) : kind === 'visited' && state.visited.has(id)
	})
	const quests = Object.entries(state.quests).filter(([id]) => asked.get(state.scene)!.has(`quest ${id}`))
	return JSON.stringify([state.scene, matters, quests])
}

function proofOf(quest: string, level: LevelName, { proof }: Level, isBefore: boolean): Move[] {
	if ('declare' in proof) {
		return [{ kind: 'open', quest, level }, { kind: 'declare', quest, level }]
	}
	return [{ kind: 'open', quest, level }, { kind: isBefore ? 'seen' : 'done', quest, level }]
}

/** What a way of dealing with a quest adds to the game. */
function movesOf(story: Story, id: string, way: Way): Move[] {
	const { essential, explore } = story.quests.find((quest) => quest.id === id)!
	if (way === 'pass') {
		return []
	}
	if (way === 'skip') {
		return [{ kind: 'skip', quest: id }]
	}
	return [
		...proofOf(id, 'essential', essential, way === 'before'),
		...way === 'deepen' && explore !== undefined ? proofOf(id, 'explore', explore, false) : [],
	]
}

/** Another one first for each seed, so that plays take different turns. */
function turned<T>(list: T[], seed: number): T[] {
	const first = list.length === 0 ? 0 : seed % list.length
	return [...list.slice(first), ...list.slice(0, first)]
}

/** Deals with the quest of the scene, when there is one that still waits. */
function withQuest(story: Story, state: State, here: Here, ways: Ways): { state: State, quest: Turn['quest'] } {
	const id = sceneOf(story, state).quest
	if (id === undefined || questStatus(state, id, 'essential', here) !== 'untouched') {
		return { state, quest: null }
	}
	const way = ways(story.quests.findIndex((quest) => quest.id === id))
	return { state: movesOf(story, id, way).reduce((now, move) => apply(story, now, move, here), state), quest: { id, way } }
}

/** The shortest play that ends so, or null. */
function search(story: Story, here: Here, role: string, ending: string, ways: Ways, seed: number): Turn[] | null {
	const asked = askedFrom(story)
	const first = apply(story, beginning(story), { kind: 'begin', role }, here)
	const seen = new Set([keyOf(first, asked)])
	let wave: { state: State, turns: Turn[] }[] = [{ state: first, turns: [] }]
	while (wave.length > 0) {
		const next: typeof wave = []
		for (const { state: before, turns } of wave) {
			if (before.ending === ending) {
				return turns
			}
			const { state, quest } = withQuest(story, before, here, ways)
			for (const choice of turned(choicesOf(story, state, here), seed)) {
				const after = apply(story, state, { kind: 'choose', scene: state.scene, choice: choice.id }, here)
				const key = keyOf(after, asked)
				if (!seen.has(key)) {
					seen.add(key)
					next.push({ state: after, turns: [...turns, { scene: state.scene, quest, choice: choice.id }] })
				}
			}
		}
		wave = next
	}
	return null
}

/**
 * How a person plays a role to an ending: found in the story by its own engine, so that a story may change.
 *
 * @param seed which of the quests are done, skipped, deepened and so on
 * @return what they do, scene by scene; null when this role cannot come to that ending
 */
export function pathTo(story: Story, here: Here, role: string, ending: string, seed = 0): Turn[] | null {
	for (const ways of allWays(seed)) {
		const turns = search(story, here, role, ending, ways, seed)
		if (turns !== null) {
			return turns
		}
	}
	return null
}
