/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What was sent does not have the shape it has to have; the message names the place. */
export class Malformed extends Error {}

/** Turns what came over the wire into a value, or throws. `at` is where it stands, for the message. */
export type Check<T> = (value: unknown, at: string) => T

type Shape = Record<string, Check<unknown>>
type Checked<S extends Shape> = { [K in keyof S]?: Exclude<ReturnType<S[K]>, undefined> }

export const string: Check<string> = (value, at) => {
	if (typeof value !== 'string') {
		throw new Malformed(`${at} has to be a string`)
	}
	return value
}

export const yes: Check<true> = (value, at) => {
	if (value !== true) {
		throw new Malformed(`${at} can only be true`)
	}
	return value
}

export const bool: Check<boolean> = (value, at) => {
	if (typeof value !== 'boolean') {
		throw new Malformed(`${at} has to be true or false`)
	}
	return value
}

export const anything: Check<unknown> = (value) => value

export function whole(low: number, high = Number.MAX_SAFE_INTEGER): Check<number> {
	return (value, at) => {
		if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
			throw new Malformed(`${at} has to be a whole number from ${low} to ${high}`)
		}
		return value
	}
}

export function share(value: unknown, at: string): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
		throw new Malformed(`${at} has to be a number from 0 to 1`)
	}
	return value
}

export function oneOf<T extends string>(...names: T[]): Check<T> {
	return (value, at) => {
		const found = names.find((name) => name === value)
		if (found === undefined) {
			throw new Malformed(`${at} has to be one of: ${names.join(', ')}`)
		}
		return found
	}
}

export function list<T>(check: Check<T>): Check<T[]> {
	return (value, at) => {
		if (!Array.isArray(value)) {
			throw new Malformed(`${at} has to be a list`)
		}
		return value.map((item, index) => check(item, `${at}[${index}]`))
	}
}

export function record<T>(check: Check<T>): Check<Record<string, T>> {
	return (value, at) => Object.fromEntries(Object.entries(plain(value, at)).map(([key, item]) => [key, check(item, `${at}.${key}`)]))
}

function plain(value: unknown, at: string): object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Malformed(`${at} has to be an object`)
	}
	return value
}

/** Only the fields of the shape; each may be left out. */
export function object<S extends Shape>(shape: S): Check<Checked<S>> {
	return (value, at) => {
		const result: Record<string, unknown> = {}
		for (const [key, item] of Object.entries(plain(value, at))) {
			const check = Object.hasOwn(shape, key) ? shape[key] : undefined
			if (check === undefined) {
				throw new Malformed(`${at}.${key} is not known; known are: ${Object.keys(shape).join(', ')}`)
			}
			result[key] = check(item, `${at}.${key}`)
		}
		return result as Checked<S>
	}
}
