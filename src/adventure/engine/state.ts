/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { LevelName } from './types.ts'

/** How a level of a quest stands by the moves of a game; whether the quest steps aside depends on where one is. */
export type QuestState = 'untouched' | 'open' | 'done' | 'skipped'

/** What the journal tells, in order. */
export type Entry
	= | { kind: 'scene', scene: string }
		| { kind: 'choice', scene: string, choice: string }
		| { kind: 'quest', quest: string, level: LevelName, how: 'done' | 'seen' | 'declared' }
		| { kind: 'quest', quest: string, level: null, how: 'skipped' }

/** Where a game stands. Never changed once it was given out. */
export interface State {
	/** Null until the person has chosen whom they play. */
	readonly role: string | null
	/** Id of the scene that is on: one that exists, with choices or an ending. */
	readonly scene: string
	/** Scenes that were entered before this one. */
	readonly visited: ReadonlySet<string>
	readonly flags: ReadonlySet<string>
	/** Every quest of the story. */
	readonly quests: Readonly<Record<string, Readonly<Record<LevelName, QuestState>>>>
	/** Id of the ending that was reached. */
	readonly ending: string | null
	readonly journal: readonly Entry[]
}
