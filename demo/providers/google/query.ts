/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What a search asks, as a tree. */
export type Query
	= | { is: 'and' | 'or', all: Query[] }
		| { is: 'not', one: Query }
		| { is: 'in', value: string, list: string }
		| { is: 'compare', field: string, operator: string, value: string }

/** A search that cannot be read. */
export class BadQuery extends Error {}

const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|(<=|>=|!=|[=<>()])|([A-Za-z][\w.]*))/y

interface Token {
	kind: 'string' | 'sign' | 'word'
	text: string
}

function tokens(text: string): Token[] {
	const result: Token[] = []
	const end = text.trimEnd().length
	TOKEN.lastIndex = 0
	while (TOKEN.lastIndex < end) {
		const [found, quoted, sign, word] = TOKEN.exec(text) ?? []
		if (found === undefined) {
			throw new BadQuery(text)
		}
		if (quoted !== undefined) {
			result.push({ kind: 'string', text: quoted.replace(/\\(.)/g, '$1') })
		} else {
			result.push(sign === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'sign', text: sign })
		}
	}
	return result
}

function fail(why: string): never {
	throw new BadQuery(why)
}

class Parser {
	private readonly tokens: Token[]
	private at = 0

	constructor(text: string) {
		this.tokens = tokens(text)
	}

	parse(): Query {
		const query = this.either()
		if (this.at !== this.tokens.length) {
			fail('More than one search')
		}
		return query
	}

	private either(): Query {
		const all = [this.both()]
		while (this.skip('or')) {
			all.push(this.both())
		}
		return all.length === 1 && all[0] ? all[0] : { is: 'or', all }
	}

	private both(): Query {
		const all = [this.term()]
		while (this.skip('and')) {
			all.push(this.term())
		}
		return all.length === 1 && all[0] ? all[0] : { is: 'and', all }
	}

	private term(): Query {
		if (this.skip('not')) {
			return { is: 'not', one: this.term() }
		}
		if (this.skip('(')) {
			const query = this.either()
			if (!this.skip(')')) {
				fail('A bracket is open')
			}
			return query
		}
		const first = this.take('string', 'word')
		if (first.kind === 'string') {
			if (!this.skip('in')) {
				fail('A value stands alone')
			}
			return { is: 'in', value: first.text, list: this.take('word').text }
		}
		return ['and', 'or', 'in', 'contains'].includes(first.text) ? fail('A field is missing') : this.comparison(first.text)
	}

	private comparison(field: string): Query {
		const next = this.tokens[this.at]
		const operator = next?.kind === 'sign' ? next.text : next?.text === 'contains' ? 'contains' : ''
		if (operator === '' || operator === '(' || operator === ')') {
			// `sharedWithMe` may stand without "= true".
			return { is: 'compare', field, operator: '=', value: 'true' }
		}
		this.at++
		return { is: 'compare', field, operator, value: this.take('string', 'word').text }
	}

	private skip(text: string): boolean {
		const token = this.tokens[this.at]
		const there = token !== undefined && token.kind !== 'string' && token.text === text
		this.at += there ? 1 : 0
		return there
	}

	private take(...kinds: Token['kind'][]): Token {
		const token = this.tokens[this.at++]
		if (token === undefined || !kinds.includes(token.kind)) {
			return fail('Something is missing')
		}
		return token
	}
}

/** @throws BadQuery */
export function parseQuery(text: string): Query {
	return new Parser(text).parse()
}

/** The folders in which everything that is asked for has to be; `null` if it may be anywhere. */
export function parentsOf(query: Query): string[] | null {
	if (query.is === 'in' && query.list === 'parents') {
		return [query.value]
	}
	if (query.is === 'or') {
		const each = query.all.map(parentsOf)
		return each.includes(null) ? null : each.flatMap((ids) => ids ?? [])
	}
	return query.is === 'and' ? query.all.map(parentsOf).find((ids) => ids !== null) ?? null : null
}
