/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Practice, StorySummary } from '../shared/types.ts'
import type { Here, LevelName, Move, Quest, Story } from './engine/types.ts'

import { ApiError, call } from '../shared/api.ts'

/*
 * These are in openapi.json too, where conditions are only objects: the engine knows them better.
 */

/** A game, or what was added to it. */
export interface Game {
	/** The number that the next move has. */
	number: number
	/** All of them, or those that the answer to one of them adds. */
	moves: Move[]
	open: { quest: string, level: LevelName } | null
	/** Version of the story. */
	version: number
}

/** A story with where the person is in it. */
export interface Playing {
	story: Story
	here: Here
	game: Game
	practice: Practice | null
}

/** What the companion shows on other pages. */
export interface OpenQuest {
	/** Id and title of the story. */
	story: string
	title: string
	quest: Quest
	level: LevelName
	number: number
	/** Whether the tour that helps is there for this person. */
	tour: boolean
}

const story = (id: string) => '/stories/' + encodeURIComponent(id)

/** The requests of the adventure; all of them throw ApiError. */
export const stories = {
	list: () => call<{ stories: StorySummary[] }>('GET', '/stories').then(({ stories }) => stories),
	story: (id: string) => call<Playing>('GET', story(id)),
	move: (id: string, number: number, move: Move) => call<Game>('POST', story(id) + '/moves', { number, ...move }),
	check: (id: string, number: number, quest: string, level: LevelName) => call<{ holds: boolean, game: Game }>('POST', story(id) + '/check', { quest, level, number }),
	restart: (id: string, number: number) => call<Game>('POST', story(id) + '/restart', { number }),
	open: () => call<OpenQuest | null>('GET', '/stories/open'),
	practise: () => call<Practice>('PUT', '/practice'),
	tidy: () => call<object>('DELETE', '/practice'),
}

/** @return the whole game as it is on the server, when another window was faster */
export function gameOf(error: unknown): Game | null {
	return error instanceof ApiError && error.status === 409 ? error.said.game ?? null : null
}

/**
 * What the page was opened at, once: after that it is older than what was done since.
 *
 * @param id of the story that is asked for
 */
export function broughtAlong(id: string): Playing | undefined {
	const frame = document.getElementById('compagnon-adventure')
	const text = frame?.dataset.playing
	if (text === undefined) {
		return undefined
	}
	delete frame!.dataset.playing
	const playing = JSON.parse(text) as Playing
	return playing.story.id === id ? playing : undefined
}
