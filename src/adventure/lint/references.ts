/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from '../engine/types.ts'
import type { Around } from './files.ts'
import type { Finding } from './finding.ts'
import type { Asked } from './parts.ts'

import { at, finding } from './finding.ts'
import { asksOf, atChoice, atScene, conditionsOf } from './parts.ts'

/** Apps that the demo does not have: their quests step aside there. */
const NOT_ON_THE_DEMO = ['collectives', 'deck', 'photos', 'spreed']

/** Ids that are there twice, names that lead nowhere, and parts that nothing leads to. */
export function checkReferences(story: Story, around: Around): Finding[] {
	return [
		...checkIds(story),
		...checkScenes(story),
		...checkQuests(story, around),
		...checkConditions(story),
		...checkRenames(story),
	]
}

function checkIds(story: Story): Finding[] {
	const lists: [string, { id: string }[]][] = [
		['role', story.roles],
		['scene', story.scenes],
		['quest', story.quests],
		['ending', story.endings],
		...story.scenes.map(({ id, choices = [] }): [string, { id: string }[]] => [`scene “${id}”, choice`, choices]),
	]
	return lists.flatMap(([kind, parts]) => [...twice(parts.map(({ id }) => id))]
		.map((id) => finding(`${kind} “${id}”`, 'This id is there twice. Give one of them another one.')))
}

function twice(names: string[]): Set<string> {
	return new Set(names.filter((name, index) => names.indexOf(name) < index))
}

function checkScenes(story: Story): Finding[] {
	const scenes = new Set(story.scenes.map(({ id }) => id))
	const quests = new Set(story.quests.map(({ id }) => id))
	const endings = new Set(story.endings.map(({ id }) => id))
	const missing = (where: string, kind: string, id: string) => finding(where, `It names the ${kind} “${id}”, which does not exist. Write it, or correct the name.`)
	return [
		...scenes.has(story.start) ? [] : [missing('start', 'scene', story.start)],
		...story.scenes.flatMap((scene) => [
			...scene.quest === undefined || quests.has(scene.quest) ? [] : [missing(atScene(scene), 'quest', scene.quest)],
			...scene.ending === undefined || endings.has(scene.ending) ? [] : [missing(atScene(scene), 'ending', scene.ending)],
			...(scene.choices ?? []).filter(({ to }) => !scenes.has(to)).map((choice) => missing(atChoice(scene, choice), 'scene', choice.to)),
		]),
	]
}

function checkQuests(story: Story, { tours, anchors }: Around): Finding[] {
	const offered = new Set(story.scenes.map(({ quest }) => quest))
	return story.quests.flatMap(({ id, app, anchor, tour, essential, explore }) => {
		const where = at('quest', id)
		return [
			...offered.has(id) ? [] : [finding(where, 'No scene offers this quest. Name it in one, or take it away.')],
			...tour === undefined || tours.includes(tour) ? [] : [finding(where, `The tour “${tour}” does not exist. Known are: ${tours.join(', ')}.`)],
			...anchor === undefined || anchors.nextcloud.includes(anchor) ? [] : [finding(where, `The anchor “${anchor}” is not in resources/anchors.json for Nextcloud. Add it there, or correct the name.`)],
			...anchor === undefined || NOT_ON_THE_DEMO.includes(app) || anchors.demo.includes(anchor) ? [] : [finding(where, `The anchor “${anchor}” is not in resources/anchors.json for the demo, which has this app. Add it there.`)],
			...[essential, explore].filter((level) => level !== undefined && level.hint === level.goal).map(() => finding(where, 'The hint says what the goal says. Write what helps somebody who has tried.')),
		]
	})
}

function checkConditions(story: Story): Finding[] {
	const raised = new Set(story.scenes.flatMap(({ choices = [] }) => choices.flatMap(({ set = [] }) => set)))
	const tested = new Set<string>()
	const findings = conditionsOf(story).flatMap(([where, condition]) => asksOf(condition).flatMap((asked) => {
		if ('flag' in asked) {
			tested.add(asked.flag)
		}
		const says = unknownIn(story, asked, raised)
		return says === null ? [] : [finding(where, says)]
	}))
	const idle = [...raised].filter((flag) => !tested.has(flag))
	return [...findings, ...idle.map((flag) => finding(at('flag', flag), 'It is raised and never asked for. Use it in a condition, or take it away.'))]
}

function unknownIn(story: Story, asked: Asked, raised: Set<string>): string | null {
	const has = (parts: { id: string }[], id: string) => parts.some((part) => part.id === id)
	if ('role' in asked) {
		return has(story.roles, asked.role) ? null : `It asks for the role “${asked.role}”, which does not exist. Correct the name.`
	}
	if ('visited' in asked) {
		return has(story.scenes, asked.visited) ? null : `It asks for the scene “${asked.visited}”, which does not exist. Correct the name.`
	}
	if ('flag' in asked) {
		return raised.has(asked.flag) ? null : `It asks for the flag “${asked.flag}”, which no choice raises. Set it in a choice, or correct the name.`
	}
	if ('quest' in asked) {
		const quest = story.quests.find(({ id }) => id === asked.quest)
		if (quest === undefined) {
			return `It asks for the quest “${asked.quest}”, which does not exist. Correct the name.`
		}
		return asked.level === 'explore' && quest.explore === undefined ? `It asks for the level “explore” of the quest “${asked.quest}”, which has none. Write it, or ask for the essential one.` : null
	}
	return null
}

function checkRenames({ renames = {}, roles, scenes, quests }: Story): Finding[] {
	const now = { roles, scenes, quests }
	const has = (kind: keyof typeof now, id: string) => now[kind].some((part) => part.id === id)
	const simple = (['roles', 'scenes', 'quests'] as const).flatMap((kind) => Object.entries(renames[kind] ?? {}).flatMap(([before, after]) => {
		const where = `renames, ${kind} “${before}”`
		return [
			...has(kind, before) ? [finding(where, 'Something is called so today, so the old name is never looked up. Take it away, or give the new one another id.')] : [],
			...has(kind, after) || Object.hasOwn(renames[kind] ?? {}, after) ? [] : [finding(where, `It became “${after}”, which does not exist. Correct the name.`)],
		]
	}))
	const ids = new Set(scenes.flatMap(({ choices = [] }) => choices.map(({ id }) => id)))
	const later = new Set(Object.keys(renames.choices ?? {}).map((key) => key.split('/')[1]))
	const choices = Object.entries(renames.choices ?? {}).filter(([, after]) => !ids.has(after) && !later.has(after))
		.map(([before, after]) => finding(`renames, choice “${before}”`, `It became “${after}”, which does not exist. Correct the name.`))
	return [...simple, ...choices]
}
