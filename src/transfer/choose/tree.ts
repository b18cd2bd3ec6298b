/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FolderWeight, RunOptions, SourceFolder } from '../../shared/types.ts'

/** A folder of the source as the tree shows it. */
export interface Branch {
	folder: SourceFolder
	/** undefined before somebody has opened it. */
	children?: Branch[]
	open: boolean
	loading: boolean
	/** What to say when its folders could not be loaded. */
	sentence: string
	/** What lies below it, where the list does not say: undefined before it was asked for, null when nobody can say. */
	weight?: FolderWeight | null
}

/** What somebody has decided, by id of a folder: the nearest one above counts. ALL stands for everything. */
export type Decisions = ReadonlyMap<string, boolean>

export const ALL = ''

export function branchOf(folder: SourceFolder): Branch {
	return { folder, open: false, loading: false, sentence: '' }
}

/** @param above what counts for the folder it lies in */
export function isTaken(id: string, decisions: Decisions, above: boolean): boolean {
	return decisions.get(id) ?? above
}

/** Whether something below was decided otherwise. */
export function isMixed(children: Branch[] | undefined, decisions: Decisions, taken: boolean): boolean {
	return (children ?? []).some((child) => isTaken(child.folder.id, decisions, taken) !== taken || isMixed(child.children, decisions, taken))
}

/** Decides for a folder and for all that is below it. */
export function decide(decisions: Decisions, id: string, children: Branch[] | undefined, taken: boolean, above: boolean): Decisions {
	const next = new Map(decisions)
	const forget = (branches: Branch[] | undefined) => branches?.forEach((branch) => {
		next.delete(branch.folder.id)
		forget(branch.children)
	})
	forget(children)
	if (id !== ALL && taken === above) {
		next.delete(id)
	} else {
		next.set(id, taken)
	}
	return next
}

/** @return what the contract calls it: nothing named means everything */
export function chosenOf(decisions: Decisions, top: Branch[]): Pick<RunOptions, 'folders' | 'without'> {
	const all = decisions.get(ALL) ?? true
	const named = [...decisions].filter(([id]) => id !== ALL)
	const folders = named.filter(([, taken]) => taken).map(([id]) => id)
	const without = named.filter(([, taken]) => !taken).map(([id]) => id)
	if (all && folders.length > 0) {
		// Something comes back below what is left out: then everything else has to be named too.
		const others = top.map(({ folder }) => folder.id).filter((id) => decisions.get(id) !== false)
		return { folders: [...new Set([...others, ...folders])], without }
	}
	return { folders, without }
}

export function decisionsOf({ folders, without }: Pick<RunOptions, 'folders' | 'without'>): Decisions {
	return new Map([
		...(folders.length > 0 ? [[ALL, false] as const] : []),
		...folders.map((id) => [id, true] as const),
		...without.map((id) => [id, false] as const),
	])
}

/** Whether nothing at all would come. */
export function isNothing(decisions: Decisions): boolean {
	return decisions.get(ALL) === false && ![...decisions.values()].includes(true)
}

/** @return bytes of what is chosen; null when a size that matters is not known */
export function sizeOfChoice(branches: Branch[], decisions: Decisions, above = decisions.get(ALL) ?? true): number | null {
	let sum = 0
	for (const { folder, children } of branches) {
		const taken = isTaken(folder.id, decisions, above)
		const own = taken ? folder.size : 0
		const below = sizeOfDeviations(children, decisions, taken)
		if (own === null || below === null) {
			return null
		}
		sum += own + below
	}
	return sum
}

/** What is added or taken away below a folder, where that was decided otherwise. */
function sizeOfDeviations(children: Branch[] | undefined, decisions: Decisions, above: boolean): number | null {
	let sum = 0
	for (const { folder, children: below } of children ?? []) {
		const taken = isTaken(folder.id, decisions, above)
		if (taken !== above && folder.size === null) {
			return null
		}
		const deeper = sizeOfDeviations(below, decisions, taken)
		if (deeper === null) {
			return null
		}
		sum += deeper + (taken === above ? 0 : (taken ? 1 : -1) * (folder.size ?? 0))
	}
	return sum
}
