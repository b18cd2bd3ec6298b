/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { State } from './state.ts'
import type { Choice, Here, Scene, Story } from './types.ts'

import { holds } from './conditions.ts'
import { lookupOf } from './lookup.ts'

/** The scene that is on. */
export function sceneOf(story: Story, state: State): Scene {
	return lookupOf(story).scenes.get(state.scene) ?? story.scenes[0]!
}

/** What the person can do next in the story; nothing before they have chosen whom they play, and after the end. */
export function choicesOf(story: Story, state: State, here: Here): Choice[] {
	return state.role === null ? [] : openChoices(sceneOf(story, state), state, here)
}

/** Paragraphs of a scene whose condition holds. */
export function wordsOf(scene: Scene, state: State, here: Here): string[] {
	return scene.text.flatMap((words) => {
		if (typeof words === 'string') {
			return [words]
		}
		return holds(words.if, state, here) ? [words.text] : []
	})
}

export function openChoices(scene: Scene, state: State, here: Here): Choice[] {
	return (scene.choices ?? []).filter((choice) => holds(choice.if, state, here))
}
