/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StorySummary } from '../shared/types.ts'
import type { Game, OpenQuest, Playing } from './api.ts'
import type { Here, Level, Move, Quest, Story } from './engine/types.ts'

export function aLevel(changes: Partial<Level> = {}): Level {
	return {
		goal: 'Make a folder.',
		steps: ['Open Files.', 'Press “New”.'],
		hint: 'The button is at the top.',
		done: 'The sheet has a place.',
		already: 'You had one already.',
		proof: { fact: 'files.folder-created', signals: ['files:node:created'] },
		...changes,
	}
}

export function aQuest(id: string, changes: Partial<Quest> = {}): Quest {
	return { id, title: `Quest ${id}`, why: `Why ${id}.`, app: 'files', page: '/apps/files', essential: aLevel(), ...changes }
}

/** A door with two ways, one of them behind a quest. */
export function aStory(changes: Partial<Story> = {}): Story {
	return {
		id: 'visit',
		version: 1,
		minutes: 10,
		title: 'The tandem',
		summary: 'A sheet is lost.',
		roles: [
			{ id: 'yasmine', name: 'Yasmine', about: 'Treasurer.' },
			{ id: 'marcel', name: 'Marcel', about: 'Baker.' },
		],
		start: 'door',
		scenes: [
			{
				id: 'door',
				title: 'At the door',
				text: ['It smells of coffee.\n\nNobody hurries.', { text: 'You have the receipt.', if: { role: 'yasmine' } }],
				choices: [
					{ id: 'in', text: 'Go in', to: 'shelf' },
					{ id: 'oven', text: 'Think of bread', to: 'shelf', if: { role: 'marcel' } },
				],
			},
			{
				id: 'shelf',
				text: ['The shelf is empty.'],
				quest: 'place',
				choices: [
					{ id: 'proud', text: 'Show it', to: 'end', if: { quest: 'place', is: 'done' } },
					{ id: 'back', text: 'Go back', to: 'door' },
					{ id: 'on', text: 'Go on', to: 'end' },
				],
			},
			{ id: 'end', title: 'Eleven o’clock', text: ['They ride away.'], ending: 'away' },
		],
		quests: [
			aQuest('place', { practice: true, tour: 'files-first-steps', explore: aLevel({ goal: 'Make one inside.', proof: { declare: true } }) }),
			aQuest('board', { app: 'deck', page: '/apps/deck' }),
		],
		endings: [{ id: 'away', title: 'On the road', text: 'The bell rings.' }],
		...changes,
	}
}

export const HERE: Here = { apps: ['files'], aside: ['board'], admin: false, alone: false }

export function aGame(moves: Move[] = [], changes: Partial<Game> = {}): Game {
	return { number: moves.length, moves, open: null, version: 1, ...changes }
}

/** What the answer to a move adds to a game that has had so many. */
export function added(before: number, ...moves: Move[]): Game {
	return aGame(moves, { number: before + moves.length })
}

export function aPlaying(moves: Move[] = [], changes: Partial<Playing> = {}): Playing {
	return { story: aStory(), here: HERE, game: aGame(moves), practice: null, ...changes }
}

export function aSummary(changes: Partial<StorySummary> = {}): StorySummary {
	return { id: 'visit', title: 'The tandem', summary: 'A sheet is lost.', minutes: 10, picture: null, state: 'new', ending: null, quests: { settled: 0, all: 2 }, ...changes }
}

export function anOpenQuest(changes: Partial<OpenQuest> = {}): OpenQuest {
	return { story: 'visit', title: 'The tandem', quest: aStory().quests[0]!, level: 'essential', number: 3, tour: true, ...changes }
}

export const BEGUN: Move = { kind: 'begin', role: 'marcel' }
export const AT_SHELF: Move[] = [BEGUN, { kind: 'choose', scene: 'door', choice: 'in' }]
export const AT_END: Move[] = [...AT_SHELF, { kind: 'choose', scene: 'shelf', choice: 'on' }]
