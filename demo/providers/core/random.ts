/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A number of 32 bits that is always the same for the same text. */
export function hash32(text: string, seed = 0): number {
	let value = 0x811c9dc5 ^ seed
	for (let at = 0; at < text.length; at++) {
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
	}
	return mix(value)
}

/** Spreads a number of 32 bits over all of them. */
export function mix(number: number): number {
	let value = number >>> 0
	value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
	value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
	return (value ^ (value >>> 15)) >>> 0
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The same numbers again for the same seed. */
export class Random {
	private state: number

	constructor(seed: number | string) {
		this.state = hash32(String(seed))
	}

	/** From 0 to just below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0
		return mix(this.state) / 0x100000000
	}

	/** A whole number from `low` up to, and with, `high`. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1))
	}

	pick<T>(list: readonly T[]): T {
		const chosen = list[this.between(0, list.length - 1)]
		if (chosen === undefined) {
			throw new Error('Nothing to pick from.')
		}
		return chosen
	}

	/** As ids and tokens of providers look. */
	id(length: number): string {
		return Array.from({ length }, () => LETTERS[this.between(0, 63)]).join('')
	}
}
