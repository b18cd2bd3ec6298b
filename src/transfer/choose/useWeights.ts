/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FolderWeight } from '../../shared/types.ts'
import type { Branch } from './tree.ts'

import { onScopeDispose } from 'vue'
import { transfer } from '../api.ts'

/** After as many failures one after the other, nobody is asked any more. */
const PATIENCE = 3

/** What was weighed, for the life of the page: a choice that is changed later begins with it. */
const known = new Map<string, FolderWeight>()

export interface Weights {
	/**
	 * Weighs a folder once its row is in view.
	 *
	 * @return what ends that
	 */
	watch(row: Element, branch: Branch): () => void
}

/** Weighs the folders that a person sees, one after the other; none while the page is hidden. */
export function useWeights(run: string): Weights {
	const rows = new Map<Element, Branch>()
	const inView = new Set<Branch>()
	let observer: IntersectionObserver | undefined
	let busy = false
	let failures = 0
	let ended = false

	function next(): Branch | undefined {
		return ended || document.hidden ? undefined : [...inView].find(({ weight }) => weight === undefined)
	}

	async function weigh(branch: Branch): Promise<FolderWeight | null> {
		const key = `${run} ${branch.folder.id}`
		try {
			const weight = known.get(key) ?? (failures < PATIENCE ? await transfer.weigh(run, branch.folder.id) : null)
			if (weight !== null) {
				known.set(key, weight)
				failures = 0
			}
			return weight
		} catch {
			// The folder can be chosen all the same.
			failures++
			return null
		}
	}

	async function work(): Promise<void> {
		if (busy) {
			return
		}
		busy = true
		for (let branch = next(); branch !== undefined; branch = next()) {
			branch.weight = await weigh(branch)
		}
		busy = false
	}

	function onView(entries: IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting } of entries) {
			const branch = rows.get(target)
			if (branch !== undefined && isIntersecting) {
				inView.add(branch)
			} else if (branch !== undefined) {
				inView.delete(branch)
			}
		}
		void work()
	}

	function watch(row: Element, branch: Branch): () => void {
		observer ??= new IntersectionObserver(onView)
		rows.set(row, branch)
		observer.observe(row)
		return () => {
			observer?.unobserve(row)
			rows.delete(row)
			inView.delete(branch)
		}
	}

	document.addEventListener('visibilitychange', work)
	onScopeDispose(() => {
		ended = true
		observer?.disconnect()
		document.removeEventListener('visibilitychange', work)
	})

	return { watch }
}
