/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * A statistician's second count: from the ballots to the published table, written from the method page and not from the
 * publisher's code.
 */

interface Question { id: string, shape: 'one' | 'several' | 'ordered' | 'recommend' | 'fsus', choices: string[], clauses: { question: string, in: string[] }[] }
type Ballot = Record<string, unknown>
interface Printed { ballots: Record<string, Ballot[]>, tokens: Record<string, number>, questions: Question[], csv: string }

const SCRIPT = join(import.meta.dirname, '../Support/print-release.php')
const Z = 1.959964

const toFive = (n: number) => Math.floor((n + 2) / 5) * 5
const toTen = (n: number) => Math.floor((n + 5) / 10) * 10
const isEnough = (n: number) => toFive(n) >= 11
const isEnoughInAll = (n: number) => toTen(n) >= 11
const three = (x: number) => String(Math.round(x * 1000) / 1000)

function score(items: (number | null)[]): number {
	return items.reduce<number>((sum, item, at) => sum + (at % 2 === 0 ? (item ?? 3) - 1 : 5 - (item ?? 3)), 0) * 2.5
}

/** The choices that an answer counts for; null when there was none. */
function choices(question: Question, answer: unknown): string[] | null {
	if (answer === null || answer === undefined) {
		return null
	}
	switch (question.shape) {
		case 'several': return answer as string[]
		case 'recommend': return [(answer as number) <= 6 ? '0-6' : (answer as number) <= 8 ? '7-8' : '9-10']
		case 'fsus': {
			const items = answer as (number | null)[]
			return items.every((item) => item === null) ? null : [question.choices[Math.min(4, Math.floor(score(items) / 20))]!]
		}
		default: return [String(answer)]
	}
}

function wilson(part: number, whole: number, end: -1 | 1): number {
	const p = part / whole
	const root = Z * Math.sqrt((p * (1 - p) + Z * Z / (4 * whole)) / whole)
	return Math.min(1, Math.max(0, (p + Z * Z / (2 * whole) + end * root) / (1 + Z * Z / whole)))
}

function numbers(count: number, n: number): string[] {
	const [part, whole] = [toFive(count), toTen(n)]
	const high = Math.min(part + 2, whole + 4)
	return [String(part), String(whole), three(Math.min(1, part / whole)), three(wilson(part - 2, whole + 4, -1)), three(wilson(high, Math.max(high, whole - 5), 1))]
}

/** What the CSV has to say of a question: cell, state and numbers of each line; null when nothing may be shown. */
function count(question: Question, ballots: Ballot[]): string[][] | null {
	const given = ballots.map((ballot) => choices(question, ballot[question.id])).filter((one) => one !== null)
	const counts = question.choices.map((choice) => given.filter((one) => one.includes(choice)).length)
	if (!isEnoughInAll(given.length)) {
		return null
	}
	const line = (cells: string[], number: number) => [cells.join('|'), cells.length > 1 ? 'merged' : 'shown', ...numbers(number, given.length)]
	const hidden = (cell: string) => [cell, 'hidden', '', String(toTen(given.length)), '', '', '']
	if (question.shape === 'several') {
		const lines = question.choices.map((choice, at) => isEnough(counts[at]!) && isEnough(given.length - counts[at]!) ? line([choice], counts[at]!) : hidden(choice))
		return lines.some(([, state]) => state === 'shown') ? lines : null
	}
	if (question.shape === 'one') {
		const shown = open(counts)
		return shown.length === 0 ? null : question.choices.map((choice, at) => shown.includes(at) ? line([choice], counts[at]!) : hidden(choice))
	}
	const groups: { cells: string[], number: number }[] = []
	question.choices.forEach((choice, at) => {
		const last = groups.at(-1)
		if (last && !isEnough(last.number)) {
			last.cells.push(choice)
			last.number += counts[at]!
		} else {
			groups.push({ cells: [choice], number: counts[at]! })
		}
	})
	const rest = groups.at(-1)!
	if (groups.length > 1 && !isEnough(rest.number)) {
		groups.pop()
		groups.at(-1)!.cells.push(...rest.cells)
		groups.at(-1)!.number += rest.number
	}
	return groups.length > 1 ? groups.map(({ cells, number }) => line(cells, number)) : null
}

/** Places of the cells that can be shown when there is no order. */
function open(counts: number[]): number[] {
	const places = counts.map((_, at) => at)
	const hidden = new Set(places.filter((at) => !isEnough(counts[at]!)))
	const total = toTen(counts.reduce((sum, one) => sum + one, 0)) - 5
	while (hidden.size > 0) {
		const shown = places.filter((at) => !hidden.has(at))
		if (shown.length === 0) {
			return []
		}
		const inside = [...hidden].map((at) => counts[at]!)
		const least = total - shown.reduce((sum, at) => sum + toFive(counts[at]!) + 2, 0)
		const large = inside.filter(isEnough).length
		const room = 12 * (inside.length - large - 1) + large * Math.min(...shown.map((at) => toFive(counts[at]!) + 2))
		if (hidden.size > 1 && isEnough(inside.reduce((sum, one) => sum + one, 0)) && least - 4 <= room) {
			return shown
		}
		hidden.add(shown.reduce((best, at) => counts[at]! < counts[best]! ? at : best))
	}
	return places
}

function published(csv: string, stratum: string, question: string, measure: string): string[][] {
	// No field that is compared here is quoted: only labels are, and they are cut out.
	return csv.trim().split('\r\n').map((row) => row.replace(/"[^"]*"/g, '').split(','))
		.filter((row) => row[2] === stratum && row[3] === question && row[4] === measure)
		.map((row) => [row[5]!, ...row.slice(8)])
}

describe.each([7, 8, 9, 10, 11, 12])('the published table of made-up answers %i', (seed) => {
	const printed = JSON.parse(execFileSync('php', [SCRIPT, String(seed)], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as Printed

	it.each(['attested', 'unattested'])('has what the ballots of %s spaces say', (stratum) => {
		const ballots = printed.ballots[stratum]!
		const tokens = printed.tokens[stratum]!
		expect(published(printed.csv, stratum, '', 'participation')).toEqual([['', 'shown', String(toTen(ballots.length)), String(toTen(tokens)), three(toTen(ballots.length) / toTen(tokens)), '', '']])
		const tables = new Map(printed.questions.map((question) => [question.id, count(question, ballots)]))
		for (const question of printed.questions) {
			// One condition on one option: shown when that option is.
			const isTold = question.clauses.every((clause) => clause.in.every((option) => tables.get(clause.question)?.some(([cell, state]) => cell === option && state === 'shown') ?? false))
			const expected = (isTold ? tables.get(question.id) : null) ?? [['', 'withheld', '', '', '', '', '']]
			const rows = published(printed.csv, stratum, question.id, 'count')
			const hasScoreOnly = question.shape === 'fsus' && rows.length === 0
			expect(hasScoreOnly ? null : rows, `${stratum} ${question.id}`).toEqual(hasScoreOnly ? tables.get(question.id) : expected)
		}
	})

	it('has the mean score and its interval', () => {
		const scores = printed.ballots.attested!.map(({ fsus }) => fsus as (number | null)[] | null).filter((items) => items?.some((item) => item !== null) ?? false).map((items) => score(items!))
		const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length
		const half = Z * Math.sqrt(scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (scores.length - 1) / scores.length)
		const [row] = published(printed.csv, 'attested', 'fsus', 'score')
		expect(row).toEqual(['', 'shown', String(Math.round(mean)), String(toTen(scores.length)), '', String(Math.floor(mean - half)), String(Math.ceil(mean + half))])
	})
})
