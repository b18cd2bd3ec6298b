/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestState, State } from './state.ts'
import type { Condition, Here, LevelName, QuestIs } from './types.ts'

/** As deep as conditions are read; the schema has no limit of its own. */
const DEEPEST = 20

/** What a condition may ask, each with the type of what it is compared with. */
const SHAPES: Record<string, (asked: Record<string, unknown>) => boolean> = {
	role: ({ role }) => typeof role === 'string',
	quest: ({ quest, is, level = 'essential' }) => typeof quest === 'string' && isQuestIs(is) && isLevel(level),
	visited: ({ visited }) => typeof visited === 'string',
	flag: ({ flag }) => typeof flag === 'string',
	app: ({ app }) => typeof app === 'string',
	alone: ({ alone }) => typeof alone === 'boolean',
	admin: ({ admin }) => typeof admin === 'boolean',
}

const BESIDE = new Set(['is', 'level'])

/**
 * Whether a condition holds; one that is left out does. One that asks for anything unknown, however deep and also behind
 * a `not`, does not: a story of a newer kind hides something rather than showing what it should not.
 */
export function holds(condition: Condition | undefined, state: State, here: Here): boolean {
	return condition === undefined || (isKnown(condition, state) && isTrue(condition, state, here))
}

/** How a level of a quest stands for this person, here. Untouched when there is no such quest. */
export function questStatus(state: State, quest: string, level: LevelName, here: Here): QuestState | 'aside' {
	const status = Object.hasOwn(state.quests, quest) ? state.quests[quest]![level] : 'untouched'
	return status !== 'done' && here.aside.includes(quest) ? 'aside' : status
}

export function isStatus(status: QuestState | 'aside', is: QuestIs): boolean {
	return is === 'settled' ? status === 'done' || status === 'skipped' || status === 'aside' : status === is
}

function isKnown(condition: unknown, state: State, depth = 0): boolean {
	if (typeof condition !== 'object' || condition === null || depth > DEEPEST) {
		return false
	}
	const asked = condition as Record<string, unknown>
	const [operator, ...more] = Object.keys(asked).filter((key) => !BESIDE.has(key) || !('quest' in asked))
	if (operator === undefined || more.length > 0) {
		return false
	}
	if (operator === 'all' || operator === 'any') {
		const parts = asked[operator]
		return Array.isArray(parts) && parts.length > 0 && parts.every((part) => isKnown(part, state, depth + 1))
	}
	if (operator === 'not') {
		return isKnown(asked.not, state, depth + 1)
	}
	return Object.hasOwn(SHAPES, operator) && SHAPES[operator]!(asked)
		&& (operator !== 'quest' || Object.hasOwn(state.quests, asked.quest as string))
}

function isTrue(condition: Condition, state: State, here: Here): boolean {
	if ('all' in condition) {
		return condition.all.every((part) => isTrue(part, state, here))
	}
	if ('any' in condition) {
		return condition.any.some((part) => isTrue(part, state, here))
	}
	if ('not' in condition) {
		return !isTrue(condition.not, state, here)
	}
	return asks(condition, state, here)
}

function asks(condition: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>, state: State, here: Here): boolean {
	if ('quest' in condition) {
		return isStatus(questStatus(state, condition.quest, condition.level ?? 'essential', here), condition.is)
	}
	if ('role' in condition) {
		return state.role === condition.role
	}
	if ('visited' in condition) {
		return state.visited.has(condition.visited)
	}
	if ('flag' in condition) {
		return state.flags.has(condition.flag)
	}
	if ('app' in condition) {
		return here.apps.includes(condition.app)
	}
	return 'alone' in condition ? here.alone === condition.alone : here.admin === condition.admin
}

function isQuestIs(is: unknown): boolean {
	return typeof is === 'string' && ['untouched', 'open', 'done', 'skipped', 'aside', 'settled'].includes(is)
}

function isLevel(level: unknown): boolean {
	return level === 'essential' || level === 'explore'
}
