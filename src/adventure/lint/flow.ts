/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Choice, Scene, Story } from '../engine/types.ts'
import type { Place } from './explore.ts'
import type { Finding } from './finding.ts'
import type { DoneSets } from './formula.ts'
import type { Situation } from './situations.ts'

import { Exploration } from './explore.ts'
import { at, finding } from './finding.ts'
import { TooLarge } from './formula.ts'
import { asksOf, atChoice, atScene, conditionsOf } from './parts.ts'
import { situationsOf } from './situations.ts'

/** Whether every scene is reached, every way goes on and every game can end, whoever plays wherever. */
export function checkFlow(story: Story): Finding[] {
	const reached = new Set<Scene>()
	const chosen = new Set<Choice>()
	const findings = new Map<string, Finding>()
	for (const situation of situationsOf(story)) {
		try {
			const exploration = new Exploration(story, situation)
			for (const place of exploration.places.values()) {
				reached.add(place.scene)
				place.edges.forEach(({ choice }) => chosen.add(choice))
				const trouble = troubleAt(exploration, place, situation)
				// One example for each scene is enough.
				if (trouble !== null && !findings.has(trouble.where)) {
					findings.set(trouble.where, trouble)
				}
			}
		} catch (error) {
			if (error instanceof TooLarge) {
				return [finding('', `It cannot be proved that this story goes well, for it is too large. ${error.message}`)]
			}
			throw error
		}
	}
	return [...findings.values(), ...neverReached(story, reached, chosen), ...checkRoles(story)]
}

function troubleAt(exploration: Exploration, place: Place, situation: Situation): Finding | null {
	const where = atScene(place.scene)
	const tell = (sets: DoneSets, says: string) => finding(where, `${says} For example ${example(exploration, place, sets, situation)}.`)
	const stuck = exploration.withoutChoice(place)
	if (stuck !== 0n) {
		return tell(stuck, 'It can be a dead end: none of its choices may be there. Add one without a condition.')
	}
	const silent = exploration.withoutWords(place)
	if (silent !== 0n) {
		return tell(silent, 'It can be without words: none of its paragraphs may be said. Add one without a condition.')
	}
	const endless = place.reached & ~place.endsDoing
	if (endless !== 0n) {
		return tell(endless, 'No ending can be reached from here: the ways go round, or stop. Add a way out.')
	}
	const forced = place.reached & ~place.ends
	return forced === 0n ? null : tell(forced, 'From here an ending is only reached by doing a quest, and every quest can be skipped. Ask whether it is “settled”, or add a way for those who skip it.')
}

function example(exploration: Exploration, place: Place, sets: DoneSets, { name }: Situation): string {
	const done = exploration.satisfier.example(sets)
	const trail = exploration.trail(place)
	return [
		name,
		...done.length === 0 ? [] : [`with ${done.join(', ')} done`],
		...trail.length === 0 ? [] : [`after ${trail.join(', ')}`],
	].join(', ')
}

function neverReached(story: Story, reached: Set<Scene>, chosen: Set<Choice>): Finding[] {
	const endings = new Set([...reached].map(({ ending }) => ending))
	const targets = new Set(story.scenes.flatMap(({ choices = [] }) => choices.map(({ to }) => to)))
	return story.scenes.flatMap((scene) => {
		if (!reached.has(scene)) {
			return [finding(atScene(scene), targets.has(scene.id)
				? 'It is never reached: the choices that lead here can never be there. Loosen their conditions.'
				: 'No choice leads here. Lead one here, or take the scene away.')]
		}
		return (scene.choices ?? []).filter((choice) => !chosen.has(choice))
			.map((choice) => finding(atChoice(scene, choice), 'It can never be chosen: its condition cannot hold here. Loosen it, or take the choice away.'))
	}).concat(story.endings.filter(({ id }) => !endings.has(id)).map(({ id }) => finding(at('ending', id), 'No game ends like this. Let a scene that is reached end so, or take it away.')))
}

/** Whoever is played has something of their own. */
function checkRoles(story: Story): Finding[] {
	const own = new Set(conditionsOf(story).flatMap(([, condition]) => asksOf(condition).flatMap((asked) => 'role' in asked ? [asked.role] : [])))
	return story.roles.length === 1
		? []
		: story.roles.filter(({ id }) => !own.has(id)).map(({ id }) => finding(at('role', id), 'Nothing is different for whoever plays it. Write scenes, choices or paragraphs with the condition {"role": "…"}.'))
}
