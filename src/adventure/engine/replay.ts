/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Entry, QuestState, State } from './state.ts'
import type { Here, LevelName, Move, Story } from './types.ts'

import { choiceOf, lookupOf } from './lookup.ts'
import { openChoices } from './reading.ts'
import { currentChoice, currentId } from './renames.ts'

/** A state while moves are made; it leaves this file as a State. */
interface Draft {
	role: string | null
	scene: string
	visited: Set<string>
	flags: Set<string>
	quests: Record<string, Record<LevelName, QuestState>>
	ending: string | null
	journal: Entry[]
}

const LEVELS = ['essential', 'explore'] as const

/** A game before its first move, and after a restart. */
export function beginning(story: Story): State {
	return blank(story)
}

/**
 * Where a game stands after its moves. Moves of an older version of the story go through its renames; what is gone is left
 * out. Never throws, whatever the moves are.
 */
export function replay(story: Story, moves: readonly Move[], here: Here): State {
	const draft = blank(story)
	for (const move of moves) {
		make(story, draft, move, here)
	}
	return draft
}

/** The same for one more move; the state that is given stays as it is. */
export function apply(story: Story, state: State, move: Move, here: Here): State {
	const draft: Draft = {
		...state,
		visited: new Set(state.visited),
		flags: new Set(state.flags),
		quests: Object.fromEntries(Object.entries(state.quests).map(([id, levels]) => [id, { ...levels }])),
		journal: [...state.journal],
	}
	make(story, draft, move, here)
	return draft
}

function blank(story: Story): Draft {
	return {
		role: null,
		scene: story.start,
		visited: new Set(),
		flags: new Set(),
		quests: Object.fromEntries(story.quests.map(({ id }) => [id, { essential: 'untouched', explore: 'untouched' }])),
		ending: null,
		journal: [],
	}
}

function make(story: Story, draft: Draft, move: Move, here: Here): void {
	// What comes from a server or a store is not always what its type says.
	if (typeof move !== 'object' || move === null || (draft.role === null) !== (move.kind === 'begin')) {
		return
	}
	if (move.kind === 'begin') {
		begin(story, draft, move.role)
	} else if (move.kind === 'choose') {
		choose(story, draft, move.scene, move.choice)
	} else {
		settle(story, draft, move)
	}
	land(story, draft, here)
}

/** A role that is gone becomes the first one: a game has a role as soon as it has moves. */
function begin(story: Story, draft: Draft, role: unknown): void {
	const current = typeof role === 'string' ? currentId(story, 'roles', role) : null
	draft.role = current ?? story.roles[0]!.id
	draft.journal.push({ kind: 'scene', scene: draft.scene })
}

/**
 * Conditions are not asked again: it was allowed when it happened, and the space may be another one by now. The move also
 * says where the person was, which puts right what was left out before it.
 */
function choose(story: Story, draft: Draft, scene: unknown, choice: unknown): void {
	if (typeof scene !== 'string' || typeof choice !== 'string') {
		return
	}
	const now = currentChoice(story, scene, choice)
	if (now.scene === null) {
		return
	}
	if (now.scene !== draft.scene) {
		enter(draft, now.scene)
	}
	const chosen = now.choice === null ? undefined : choiceOf(lookupOf(story).scenes.get(now.scene), now.choice)
	if (chosen === undefined) {
		return
	}
	draft.journal.push({ kind: 'choice', scene: now.scene, choice: chosen.id })
	for (const flag of chosen.set ?? []) {
		draft.flags.add(flag)
	}
	enter(draft, chosen.to)
}

function enter(draft: Draft, scene: string): void {
	draft.visited.add(draft.scene)
	draft.scene = scene
	draft.journal.push({ kind: 'scene', scene })
}

function settle(story: Story, draft: Draft, move: Exclude<Move, { kind: 'begin' | 'choose' }>): void {
	const id = typeof move.quest === 'string' ? currentId(story, 'quests', move.quest) : null
	if (id === null) {
		return
	}
	const levels = draft.quests[id]!
	if (move.kind === 'skip') {
		skip(draft, id)
	} else if (move.kind === 'close') {
		close(levels)
	} else if (LEVELS.includes(move.level) && lookupOf(story).quests.get(id)![move.level] !== undefined) {
		if (move.kind === 'open') {
			open(draft, id, move.level)
		} else if (move.kind === 'done' || move.kind === 'seen' || move.kind === 'declare') {
			finish(draft, id, move.level, move.kind === 'declare' ? 'declared' : move.kind)
		}
	}
}

/** One quest is open at a time. One that is done stays so, also when it is looked at again. */
function open(draft: Draft, quest: string, level: LevelName): void {
	Object.values(draft.quests).forEach(close)
	if (draft.quests[quest]![level] !== 'done') {
		draft.quests[quest]![level] = 'open'
	}
}

function close(levels: Record<LevelName, QuestState>): void {
	for (const level of LEVELS) {
		levels[level] = levels[level] === 'open' ? 'untouched' : levels[level]
	}
}

function skip(draft: Draft, quest: string): void {
	const levels = draft.quests[quest]!
	const left = LEVELS.filter((level) => levels[level] === 'untouched' || levels[level] === 'open')
	for (const level of left) {
		levels[level] = 'skipped'
	}
	if (left.length > 0) {
		draft.journal.push({ kind: 'quest', quest, level: null, how: 'skipped' })
	}
}

function finish(draft: Draft, quest: string, level: LevelName, how: 'done' | 'seen' | 'declared'): void {
	if (draft.quests[quest]![level] !== 'done') {
		draft.quests[quest]![level] = 'done'
		draft.journal.push({ kind: 'quest', quest, level, how })
	}
}

/**
 * Never a dead end: where nothing can be chosen any more, for a scene is gone or an app was taken away, the game goes
 * back to the last scene that leads on.
 */
function land(story: Story, draft: Draft, here: Here): void {
	const { scenes } = lookupOf(story)
	const leadsOn = (id: string) => {
		const scene = scenes.get(id)
		return scene !== undefined && (scene.ending !== undefined || openChoices(scene, draft, here).length > 0)
	}
	if (!leadsOn(draft.scene)) {
		const before = draft.journal.flatMap((entry) => entry.kind === 'scene' ? [entry.scene] : []).reverse()
		const landing = before.find(leadsOn) ?? story.start
		if (landing !== draft.scene) {
			draft.visited.add(draft.scene)
			draft.scene = landing
		}
	}
	draft.ending = scenes.get(draft.scene)?.ending ?? null
}
