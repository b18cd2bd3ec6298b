/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Move } from './types.ts'

import { describe, expect, it } from 'vitest'
import { choicesOf, sceneOf, wordsOf } from './reading.ts'
import { beginning, replay } from './replay.ts'
import { aScene, aStory, begin, choose, HERE, to } from './testing.ts'

const story = aStory()
const play = (...moves: Move[]) => replay(story, [begin(), ...moves], HERE)
const open = (quest: string, level: 'essential' | 'explore' = 'essential'): Move => ({ kind: 'open', quest, level })
const done = (quest: string, level: 'essential' | 'explore' = 'essential'): Move => ({ kind: 'done', quest, level })

describe('a game', () => {
	it('begins with whom one plays, and again after a restart', () => {
		const blank = beginning(story)
		expect(blank).toMatchObject({ role: null, scene: 'yard', ending: null, journal: [] })
		expect(replay(story, [], HERE)).toEqual(blank)
		expect(choicesOf(story, blank, HERE)).toEqual([])
		expect(replay(story, [choose('yard', 'to-shed'), { kind: 'skip', quest: 'folder' }], HERE)).toEqual(blank)
	})

	it('takes the role of its first move only', () => {
		expect(play(begin('marcel')).role).toBe('sacha')
	})

	it('goes from scene to scene, raises flags and ends', () => {
		const state = play(choose('yard', 'to-kitchen'), choose('kitchen', 'to-yard'), { kind: 'skip', quest: 'folder' }, choose('yard', 'to-evening'), choose('evening', 'to-feast'))
		expect(state).toMatchObject({ scene: 'feast', ending: 'feast' })
		expect([...state.flags]).toEqual(['cake'])
		expect([...state.visited].sort()).toEqual(['evening', 'kitchen', 'yard'])
		expect(choicesOf(story, state, HERE)).toEqual([])
	})

	it('offers the choices whose condition holds', () => {
		const ids = (state = play(), here = HERE) => choicesOf(story, state, here).map(({ id }) => id)
		expect(ids()).toEqual(['to-shed', 'to-kitchen', 'to-attic'])
		expect(ids(play(), { ...HERE, apps: ['files'] })).toEqual(['to-shed', 'to-kitchen'])
		expect(ids(play(choose('yard', 'to-kitchen'), choose('kitchen', 'to-yard'), done('folder')))).toEqual(['to-shed', 'to-attic', 'to-evening'])
	})

	it('says the paragraphs whose condition holds', () => {
		const words = (state = play()) => wordsOf(sceneOf(story, state), state, HERE)
		expect(words()).toEqual(['scene.yard'])
		expect(words(play(choose('yard', 'to-shed'), choose('shed', 'to-yard')))).toEqual(['scene.yard', 'scene.yard.again'])
		expect(words(replay(story, [begin('marcel')], HERE))).toEqual(['scene.yard', 'scene.yard.marcel'])
	})

	it('keeps a journal of what happened', () => {
		const state = play(choose('yard', 'to-shed'), open('folder'), done('folder'), done('folder'), { kind: 'seen', quest: 'folder', level: 'explore' }, { kind: 'skip', quest: 'card' }, { kind: 'skip', quest: 'card' })
		expect(state.journal).toEqual([
			{ kind: 'scene', scene: 'yard' },
			{ kind: 'choice', scene: 'yard', choice: 'to-shed' },
			{ kind: 'scene', scene: 'shed' },
			{ kind: 'quest', quest: 'folder', level: 'essential', how: 'done' },
			{ kind: 'quest', quest: 'folder', level: 'explore', how: 'seen' },
			{ kind: 'quest', quest: 'card', level: null, how: 'skipped' },
		])
		expect(play({ kind: 'declare', quest: 'card', level: 'essential' }).journal.at(-1)).toEqual({ kind: 'quest', quest: 'card', level: 'essential', how: 'declared' })
	})
})

