/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The figures of surveys: node bench/survey/main.mjs FOLDER
// scripts/bench starts it, with a space that is set up and served. On the demo, tokens and the month without an observatory only.
// BENCH_ONLY names figures to take alone, by a pattern.

import { appendFileSync } from 'node:fs'
import process from 'node:process'
import { load, median } from '../transfer/runs.mjs'
import { intake, openObservatory, page } from './observatory.mjs'
import { php } from './php.mjs'

const demo = process.env.COMPAGNON_HOST === 'demo'
const times = process.env.BENCH_QUICK === '1' ? 1 : 7
const only = new RegExp(process.env.BENCH_ONLY ?? '')

/**
 * @param {string} figure its id
 * @param {number} value of ours
 * @param {string} unit of both
 * @param {{name: string, value: number}|null} beside what it is measured beside
 */
function record(figure, value, unit, beside = null) {
	const rounded = Math.round(value * 100) / 100
	appendFileSync(process.env.BENCH_FIGURES, `${JSON.stringify({ figure, value: rounded, unit, beside, host: process.env.BENCH_HOST })}\n`)
}

/**
 * In a process of its own each time, since the job measures once a quarter: nothing is warm but the database.
 *
 * @param {string} what is measured
 * @return {Promise<{middle: number, said: object}>}
 */
async function taken(what) {
	const runs = []
	for (let time = 0; time < times; time++) {
		runs.push(await php('figures', what))
		console.log(`${what}: ${runs.at(-1).ms.toFixed(1)} ms, load ${load()}`)
	}
	return { middle: median(runs.map(({ ms }) => ms)), said: runs[0] }
}

/**
 *
 */
async function spaceFigures() {
	await php('figures', 'plant', '50', '20000')
	const { middle, said } = await taken('measure')
	const missing = Object.entries(said.figures).filter(([, value]) => value === null).map(([name]) => name)
	if (missing.length > 0 || said.figures.files !== '20000+') {
		throw new Error(`Not what was planted: ${JSON.stringify(said.figures)}`)
	}
	const other = await taken('survey_client')
	record('survey.space_figures_ms', middle, 'ms', { name: 'report of the app survey_client, ms', value: Math.round(other.middle * 10) / 10 })
}

/**
 *
 */
async function tokens() {
	const { issue, space } = await php('tokens', times === 1 ? '5' : '50')
	record('survey.token_issue_ms', issue, 'ms', { name: 'for the space, ms', value: Math.round(space * 100) / 100 })
}

/**
 * Many spaces while their observatory is away for thirty days.
 */
async function month() {
	const spaces = times === 1 ? 50 : 10_000
	// One process for each core.
	const halves = await Promise.all([1, 2].map((seed) => php('month', String(spaces / 2), String(seed))))
	const sum = (name) => halves.reduce((total, half) => total + half[name], 0)
	console.log(`${spaces} spaces: ${sum('answers')} answers, ${sum('late')} of them after the observatory was back, ${sum('busiest')} in its busiest six hours`)
	record('survey.month_down.reports_lost', sum('lost') + sum('twice'), 'reports', { name: `reports of ${spaces} spaces`, value: sum('answers') })
	record('survey.month_down.busiest_share', sum('busiest') / sum('late'), 'of what waited, in six hours', { name: 'requests of a space a day meanwhile', value: Math.round(sum('asked') / 2 * 10) / 10 })
}

/**
 *
 */
async function observatory() {
	const place = await openObservatory(process.argv[2])
	await intake(place, times, record)
	await page(times, record)
}

const figures = { ...(demo ? {} : { space: spaceFigures, observatory }), tokens, month }
for (const [, take] of Object.entries(figures).filter(([name]) => only.test(name))) {
	await take()
}
