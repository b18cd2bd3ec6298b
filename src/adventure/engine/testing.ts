/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Choice, Here, Level, Move, Quest, Scene, Story } from './types.ts'

export const HERE: Here = { apps: ['files', 'deck'], aside: [], admin: false, alone: false }

const level = (name: string): Level => ({ goal: `${name}.goal`, hint: `${name}.hint`, done: `${name}.done`, proof: { fact: 'files.folder-created' } })

export function aQuest(id: string, changes: Partial<Quest> = {}): Quest {
	return { id, title: `quest.${id}`, why: `quest.${id}.why`, app: 'files', page: '/apps/files', essential: level(`quest.${id}`), ...changes }
}

export function aScene(id: string, choices: Choice[] | string, changes: Partial<Scene> = {}): Scene {
	return { id, text: [`scene.${id}`], ...(typeof choices === 'string' ? { ending: choices } : { choices }), ...changes }
}

export function to(scene: string, changes: Partial<Choice> = {}): Choice {
	return { id: `to-${scene}`, text: `to.${scene}`, to: scene, ...changes }
}

/**
 * A morning in a workshop: a yard that leads to a shed and a kitchen and, once the folder is settled, to one of two
 * endings.
 */
export function aStory(changes: Partial<Story> = {}): Story {
	return {
		id: 'workshop',
		version: 2,
		minutes: 5,
		title: 'title',
		summary: 'summary',
		roles: [{ id: 'marcel', name: 'role.marcel', about: 'role.marcel.about' }, { id: 'sacha', name: 'role.sacha', about: 'role.sacha.about' }],
		start: 'yard',
		scenes: [
			aScene('yard', [
				to('shed'),
				to('kitchen', { if: { not: { visited: 'kitchen' } } }),
				to('attic', { if: { all: [{ role: 'sacha' }, { app: 'deck' }] } }),
				to('evening', { if: { quest: 'folder', is: 'settled' } }),
			], { text: ['scene.yard', { text: 'scene.yard.again', if: { visited: 'yard' } }, { text: 'scene.yard.marcel', if: { role: 'marcel' } }] }),
			aScene('shed', [to('yard')], { quest: 'folder' }),
			aScene('kitchen', [to('yard', { set: ['cake'] })]),
			aScene('attic', [to('yard')], { quest: 'card' }),
			aScene('evening', [to('feast', { if: { flag: 'cake' } }), to('rest')]),
			aScene('feast', 'feast'),
			aScene('rest', 'rest'),
		],
		quests: [aQuest('folder', { explore: level('quest.folder.explore') }), aQuest('card', { app: 'deck', page: '/apps/deck' })],
		endings: [{ id: 'feast', title: 'ending.feast', text: 'ending.feast.text' }, { id: 'rest', title: 'ending.rest', text: 'ending.rest.text' }],
		...changes,
	}
}

export const begin = (role = 'sacha'): Move => ({ kind: 'begin', role })
export const choose = (scene: string, choice: string): Move => ({ kind: 'choose', scene, choice })

/** Two hundred scenes around a hub, each with a flag of its own. */
export function hugeStory(): Story {
	const ids = Array.from({ length: 197 }, (_, at) => `room-${at}`)
	return aStory({
		start: 'hub',
		scenes: [
			aScene('hub', [to('end'), to(ids[0]!)], { quest: 'folder' }),
			...ids.map((id, at) => aScene(id, [to('hub'), to(ids[at + 1] ?? 'other', { set: [`flag-${at}`] })], { text: [`scene.${id}`, ...at > 0 ? [{ text: `scene.${id}.flag`, if: { flag: `flag-${at - 1}` } }] : []] })),
			aScene('end', 'rest'),
			aScene('other', 'feast'),
		],
	})
}

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
	let state = seed
	return (sides) => {
		state = (state + 0x6D2B79F5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
	}
}
