/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const RESOURCES = join(import.meta.dirname, '../../resources')

interface TourFile {
	id: string
	room?: string
	title: string
	summary: string
	steps: { title: string, text: string, where?: string }[]
}

interface GuideFile {
	id: string
	source: string
	title: string
	intro: string
	steps: { id: string, title: string, text: string, url?: string, copy?: string[] }[]
}

function read<T>(file: string): T {
	return JSON.parse(readFileSync(join(RESOURCES, file), 'utf8'))
}

const tours = readdirSync(join(RESOURCES, 'tours')).map((name) => read<TourFile>('tours/' + name))
const guides = readdirSync(join(RESOURCES, 'guides')).map((name) => ({ name, ...read<GuideFile>('guides/' + name) }))
const ofTours = tours.flatMap(({ title, summary, steps }) => [
	title,
	summary,
	...steps.flatMap((step) => [step.title, step.text, ...(step.where === undefined ? [] : [step.where])]),
])
const ofGuides = guides.flatMap(({ title, intro, steps }) => [title, intro, ...steps.flatMap((step) => [step.title, step.text])])
const { rooms } = read<{ rooms: { id: string, title: string, about: string }[] }>('rooms.json')
const ofRooms = rooms.flatMap(({ title, about }) => [title, about])
const used = [...new Set([...ofTours, ...ofGuides, ...ofRooms])].sort()

describe.each(['fr', 'en'])('resources/texts/%s.json', (language) => {
	const texts = read<Record<string, string>>(`texts/${language}.json`)

	it('has every text of every tour, guide and room, and no other', () => {
		expect(used.length).toBeGreaterThan(0)
		expect(Object.keys(texts).sort()).toEqual(used)
	})

	it.each(Object.entries(texts))('%s is plain text', (key, text) => {
		expect(text.trim()).toBe(text)
		expect(text).not.toBe('')
		expect(text).not.toMatch(/[<>]/)
	})
})

describe('the rooms of the home page', () => {
	it('have one for each tour, and a tour for each', () => {
		expect([...new Set(tours.map(({ room }) => room))].sort()).toEqual(rooms.map(({ id }) => id).sort())
	})
})

describe.each(guides)('resources/guides/$name', ({ id, name, source, steps }) => {
	it('is named as it calls itself, and as its source', () => {
		expect(`${id}.json`).toBe(name)
		expect(id).toBe(`transfer-${source}`)
		expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length)
	})

	it('gives the address of the way back to copy, once', () => {
		expect(steps.flatMap(({ copy = [] }) => copy).filter((value) => value.includes('{'))).toEqual(['{redirectUri}'])
	})
})

describe('the French words of the guides', () => {
	const french = Object.entries(read<Record<string, string>>('texts/fr.json')).filter(([key]) => key.startsWith('guide.'))

	it.each(french)('%s is set as French is set, and orders nobody about', (key, text) => {
		expect(text).not.toMatch(/(?<![\u00a0\u202f])[:;!?»](?!\w)/u)
		expect(text).not.toMatch(/«(?![\u00a0\u202f])/u)
		expect(text).not.toMatch(/\b(il faut|vous devez|tu)\b/i)
	})
})
