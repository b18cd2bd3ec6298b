/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Choice, Ending, Quest, Role, Scene, Story } from './types.ts'

/** Parts of a story by their ids. */
export interface Lookup {
	roles: ReadonlyMap<string, Role>
	scenes: ReadonlyMap<string, Scene>
	quests: ReadonlyMap<string, Quest>
	endings: ReadonlyMap<string, Ending>
}

const known = new WeakMap<Story, Lookup>()

export function lookupOf(story: Story): Lookup {
	const before = known.get(story)
	if (before !== undefined) {
		return before
	}
	const lookup = {
		roles: byId(story.roles),
		scenes: byId(story.scenes),
		quests: byId(story.quests),
		endings: byId(story.endings),
	}
	known.set(story, lookup)
	return lookup
}

export function choiceOf(scene: Scene | undefined, id: string): Choice | undefined {
	return scene?.choices?.find((choice) => choice.id === id)
}

function byId<Part extends { id: string }>(parts: Part[]): Map<string, Part> {
	return new Map(parts.map((part) => [part.id, part]))
}
