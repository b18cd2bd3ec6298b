/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Finding } from './finding.ts'

import { finding } from './finding.ts'

export type Schema = { [keyword: string]: unknown, $defs?: Record<string, Schema> }

/** Reads a value against a part of a schema; gives what does not fit. */
type Check = (argument: never, value: unknown, place: string, at: Reading) => Finding[]

interface Reading {
	root: Schema
	schema: Schema
}

const DESCRIBING = new Set(['$schema', '$id', '$defs', 'title', 'description', 'properties'])

const WORDS: Record<string, string> = { object: 'an object', array: 'a list', string: 'a text', integer: 'a whole number', boolean: 'true or false' }

/*
 * As much of JSON Schema as resources/schema/story.json uses. A keyword that is not here is an error of this file, never
 * passed over, so that the schema and what is checked stay the same.
 */
const CHECKS: Record<string, Check> = {
	$ref: (name: string, value, place, { root }) => check(root.$defs![name.replace('#/$defs/', '')]!, value, place, root),
	type: (type: string, value, place) => isOfType(type, value) ? [] : [finding(place, `This has to be ${WORDS[type] ?? type}.`)],
	const: (constant: unknown, value, place) => value === constant ? [] : [finding(place, `This can only be ${JSON.stringify(constant)}.`)],
	enum: (allowed: unknown[], value, place) => allowed.includes(value) ? [] : [finding(place, `${shown(value)} is not known here. Known are: ${allowed.join(', ')}.`)],
	required: (names: string[], value, place) => !isObject(value)
		? []
		: names.filter((name) => !(name in value)).map((name) => finding(place, `The field “${name}” is missing. Add it.`)),
	additionalProperties: (rest: false | Schema, value, place, { root, schema }) => furtherIn(value, schema).flatMap(([name, inside]) => {
		return rest === false
			? [finding(place, `The field “${name}” is not known. Take it away, or correct its name.`)]
			: check(rest, inside, join(place, name), root)
	}),
	propertyNames: (names: Schema, value, place, { root }) => isObject(value) ? Object.keys(value).flatMap((name) => check(names, name, join(place, name), root)) : [],
	maxProperties: (most: number, value, place) => isObject(value) && Object.keys(value).length > most ? [finding(place, `This has more than ${most} fields.`)] : [],
	items: (items: Schema, value, place, { root }) => Array.isArray(value) ? value.flatMap((item, index) => check(items, item, join(place, nameOf(item, index)), root)) : [],
	minItems: (least: number, value, place) => Array.isArray(value) && value.length < least ? [finding(place, `This needs at least ${least}.`)] : [],
	maxItems: (most: number, value, place) => Array.isArray(value) && value.length > most ? [finding(place, `This has ${value.length}; ${most} at most.`)] : [],
	minimum: (least: number, value, place) => typeof value === 'number' && value < least ? [finding(place, `This is at least ${least}.`)] : [],
	maximum: (most: number, value, place) => typeof value === 'number' && value > most ? [finding(place, `This is at most ${most}.`)] : [],
	maxLength: (most: number, value, place) => typeof value === 'string' && value.length > most ? [finding(place, `This is longer than ${most} characters.`)] : [],
	pattern: (pattern: string, value, place) => typeof value === 'string' && !new RegExp(pattern, 'u').test(value) ? [finding(place, `${shown(value)} is not written as it has to be: ${pattern}`)] : [],
	anyOf: (forms: Schema[], value, place, { root }) => oneForm(forms, value, place, root),
	oneOf: (forms: Schema[], value, place, { root }) => oneForm(forms, value, place, root),
}

/** What of a value is not as the schema says. */
export function checkSchema(schema: Schema, value: unknown): Finding[] {
	return check(schema, value, '', schema)
}

function check(schema: Schema, value: unknown, place: string, root: Schema): Finding[] {
	const isWrongType = typeof schema.type === 'string' && !isOfType(schema.type, value)
	const keywords = isWrongType ? ['type'] : Object.keys(schema).filter((keyword) => !DESCRIBING.has(keyword))
	const findings = keywords.flatMap((keyword) => {
		const by = CHECKS[keyword]
		if (by === undefined) {
			throw new Error(`The schema uses “${keyword}”, which this check does not know.`)
		}
		return by(schema[keyword] as never, value, place, { root, schema })
	})
	if (!isObject(value) || isWrongType) {
		return findings
	}
	const properties = Object.entries(schema.properties as Record<string, Schema> ?? {})
	return [...findings, ...properties.flatMap(([name, property]) => name in value ? check(property, value[name], join(place, name), root) : [])]
}

function furtherIn(value: unknown, { properties = {} }: Schema): [string, unknown][] {
	return isObject(value) ? Object.entries(value).filter(([name]) => !Object.hasOwn(properties as object, name)) : []
}

/** The forms of this schema exclude each other: what is said is about the one that was most likely meant. */
function oneForm(forms: Schema[], value: unknown, place: string, root: Schema): Finding[] {
	const tries = forms.map((form) => ({ form, findings: check(form, value, place, root) }))
	const fitting = tries.filter(({ findings }) => findings.length === 0)
	if (fitting.length === 1) {
		return []
	}
	const names = forms.map(({ required }) => (required as string[] | undefined)?.join(' + ') ?? 'a text')
	const meant = tries.filter(({ form }) => isObject(value) && (form.required as string[] | undefined)?.every((name) => name in value))
	return fitting.length === 0 && meant.length === 1
		? meant[0]!.findings
		: [finding(place, `This has to be exactly one of: ${names.join(', ')}. ${shown(value)} is not.`)]
}

function isOfType(type: string, value: unknown): boolean {
	switch (type) {
		case 'object': return isObject(value)
		case 'array': return Array.isArray(value)
		case 'integer': return Number.isInteger(value)
		default: return typeof value === type
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing'
	return text.length > 80 ? text.slice(0, 80) + '…' : text
}

function nameOf(item: unknown, index: number): string {
	return isObject(item) && typeof item.id === 'string' ? item.id : String(index + 1)
}

function join(place: string, name: string): string {
	return place === '' ? name : `${place} › ${name}`
}