describe('a quest', () => {
	const folder = (...moves: Move[]) => play(...moves).quests.folder

	it('is open alone', () => {
		const { quests } = play(open('folder'), open('card'))
		expect(quests).toMatchObject({ folder: { essential: 'untouched' }, card: { essential: 'open' } })
		expect(folder(open('folder'), open('folder', 'explore'))).toEqual({ essential: 'untouched', explore: 'open' })
	})

	it('is as before when it is closed', () => {
		expect(folder(open('folder'), { kind: 'close', quest: 'folder' })).toEqual({ essential: 'untouched', explore: 'untouched' })
	})

	it('stays done, whatever comes after', () => {
		expect(folder(done('folder'), open('folder'), { kind: 'close', quest: 'folder' }, { kind: 'skip', quest: 'folder' })).toEqual({ essential: 'done', explore: 'skipped' })
	})

	it('can be skipped while it is open, and taken up again', () => {
		expect(folder(open('folder'), { kind: 'skip', quest: 'folder' })).toEqual({ essential: 'skipped', explore: 'skipped' })
		expect(folder({ kind: 'skip', quest: 'folder' }, open('folder'), done('folder'))).toEqual({ essential: 'done', explore: 'skipped' })
	})

	it('has no level that the story does not have', () => {
		expect(play(done('card', 'explore'), open('card', 'explore')).quests.card).toEqual({ essential: 'untouched', explore: 'untouched' })
	})
})

describe('a game of an older version', () => {
	const renamed = aStory({
		renames: {
			roles: { baker: 'marcel' },
			scenes: { court: 'square', square: 'yard', loop: 'ring', ring: 'loop' },
			quests: { box: 'folder' },
			choices: { 'court/go': 'walk', 'square/walk': 'to-kitchen' },
		},
	})

	it('keeps its progress under new names', () => {
		const state = replay(renamed, [begin('baker'), choose('court', 'go'), { kind: 'done', quest: 'box', level: 'essential' }], HERE)
		expect(state).toMatchObject({ role: 'marcel', scene: 'kitchen', quests: { folder: { essential: 'done' } } })
		expect(state.journal).toContainEqual({ kind: 'choice', scene: 'yard', choice: 'to-kitchen' })
	})

	it('is not confused by renames that go round', () => {
		expect(replay(renamed, [begin(), choose('loop', 'x'), choose('__proto__', 'constructor')], HERE)).toEqual(replay(renamed, [begin()], HERE))
	})

	it('has a role even when its own is gone', () => {
		expect(replay(story, [begin('nobody'), choose('yard', 'to-shed')], HERE)).toMatchObject({ role: 'marcel', scene: 'shed' })
	})

	it('goes on where it was when something in between is gone', () => {
		const state = play(choose('yard', 'to-cellar'), choose('cellar', 'to-kitchen'), choose('kitchen', 'to-yard'), choose('yard', 'to-shed'))
		expect(state.scene).toBe('shed')
		expect([...state.flags]).toEqual(['cake'])
	})

	it('stands at the last scene that is known when its own is gone', () => {
		const state = play(choose('yard', 'to-shed'), choose('shed', 'to-cellar'), choose('cellar', 'to-vault'))
		expect(state.scene).toBe('shed')
		expect(choicesOf(story, state, HERE)).not.toEqual([])
	})

	it('goes back to the last scene that leads on when an app was taken away in the middle', () => {
		const narrow = aStory({ scenes: story.scenes.map((scene) => scene.id === 'attic' ? aScene('attic', [to('yard', { if: { app: 'deck' } })]) : scene) })
		const moves = [begin(), choose('yard', 'to-shed'), choose('shed', 'to-yard'), choose('yard', 'to-attic')]
		expect(replay(narrow, moves, HERE).scene).toBe('attic')
		expect(replay(narrow, moves, { ...HERE, apps: ['files'] }).scene).toBe('yard')
	})
})
