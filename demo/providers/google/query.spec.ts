/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { googleAccount } from '../scenario/google.ts'
import { BadFields, only, parseFields } from './fields.ts'
import { BadQuery, parentsOf, parseQuery } from './query.ts'
import { matcher } from './search.ts'

const account = googleAccount({ seed: 1, scenario: 'association', redirects: [] })

function found(q: string): string[] {
	return [...account.items.values()].filter(matcher(account, parseQuery(q))).map(({ name }) => name)
}

describe('q', () => {
	test('and, or, not, brackets', () => {
		expect(parseQuery('a=\'1\' and (b=\'2\' or not c=\'3\')')).toEqual({
			is: 'and',
			all: [
				{ is: 'compare', field: 'a', operator: '=', value: '1' },
				{ is: 'or', all: [{ is: 'compare', field: 'b', operator: '=', value: '2' }, { is: 'not', one: { is: 'compare', field: 'c', operator: '=', value: '3' } }] },
			],
		})
	})

	test('and binds closer than or', () => {
		expect(parseQuery('\'a\' in parents or \'b\' in parents and trashed=false')).toMatchObject({ is: 'or', all: [{ is: 'in' }, { is: 'and' }] })
	})

	test('quotes and backslashes are escaped', () => {
		expect(parseQuery(String.raw`name = 'l\'eau \\ et'`)).toMatchObject({ value: String.raw`l'eau \ et` })
		expect(found(String.raw`name='Compost\\paillage.txt'`)).toHaveLength(1)
	})

	test('what is in the bin, also by its folder', () => {
		expect(found('trashed = true')).toEqual(['Vieux dossier', 'Dans la corbeille avec son dossier.txt', 'Brouillon jeté.docx'])
		expect(found('trashed=false and \'me\' in owners')).not.toContain('Brouillon jeté.docx')
	})

	test('top items shared with me', () => {
		expect(found('sharedWithMe=true and trashed=false')).toEqual(['Convention mairie.pdf', 'Plan du quartier.pdf', 'Jardins du quartier'])
		expect(found('sharedWithMe')).toHaveLength(3)
		expect(found('\'me\' in owners')).not.toContain('Charte commune.odt')
	})

	test('the folders that a search is about', () => {
		expect(parentsOf(parseQuery('trashed=false and (\'a\' in parents or \'b\' in parents)'))).toEqual(['a', 'b'])
		expect(parentsOf(parseQuery('\'a\' in parents or trashed=false'))).toBeNull()
		expect(parentsOf(parseQuery('not \'a\' in parents'))).toBeNull()
	})

	test.each(['trashed=', '(trashed=false', 'trashed=false trashed=true', '\'a\' in', 'name = \'open', 'and', '\'a\'', '%'])('%s cannot be read', (q) => {
		expect(() => parseQuery(q)).toThrow(BadQuery)
	})

	test.each(['nonsense=true', 'trashed=maybe', '\'a\' in friends', 'trashed contains true'])('%s makes no sense', (q) => {
		expect(() => found(q)).toThrow(BadQuery)
	})
})

describe('fields', () => {
	const value = { kind: 'x', next: 't', files: [{ id: 1, name: 'a', owner: { me: true, name: 'b' } }] }

	test.each([
		['*', value],
		['next', { next: 't' }],
		['files/id', { files: [{ id: 1 }] }],
		['files(id,owner(me))', { files: [{ id: 1, owner: { me: true } }] }],
		['files(id),files/name', { files: [{ id: 1, name: 'a' }] }],
		['files(owner/name)', { files: [{ owner: { name: 'b' } }] }],
		['files(*)', { files: value.files }],
		['absent,kind', { kind: 'x' }],
	])('%s', (fields, expected) => {
		expect(only(value, parseFields(fields))).toEqual(expected)
	})

	test.each(['', 'a,', 'a(b', 'a)', 'a/(b)', 'a b'])('"%s" cannot be read', (fields) => {
		expect(() => parseFields(fields)).toThrow(BadFields)
	})
})
