/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Which bytes to send: `end` is just after the last one. `null` when the range lies past the end. */
export type Slice = { start: number, end: number, partial: boolean } | null

/** One range as in RFC 9110; several, or something else, are the whole file. */
export function slice(header: string | undefined, size: number): Slice {
	const everything = { start: 0, end: size, partial: false }
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
	if (first === '' && last === '') {
		return everything
	}
	if (first === '') {
		const start = Math.max(0, size - Number(last))
		return Number(last) === 0 || size === 0 ? null : { start, end: size, partial: true }
	}
	const start = Number(first)
	const end = last === '' ? size : Math.min(size, Number(last) + 1)
	if (last !== '' && Number(last) < start) {
		return everything
	}
	return start >= size ? null : { start, end, partial: true }
}
