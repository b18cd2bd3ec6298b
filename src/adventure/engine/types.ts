/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A story as resources/schema/story.json has it. Words are keys, but for a person, who gets them in their language. */
export interface Story {
	id: string
	version: number
	minutes: number
	title: string
	summary: string
	picture?: Picture
	roles: Role[]
	/** Id of the first scene. */
	start: string
	scenes: Scene[]
	quests: Quest[]
	endings: Ending[]
	renames?: Renames
}

export interface Picture {
	/** Name of an SVG file of the story. */
	file: string
	/** What it shows. */
	text: string
}

export interface Role {
	id: string
	name: string
	about: string
	picture?: Picture
}

export type Words = string | { text: string, if: Condition }

export interface Scene {
	id: string
	title?: string
	picture?: Picture
	text: Words[]
	/** Quest that is offered here. */
	quest?: string
	choices?: Choice[]
	/** Id of the ending; there are no choices then. */
	ending?: string
}

export interface Choice {
	id: string
	text: string
	to: string
	if?: Condition
	set?: string[]
}

export interface Ending {
	id: string
	title: string
	text: string
}

export type LevelName = 'essential' | 'explore'

export interface Quest {
	id: string
	title: string
	why: string
	app: string
	/** Path below the web root. */
	page: string
	needs?: string
	anchor?: string
	tour?: string
	practice?: boolean
	essential: Level
	explore?: Level
}

export interface Level {
	goal: string
	steps?: string[]
	hint: string
	done: string
	already?: string
	proof: { fact: string, signals?: string[] } | { declare: true }
}

export type QuestIs = 'untouched' | 'open' | 'done' | 'skipped' | 'aside' | 'settled'

export type Condition
	= | { all: Condition[] }
		| { any: Condition[] }
		| { not: Condition }
		| { role: string }
		| { quest: string, is: QuestIs, level?: LevelName }
		| { visited: string }
		| { flag: string }
		| { app: string }
		| { alone: boolean }
		| { admin: boolean }

/** Ids of older versions and what they are called now. A choice is named scene/choice, in the ids of then. */
export interface Renames {
	roles?: Record<string, string>
	scenes?: Record<string, string>
	quests?: Record<string, string>
	choices?: Record<string, string>
}

/** How the space is for this person, as far as conditions ask. */
export interface Here {
	/** Ids of the apps that the person can use. */
	apps: string[]
	/** Quests that step aside here, for want of an app or of a right. */
	aside: string[]
	admin: boolean
	alone: boolean
}

/**
 * What happened in a game, in order; the first one is number 0. `done` and `seen` (it was done before) are added by the
 * server alone, by what is true in the space.
 */
export type Move
	= | { kind: 'begin', role: string }
		| { kind: 'choose', scene: string, choice: string }
		| { kind: 'open', quest: string, level: LevelName }
		| { kind: 'close', quest: string }
		| { kind: 'skip', quest: string }
		| { kind: 'declare', quest: string, level: LevelName }
		| { kind: 'done', quest: string, level: LevelName }
		| { kind: 'seen', quest: string, level: LevelName }
