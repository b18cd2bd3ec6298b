/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What words may give away of somebody. */
export type Personal = 'mail' | 'phone' | 'web'

const PATTERNS: Record<Personal, RegExp> = {
	mail: /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/iu,
	// Nine digits or more: neither a year nor a sum of money has that many.
	phone: /(?<![\d/])(?:\+|00)?\d(?:[\s.\-/()]{0,2}\d){8,13}(?!\d)/u,
	web: /(?:\bhttps?:\/\/|\bwww\.)\S+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|info|be|ch|io|bzh|coop|asso)(?![\w-])/iu,
}

/** Looks for it here, in the browser. It sees no names and no places: it only helps. */
export function personalIn(words: string): Personal[] {
	return (Object.keys(PATTERNS) as Personal[]).filter((kind) => PATTERNS[kind].test(words))
}
