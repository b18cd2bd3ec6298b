/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The figures of the survey panel: node bench/survey/main.mjs
// scripts/bench starts it, with a space that is set up. On the demo, tokens only.

import { appendFileSync } from 'node:fs'
import process from 'node:process'
import { load, median, run } from '../transfer/runs.mjs'

const demo = process.env.COMPAGNON_HOST === 'demo'
const times = process.env.BENCH_QUICK === '1' ? 1 : 7

/**
 * @param {string} script of this folder
 * @param {string[]} args what it is told
 * @return {Promise<object>} what it says
 */
async function php(script, ...args) {
	const done = await run('php', ['-d', 'memory_limit=512M', '-d', 'apc.enable_cli=1', `bench/survey/${script}.php`, ...args])
	if (done.code !== 0) {
		throw new Error(`${script} ${args.join(' ')} ended with ${done.code}: ${done.errors}\n${done.out}`)
	}
	return JSON.parse(done.out.trim().split('\n').at(-1))
}

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

if (!demo) {
	await spaceFigures()
}
await tokens()
