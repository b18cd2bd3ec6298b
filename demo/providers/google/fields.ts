/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What of an answer is wanted: all of it, or the named parts. */
export type Fields = '*' | Map<string, Fields>

/** What is written cannot be read as a list of fields. */
export class BadFields extends Error {}

class Parser {
	private readonly text: string
	private readonly tokens: string[]
	private at = 0

	constructor(text: string) {
		this.text = text
		this.tokens = text.match(/[\w.*-]+|[(),/]|\S/g) ?? []
	}

	parse(): Fields {
		const result = this.several()
		return this.at === this.tokens.length ? result : this.fail()
	}

	private several(): Fields {
		const all = new Map<string, Fields>()
		do {
			this.one(all)
		} while (this.skip(','))
		return all.has('*') && all.size === 1 ? '*' : all
	}

	private one(all: Map<string, Fields>): void {
		const name = this.tokens[this.at++] ?? ''
		if (!/^[\w.*-]+$/.test(name)) {
			this.fail()
		}
		const before = all.get(name)
		const inside = this.inside()
		all.set(name, before instanceof Map && inside instanceof Map ? new Map([...before, ...inside]) : inside)
	}

	private inside(): Fields {
		if (this.skip('/')) {
			const all = new Map<string, Fields>()
			this.one(all)
			return all
		}
		if (!this.skip('(')) {
			return '*'
		}
		const all = this.several()
		return this.skip(')') ? all : this.fail()
	}

	private skip(token: string): boolean {
		const there = this.tokens[this.at] === token
		this.at += there ? 1 : 0
		return there
	}

	private fail(): never {
		throw new BadFields(this.text)
	}
}

/** The mask of partial responses: `a,b(c,d/e),*`. */
export function parseFields(text: string): Fields {
	return new Parser(text).parse()
}

/** The part below a name; `null` where it is not wanted. */
export function below(fields: Fields, name: string): Fields | null {
	if (fields === '*') {
		return '*'
	}
	return fields.get(name) ?? fields.get('*') ?? null
}

/** Only what is wanted of a value; lists are gone through. */
export function only(value: unknown, fields: Fields): unknown {
	if (fields === '*' || typeof value !== 'object' || value === null) {
		return value
	}
	if (Array.isArray(value)) {
		return value.map((item) => only(item, fields))
	}
	return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => {
		const wanted = below(fields, key)
		return wanted === null ? [] : [[key, only(item, wanted)]]
	}))
}
