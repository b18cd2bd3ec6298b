/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { WireRequest } from './wire.ts'

import { anything, list, Malformed, object, record, share, string, whole, yes } from './check.ts'
import { Random } from './random.ts'
import { glob } from './router.ts'

const count = whole(0)

const action = object({
	status: whole(100, 599),
	headers: record(string),
	body: anything,
	delayMs: count,
	cutAfter: count,
	stallAfter: count,
	flipByte: count,
	ignoreRange: yes,
	chunked: yes,
	redirect: string,
	changeMeanwhile: yes,
	vanish: yes,
	expireToken: yes,
	refusePageToken: yes,
	duplicateAcrossPages: yes,
	emptyPage: yes,
	incompleteSearch: yes,
	wrongSize: whole(Number.MIN_SAFE_INTEGER),
	wrongHash: yes,
	rotateRefreshToken: yes,
	only: list(string),
})

const rule = object({
	match: object({
		host: string,
		method: string,
		path: string,
		query: string,
		body: string,
		nth: list(whole(1)),
		every: whole(1),
		rate: share,
	}),
	do: action,
	times: whole(1),
})

/** What goes wrong; see the README for each field. */
export type Action = ReturnType<typeof action>
export type Rule = ReturnType<typeof rule>

interface Armed {
	rule: Rule
	seen: number
	done: number
	random: Random
}

/** The faults that were asked for, and which request meets which. */
export class Faults {
	private armed: Armed[] = []
	private readonly seed: number

	constructor(seed: number) {
		this.seed = seed
	}

	/** @throws Malformed naming the field that is wrong */
	add(value: unknown): Rule[] {
		const rules = list(rule)(value, 'faults')
		for (const [index, { do: deed }] of rules.entries()) {
			if (deed === undefined) {
				throw new Malformed(`faults[${index}].do is missing`)
			}
		}
		this.armed.push(...rules.map((one, index) => (
			{ rule: one, seen: 0, done: 0, random: new Random(`${this.seed}/${this.armed.length + index}`) }
		)))
		return rules
	}

	clear(): void {
		this.armed = []
	}

	list(): object[] {
		return this.armed.map(({ rule: one, seen, done }) => ({ ...one, seen, done }))
	}

	/** All that happens to this request; where rules disagree, the later one holds. */
	meet(request: Pick<WireRequest, 'method' | 'host' | 'path' | 'query' | 'body'>): Action {
		return Object.assign({}, ...this.armed.filter((one) => strikes(one, request)).map((one) => one.rule.do))
	}
}

function strikes(one: Armed, request: Pick<WireRequest, 'method' | 'host' | 'path' | 'query' | 'body'>): boolean {
	const { match = {}, times = Infinity } = one.rule
	const meant = (match.host ?? request.host) === request.host
		&& (match.method ?? request.method) === request.method
		&& (match.path === undefined || glob(match.path, '.*').test(request.path))
		&& (match.query === undefined || asked(request.query).includes(match.query))
		&& (match.body === undefined || request.body.includes(match.body))
	if (!meant) {
		return false
	}
	one.seen++
	const now = (match.nth === undefined || match.nth.includes(one.seen))
		&& (match.every === undefined || one.seen % match.every === 0)
		&& (match.rate === undefined || one.random.next() < match.rate)
		&& one.done < times
	one.done += now ? 1 : 0
	return now
}

function asked(query: URLSearchParams): string {
	return [...query].map(([key, value]) => `${key}=${value}`).join('&')
}
