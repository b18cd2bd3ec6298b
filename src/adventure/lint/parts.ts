/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Choice, Condition, Level, Picture, Quest, Scene, Story } from '../engine/types.ts'

import { at } from './finding.ts'

export type Asked = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>

/** Something of a story, with the place it has there. */
export type Placed<What> = [where: string, what: What]

export function atScene(scene: Scene): string {
	return at('scene', scene.id)
}

export function atChoice(scene: Scene, choice: Choice): string {
	return at('scene', scene.id, 'choice', choice.id)
}

export function levelsOf(quest: Quest): Level[] {
	return quest.explore === undefined ? [quest.essential] : [quest.essential, quest.explore]
}

/** Every condition, of paragraphs and of choices. */
export function conditionsOf(story: Story): Placed<Condition>[] {
	return story.scenes.flatMap((scene) => [
		...scene.text.flatMap((words) => typeof words === 'string' ? [] : [[at('scene', scene.id, 'text', words.text), words.if] as Placed<Condition>]),
		...(scene.choices ?? []).flatMap((choice) => choice.if === undefined ? [] : [[atChoice(scene, choice), choice.if] as Placed<Condition>]),
	])
}

/** What a condition asks, at its leaves. */
export function asksOf(condition: Condition): Asked[] {
	if ('all' in condition) {
		return condition.all.flatMap(asksOf)
	}
	if ('any' in condition) {
		return condition.any.flatMap(asksOf)
	}
	return 'not' in condition ? asksOf(condition.not) : [condition]
}

export function picturesOf(story: Story): Placed<Picture>[] {
	const placed: [string, Picture | undefined][] = [
		['', story.picture],
		...story.roles.map(({ id, picture }): [string, Picture | undefined] => [at('role', id), picture]),
		...story.scenes.map((scene): [string, Picture | undefined] => [atScene(scene), scene.picture]),
	]
	return placed.filter((one): one is Placed<Picture> => one[1] !== undefined)
}

/** Keys of all words that are said, with the place where they are. */
export function keysOf(story: Story): Placed<string>[] {
	return [
		['', story.title],
		['', story.summary],
		...picturesOf(story).map(([where, { text }]): Placed<string> => [where, text]),
		...story.roles.flatMap(({ id, name, about }) => placed(at('role', id), [name, about])),
		...story.scenes.flatMap((scene) => [
			...placed(atScene(scene), [scene.title, ...scene.text.map((words) => typeof words === 'string' ? words : words.text)]),
			...(scene.choices ?? []).flatMap((choice) => placed(atChoice(scene, choice), [choice.text])),
		]),
		...story.quests.flatMap((quest) => placed(at('quest', quest.id), [
			quest.title,
			quest.why,
			...levelsOf(quest).flatMap(({ goal, steps = [], hint, done, already }) => [goal, ...steps, hint, done, already]),
		])),
		...story.endings.flatMap(({ id, title, text }) => placed(at('ending', id), [title, text])),
	]
}

function placed(where: string, keys: (string | undefined)[]): Placed<string>[] {
	return keys.filter((key) => key !== undefined).map((key) => [where, key])
}
