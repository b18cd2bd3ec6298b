/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestState } from '../engine/state.ts'
import type { Condition, LevelName, QuestIs } from '../engine/types.ts'

import { isStatus } from '../engine/conditions.ts'

/** A condition of which all is known but how the levels of quests stand. */
export type Formula = boolean | { all: Formula[] } | { any: Formula[] } | { not: Formula } | { level: string, is: QuestIs }

/** Which levels are done, as a set of such sets: bit n stands for the levels whose bits are in n. */
export type DoneSets = bigint

export class TooLarge extends Error {}

/** So many branches in one condition; a story that needs more is not one that anybody can follow. */
const MOST_BRANCHES = 50_000

export function levelKey(quest: string, level: LevelName = 'essential'): string {
	return `${quest}/${level}`
}

/**
 * @param leaf what is known of a leaf, or the leaf with its level of a quest
 */
export function reduce(condition: Condition, leaf: (asked: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>) => Formula): Formula {
	if ('all' in condition) {
		return simplify({ all: condition.all.map((part) => reduce(part, leaf)) })
	}
	if ('any' in condition) {
		return simplify({ any: condition.any.map((part) => reduce(part, leaf)) })
	}
	return 'not' in condition ? simplify({ not: reduce(condition.not, leaf) }) : leaf(condition)
}

export function simplify(formula: Formula): Formula {
	if (typeof formula === 'boolean' || 'level' in formula) {
		return formula
	}
	if ('not' in formula) {
		return typeof formula.not === 'boolean' ? !formula.not : formula
	}
	const isAll = 'all' in formula
	const parts = (isAll ? formula.all : formula.any).filter((part) => part !== isAll)
	if (parts.includes(!isAll) || parts.length === 0) {
		return parts.length === 0 ? isAll : !isAll
	}
	return isAll ? { all: parts } : { any: parts }
}

/** For which sets of done levels a formula can be true, the other levels being as one likes, but for one being open at a time. */
export class Satisfier {
	readonly all: DoneSets

	private readonly masks: Map<string, bigint>

	private readonly known = new Map<string, DoneSets>()

	/** @param levels at most 14, for a set has two to the power of them bits */
	constructor(private readonly levels: string[]) {
		const size = 1n << BigInt(levels.length)
		this.all = (1n << size) - 1n
		this.masks = new Map(levels.map((level, place) => [level, maskOf(BigInt(place), size)]))
	}

	/** @param others how a level that is not done can be */
	of(formula: Formula, others: QuestState[]): DoneSets {
		const key = others.length + JSON.stringify(formula)
		const before = this.known.get(key)
		if (before !== undefined) {
			return before
		}
		let branches = 0
		const search = (part: Formula, others: QuestState[]): DoneSets => {
			if (typeof part === 'boolean') {
				return part ? this.all : 0n
			}
			if (++branches > MOST_BRANCHES) {
				throw new TooLarge('A condition asks for too many quests at once. Ask for fewer, or raise a flag on the way.')
			}
			const level = firstLevel(part)!
			const done = this.masks.get(level)!
			// One is open at a time.
			const left = (status: QuestState) => status === 'open' ? others.filter((other) => other !== 'open') : others
			const notDone = others.reduce((found, status) => found | search(assign(part, level, status), left(status)), 0n)
			return (search(assign(part, level, 'done'), others) & done) | (notDone & (this.all ^ done))
		}
		const found = search(formula, others)
		this.known.set(key, found)
		return found
	}

	/** The same and all that come of it when more levels are done. */
	grown(sets: DoneSets): DoneSets {
		return this.levels.reduce((found, level, place) => found | ((found & (this.all ^ this.masks.get(level)!)) << (1n << BigInt(place))), sets)
	}

	/** The same and all they can come of. */
	shrunk(sets: DoneSets): DoneSets {
		return this.levels.reduce((found, level, place) => found | ((found & this.masks.get(level)!) >> (1n << BigInt(place))), sets)
	}

	/** The levels of one of the sets: of the smallest number. */
	example(sets: DoneSets): string[] {
		const number = (sets & -sets).toString(2).length - 1
		return this.levels.filter((_, place) => (number >> place) & 1)
	}
}

/** All numbers below a size that have a bit. */
function maskOf(place: bigint, size: bigint): bigint {
	const step = 1n << place
	let mask = ((1n << step) - 1n) << step
	for (let width = step * 2n; width < size; width *= 2n) {
		mask |= mask << width
	}
	return mask
}

function firstLevel(formula: Formula): string | null {
	if (typeof formula === 'boolean') {
		return null
	}
	if ('level' in formula) {
		return formula.level
	}
	const parts = 'not' in formula ? [formula.not] : 'all' in formula ? formula.all : formula.any
	return parts.reduce<string | null>((found, part) => found ?? firstLevel(part), null)
}

function assign(formula: Formula, level: string, status: QuestState): Formula {
	if (typeof formula === 'boolean') {
		return formula
	}
	if ('level' in formula) {
		return formula.level === level ? isStatus(status, formula.is) : formula
	}
	if ('not' in formula) {
		return simplify({ not: assign(formula.not, level, status) })
	}
	return simplify('all' in formula ? { all: formula.all.map((part) => assign(part, level, status)) } : { any: formula.any.map((part) => assign(part, level, status)) })
}
