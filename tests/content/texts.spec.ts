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
	title: string
	summary: string
	steps: { title: string, text: string, where?: string }[]
}

function read<T>(file: string): T {
	return JSON.parse(readFileSync(join(RESOURCES, file), 'utf8'))
}

const tours = readdirSync(join(RESOURCES, 'tours')).map((name) => read<TourFile>('tours/' + name))
const used = [...new Set(tours.flatMap(({ title, summary, steps }) => [
	title,
	summary,
	...steps.flatMap((step) => [step.title, step.text, ...(step.where === undefined ? [] : [step.where])]),
]))].sort()

describe.each(['fr', 'en'])('resources/texts/%s.json', (language) => {
	const texts = read<Record<string, string>>(`texts/${language}.json`)

	it('has every text of every tour, and no other', () => {
		expect(used.length).toBeGreaterThan(0)
		expect(Object.keys(texts).sort()).toEqual(used)
	})

	it.each(Object.entries(texts))('%s is plain text', (key, text) => {
		expect(text.trim()).toBe(text)
		expect(text).not.toBe('')
		expect(text).not.toMatch(/[<>]/)
	})
})
