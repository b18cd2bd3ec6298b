/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestState } from '../engine/state.ts'
import type { Choice, Condition, Scene, Story } from '../engine/types.ts'
import type { DoneSets, Formula } from './formula.ts'
import type { Situation } from './situations.ts'

import { isStatus } from '../engine/conditions.ts'
import { levelKey, reduce, Satisfier, simplify, TooLarge } from './formula.ts'
import { asksOf } from './parts.ts'

/** Where a game can be: the quests that are done are kept as the set of all that can be. */
export interface Place {
	scene: Scene
	/** Flags and visited scenes, of those that still matter. */
	bits: bigint
	reached: DoneSets
	/** For which of them an ending can be reached without doing anything more. */
	ends: DoneSets
	/** And when more may be done. */
	endsDoing: DoneSets
	edges: Edge[]
}

interface Edge {
	choice: Choice
	/** Whether it can be chosen, however the other quests stand. */
	can: DoneSets
	/** And without any quest being open. */
	canCalmly: DoneSets
	to: Place
}

const MOST_PLACES = 20_000
const MOST_LEVELS = 14
const NOT_DONE: QuestState[] = ['untouched', 'skipped', 'open']
const CALM: QuestState[] = ['untouched', 'skipped']

/**
 * All that can happen in a story, for one role in one kind of space. Flags and visited scenes are followed one by one, as
 * far as a choice that can still come asks for them. Quests are not part of the way: the map of quests lets people open,
 * leave and skip them at any time, and what is done stays done, so each place carries all sets of done levels at once.
 */
export class Exploration {
	readonly places = new Map<string, Place>()

	readonly satisfier: Satisfier

	private readonly scenes: Map<string, Scene>

	private readonly bitOf = new Map<string, bigint>()

	private readonly live = new Map<string, bigint>()

	constructor(story: Story, private readonly situation: Situation) {
		this.scenes = new Map(story.scenes.map((scene) => [scene.id, scene]))
		const asked = story.scenes.flatMap(flowOf).flatMap(asksOf)
		for (const one of asked) {
			const name = trailOf(one)
			if (name !== null && !this.bitOf.has(name)) {
				this.bitOf.set(name, 1n << BigInt(this.bitOf.size))
			}
		}
		const levels = new Set(asked.flatMap((one) => 'quest' in one && !situation.here.aside.includes(one.quest) ? [levelKey(one.quest, one.level)] : []))
		if (levels.size > MOST_LEVELS) {
			throw new TooLarge(`Choices ask for ${levels.size} levels of quests; more than ${MOST_LEVELS} cannot be proved. Ask for fewer in choices; paragraphs may ask for as many as they like.`)
		}
		this.satisfier = new Satisfier([...levels])
		this.findLive()
		this.goForward(story.start)
		this.goBack()
	}

	/** For which sets of done levels nothing can be chosen at a place. */
	withoutChoice({ scene, bits, reached }: Place): DoneSets {
		return scene.ending === undefined ? reached & this.never((scene.choices ?? []).map((choice) => choice.if), bits) : 0n
	}

	/** And nothing is said. */
	withoutWords({ scene, bits, reached }: Place): DoneSets {
		return reached & this.never(scene.text.map((words) => typeof words === 'string' ? undefined : words.if), bits)
	}

	/** Names of the flags and visited scenes of a place. */
	trail({ bits }: Place): string[] {
		return [...this.bitOf].filter(([, bit]) => (bits & bit) !== 0n).map(([name]) => name)
	}

	private never(conditions: (Condition | undefined)[], bits: bigint): DoneSets {
		const any = simplify({ any: conditions.map((condition) => this.formula(condition, bits)) })
		return this.satisfier.of(simplify({ not: any }), NOT_DONE)
	}

	private formula(condition: Condition | undefined, bits: bigint): Formula {
		const { role, here } = this.situation
		return condition === undefined || reduce(condition, (asked) => {
			if ('quest' in asked) {
				return here.aside.includes(asked.quest)
					? isStatus('aside', asked.is)
					: { level: levelKey(asked.quest, asked.level), is: asked.is }
			}
			const name = trailOf(asked)
			if (name !== null) {
				return (bits & (this.bitOf.get(name) ?? 0n)) !== 0n
			}
			if ('role' in asked) {
				return asked.role === role
			}
			if ('app' in asked) {
				return here.apps.includes(asked.app)
			}
			return 'alone' in asked ? asked.alone === here.alone : 'admin' in asked && asked.admin === here.admin
		})
	}

