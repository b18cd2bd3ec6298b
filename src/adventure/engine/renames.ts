/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from './types.ts'

import { choiceOf, lookupOf } from './lookup.ts'

type Kind = 'roles' | 'scenes' | 'quests'

/** What an id of an older version is called now; null when it is gone. An id that exists means what it says. */
export function currentId(story: Story, kind: Kind, id: string): string | null {
	return namesOf(story, kind, id).find((name) => lookupOf(story)[kind].has(name)) ?? null
}

/**
 * Where a choice of an older version is now. Only the scene is there when the choice is gone, and neither when the scene
 * is.
 */
export function currentChoice(story: Story, scene: string, choice: string): { scene: string | null, choice: string | null } {
	const now = currentId(story, 'scenes', scene)
	if (now === null) {
		return { scene: null, choice: null }
	}
	// The choice may have been renamed before its scene was, or after.
	const scenes = namesOf(story, 'scenes', scene)
	const renames = story.renames?.choices ?? {}
	const names = follow(choice, (name) => scenes.map((at) => own(renames, `${at}/${name}`)).find((next) => next !== undefined))
	const there = lookupOf(story).scenes.get(now)
	return { scene: now, choice: names.find((name) => choiceOf(there, name) !== undefined) ?? null }
}

function namesOf(story: Story, kind: Kind, id: string): string[] {
	const renames = story.renames?.[kind] ?? {}
	return follow(id, (name) => own(renames, name))
}

/** All names, the oldest first; renames that go round are followed once. */
function follow(first: string, next: (name: string) => string | undefined): string[] {
	const names = [first]
	for (let name = next(first); name !== undefined && !names.includes(name); name = next(name)) {
		names.push(name)
	}
	return names
}

function own(renames: Record<string, string>, name: string): string | undefined {
	return Object.hasOwn(renames, name) ? renames[name] : undefined
}
