/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Query } from './query.ts'

import { BadQuery } from './query.ts'
import { mimeOf } from './resource.ts'

type Test = (item: Item) => boolean

function isTrue(value: string, operator: string): boolean {
	if (!['true', 'false'].includes(value) || !['=', '!='].includes(operator)) {
		throw new BadQuery(value)
	}
	return (value === 'true') === (operator === '=')
}

function compare<T>(left: T, operator: string, right: T): boolean {
	switch (operator) {
		case '=': return left === right
		case '!=': return left !== right
		case '<': return left < right
		case '<=': return left <= right
		case '>': return left > right
		case '>=': return left >= right
		default: throw new BadQuery(operator)
	}
}

function time(text: string): number {
	const value = Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)
	if (Number.isNaN(value)) {
		throw new BadQuery(text)
	}
	return value
}

function words(text: string, operator: string, asked: string): boolean {
	return operator === 'contains' ? text.toLowerCase().includes(asked.toLowerCase()) : compare(text, operator, asked)
}

function comparison(account: Account, { field, operator, value }: Extract<Query, { is: 'compare' }>): Test {
	switch (field) {
		case 'trashed': {
			const wanted = isTrue(value, operator)
			return (item) => account.isTrashed(item) === wanted
		}
		case 'starred': {
			const wanted = isTrue(value, operator)
			return (item) => item.starred === wanted
		}
		case 'sharedWithMe': {
			const wanted = isTrue(value, operator)
			return (item) => (item.sharedWithMe === true) === wanted
		}
		case 'mimeType': return (item) => words(mimeOf(item), operator, value)
		case 'name': return (item) => words(item.name, operator, value)
		case 'modifiedTime':
		case 'createdTime': {
			const then = time(value)
			return (item) => compare(field === 'modifiedTime' ? item.modified : item.created, operator, then)
		}
		default: throw new BadQuery(field)
	}
}

function membership(account: Account, { value, list }: Extract<Query, { is: 'in' }>): Test {
	switch (list) {
		case 'parents': {
			const id = value === 'root' ? account.root.id : value
			return (item) => item.parent === id
		}
		case 'owners': {
			const mine = value === 'me' || value === account.user.email
			return (item) => mine ? item.owned : account.people(item).some(({ email, role }) => email === value && role === 'owner')
		}
		case 'writers':
		case 'readers':
			return (item) => account.people(item).some(({ email }) => email === value)
		default: throw new BadQuery(list)
	}
}

/** @throws BadQuery for fields and operators that there are not */
export function matcher(account: Account, query: Query): Test {
	switch (query.is) {
		case 'and': {
			const all = query.all.map((one) => matcher(account, one))
			return (item) => all.every((test) => test(item))
		}
		case 'or': {
			const all = query.all.map((one) => matcher(account, one))
			return (item) => all.some((test) => test(item))
		}
		case 'not': {
			const test = matcher(account, query.one)
			return (item) => !test(item)
		}
		case 'in': return membership(account, query)
		case 'compare': return comparison(account, query)
	}
}
