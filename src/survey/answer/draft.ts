/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Answers, Words } from './answers.ts'

export interface Draft {
	answers: Answers
	words: Words
}

/** What was begun stays in this browser, for this account and this version of the questions. */
export interface DraftPlace {
	read(): Draft | null
	keep(draft: Draft): void
	erase(): void
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export function draftPlace(account: string, survey: string, version: string): DraftPlace {
	const key = ['compagnon-survey', account, survey, version].join('|')

	/** Without storage, the page has to stay open. */
	function quietly<T>(task: () => T): T | null {
		try {
			return task()
		} catch {
			return null
		}
	}

	return {
		read: () => quietly(() => {
			const kept: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null')
			return isObject(kept) && isObject(kept.answers) && isObject(kept.words) ? kept as unknown as Draft : null
		}),
		keep: (draft) => void quietly(() => window.localStorage.setItem(key, JSON.stringify(draft))),
		erase: () => void quietly(() => window.localStorage.removeItem(key)),
	}
}