	/** What a scene, or any that can come after it, asks for. */
	private findLive(): void {
		const own = new Map([...this.scenes].map(([id, scene]) => [id, flowOf(scene).flatMap(asksOf).reduce((bits, one) => bits | (this.bitOf.get(trailOf(one) ?? '') ?? 0n), 0n)]))
		for (const id of this.scenes.keys()) {
			this.live.set(id, own.get(id)!)
		}
		for (let changed = true; changed;) {
			changed = false
			for (const [id, { choices = [] }] of this.scenes) {
				const bits = choices.reduce((found, { to }) => found | this.live.get(to)!, this.live.get(id)!)
				changed ||= bits !== this.live.get(id)
				this.live.set(id, bits)
			}
		}
	}

	private goForward(start: string): void {
		const first = this.place(start, 0n)
		first.reached = this.satisfier.all
		const waiting = new Set([first])
		for (const place of waiting) {
			waiting.delete(place)
			place.edges = this.edgesOf(place)
			for (const { can, to } of place.edges) {
				const reached = to.reached | this.satisfier.grown(place.reached & can)
				if (reached !== to.reached) {
					to.reached = reached
					waiting.add(to)
				}
			}
		}
	}

	private edgesOf({ scene, bits, reached }: Place): Edge[] {
		return (scene.choices ?? []).flatMap((choice) => {
			const formula = this.formula(choice.if, bits)
			const can = this.satisfier.of(formula, NOT_DONE)
			if ((can & reached) === 0n) {
				return []
			}
			const after = [`visited ${scene.id}`, ...(choice.set ?? []).map((flag) => `flag ${flag}`)].reduce((all, name) => all | (this.bitOf.get(name) ?? 0n), bits)
			return [{ choice, can, canCalmly: this.satisfier.of(formula, CALM), to: this.place(choice.to, after) }]
		})
	}

	private place(id: string, bits: bigint): Place {
		const left = bits & this.live.get(id)!
		const key = `${id} ${left}`
		const before = this.places.get(key)
		if (before !== undefined) {
			return before
		}
		if (this.places.size >= MOST_PLACES) {
			throw new TooLarge(`There are more than ${MOST_PLACES} ways in which flags and visited scenes can come together. Let choices ask for fewer of them; paragraphs may ask for as many as they like.`)
		}
		const place: Place = { scene: this.scenes.get(id)!, bits: left, reached: 0n, ends: 0n, endsDoing: 0n, edges: [] }
		this.places.set(key, place)
		return place
	}

	private goBack(): void {
		const before = new Map<Place, Set<Place>>()
		const waiting = new Set<Place>()
		for (const place of this.places.values()) {
			place.edges.forEach(({ to }) => before.set(to, (before.get(to) ?? new Set()).add(place)))
			if (place.scene.ending !== undefined) {
				place.ends = place.endsDoing = this.satisfier.all
				before.get(place)?.forEach((one) => waiting.add(one))
				waiting.add(place)
			}
		}
		for (const place of waiting) {
			waiting.delete(place)
			const isEnd = place.scene.ending !== undefined
			const ends = isEnd ? place.ends : place.edges.reduce((found, { canCalmly, to }) => found | (canCalmly & to.ends), place.ends)
			const endsDoing = isEnd ? place.ends : this.satisfier.shrunk(place.edges.reduce((found, { can, to }) => found | (can & to.endsDoing), place.endsDoing))
			if (isEnd || ends !== place.ends || endsDoing !== place.endsDoing) {
				place.ends = ends
				place.endsDoing = endsDoing
				before.get(place)?.forEach((one) => waiting.add(one))
			}
		}
	}
}

/** Conditions on which the way depends, and those of scenes that would else be silent. */
function flowOf({ text, choices = [] }: Scene): Condition[] {
	const words = text.flatMap((one) => typeof one === 'string' ? [] : [one.if])
	return [...choices.flatMap((choice) => choice.if === undefined ? [] : [choice.if]), ...words.length === text.length ? words : []]
}

function trailOf(asked: Condition): string | null {
	if ('flag' in asked) {
		return `flag ${asked.flag}`
	}
	return 'visited' in asked ? `visited ${asked.visited}` : null
}
