/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The figures of moving in, side by side in one run: node bench/transfer/main.mjs FOLDER
// scripts/bench starts it, with a space that is set up and served. BENCH_ONLY names figures to take alone, by a pattern.

import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import process from 'node:process'
import { archive } from './archive.mjs'
import { kills } from './kills.mjs'
import { memory } from './memory.mjs'
import { Pipelines } from './pipelines.mjs'
import { median } from './runs.mjs'
import { StandIn } from './standIn.mjs'

const folder = process.argv[2]
const demo = process.env.COMPAGNON_HOST === 'demo'
const quick = process.env.BENCH_QUICK === '1'
const only = new RegExp(process.env.BENCH_ONLY ?? '')
const LINE = { latencyMs: 80, perConnectionBytesPerSecond: 20_000_000, totalBytesPerSecond: 100_000_000 }
const table = []
const standIn = new StandIn()
const pipelines = new Pipelines(standIn, folder)

/**
 *
 * @param figure
 * @param value
 * @param unit
 * @param beside
 */
function record(figure, value, unit, beside = null) {
	const rounded = Math.round(value * 100) / 100
	appendFileSync(process.env.BENCH_FIGURES, `${JSON.stringify({ figure, value: rounded, unit, beside, host: process.env.BENCH_HOST })}\n`)
}

/**
 * A line of the second table: what each pipeline took, and whether all is there.
 *
 * @param scenario
 * @param pipeline
 * @param run
 * @param amount
 */
function note(scenario, pipeline, run, amount) {
	const { wall, requests, verified, load, processor, memory: used, heard, state, code } = run
	const row = {
		scenario,
		pipeline,
		seconds: Number(wall.toFixed(1)),
		'files/s': Number((amount.files / wall).toFixed(1)),
		'MB/s': Number((amount.bytes / wall / 1e6).toFixed(1)),
		requests,
		missing: verified?.missing ?? null,
		wrong: verified?.wrong ?? null,
		extra: verified?.extra ?? null,
		ended: state ?? code,
		activities: verified?.activity ?? null,
		created: heard?.created ?? null,
		written: heard?.written ?? null,
		processor: processor ?? null,
		'peak MB': used?.peak ?? null,
		load,
	}
	table.push(row)
	console.log(Object.entries(row).filter(([, value]) => value !== null).map(([key, value]) => `${key} ${value}`).join(', '))
}

/**
 * Takes a pipeline several times, each on the same account as new, and keeps the middle one.
 *
 * @param {object} setting of the stand-in
 * @param {{files: number, bytes: number}} amount
 * @param {string} name
 * @param {() => Promise<object>} pipeline
 * @param {number} times
 * @return {Promise<object>}
 */
async function middle(setting, amount, name, pipeline, times = 1) {
	const runs = []
	for (let time = 0; time < (quick ? 1 : times); time++) {
		await standIn.set(setting)
		const run = await pipeline()
		note(setting.scenario, name, run, amount)
		runs.push(run)
	}
	const wall = median(runs.map((run) => run.wall))
	return runs.find((run) => run.wall === wall)
}

/**
 *
 * @param setting
 */
async function account(setting) {
	await standIn.set({ scenario: setting.scenario, shape: {} })
	return standIn.truth(`${folder}/truth.json`)
}

/**
 * What a ratio is made of, so that nobody has to believe it.
 *
 * @param name
 * @param run
 */
function beside(name, run) {
	return { name: `${name}, seconds`, value: Number(run.wall.toFixed(1)) }
}

/**
 *
 */
async function small() {
	const setting = { scenario: 'small', shape: LINE }
	const amount = await account(setting)
	const ours = { fast: await middle(setting, amount, 'ours, fast', () => pipelines.ours('fast'), 3) }
	const disk = await middle(setting, amount, 'rclone → disk, tuned', () => pipelines.rcloneToDisk(true))
	if (demo) {
		record('transfer.small.fast.vs_rclone', disk.wall / ours.fast.wall, 'times', beside('rclone tuned → plain disk', disk))
		return
	}
	ours.compatible = await middle(setting, amount, 'ours, compatible', () => pipelines.ours('compatible'), 3)
	const loop = await middle(setting, amount, 'one by one', () => pipelines.loop())
	const tuned = await middle(setting, amount, 'rclone → WebDAV, tuned', () => pipelines.rcloneToSpace(true))
	if (!quick) {
		await middle(setting, amount, 'rclone → WebDAV, default', () => pipelines.rcloneToSpace(false))
	}
	for (const [mode, run] of Object.entries(ours)) {
		record(`transfer.small.${mode}.vs_loop`, loop.wall / run.wall, 'times', beside('one by one', loop))
		record(`transfer.small.${mode}.vs_rclone`, tuned.wall / run.wall, 'times', beside('rclone tuned → WebDAV', tuned))
		record(`transfer.small.${mode}.seconds`, run.wall, 's', beside('rclone tuned → plain disk', disk))
	}
}

/**
 *
 */
async function meanSpace() {
	const setting = { scenario: 'mean', shape: LINE, throttled: true }
	const amount = await account(setting)
	const ours = await middle(setting, amount, 'ours, fast', () => pipelines.ours('fast'), 3)
	const other = await middle(setting, amount, demo ? 'rclone → disk, tuned' : 'rclone → WebDAV, tuned', () => (demo ? pipelines.rcloneToDisk(true) : pipelines.rcloneToSpace(true)))
	record('transfer.mean_space.vs_rclone', other.wall / ours.wall, 'times', beside(demo ? 'rclone tuned → plain disk' : 'rclone tuned → WebDAV', other))
	record('transfer.mean_space.seconds', ours.wall, 's')
	if (!quick && !demo) {
		await middle(setting, amount, 'ours, compatible', () => pipelines.ours('compatible'))
		await middle(setting, amount, 'rclone → WebDAV, default', () => pipelines.rcloneToSpace(false))
	}
}

/**
 *
 */
async function large() {
	const setting = { scenario: 'large', shape: LINE }
	const amount = await account(setting)
	const ours = await middle(setting, amount, 'ours, fast', () => pipelines.ours('fast'))
	const other = await middle(setting, amount, 'rclone → disk', () => pipelines.rcloneToDisk(false))
	record('transfer.large.vs_rclone', other.wall / ours.wall, 'times', beside('rclone → plain disk', other))
}

mkdirSync(`${folder}/tls`, { recursive: true })
const tools = { folder, quick, standIn, record, note, line: LINE, account }
let failed = false
try {
	await standIn.start(`${folder}/stand-in.log`, `${folder}/tls`)
	await pipelines.point()
	console.log(`${cpus().length} × ${cpus()[0].model}`)
	const figures = {
		small,
		mean_space: meanSpace,
		kill: () => kills(tools, pipelines),
		archive: () => archive(tools, pipelines),
		memory: () => memory(tools, pipelines),
		large: quick ? () => {} : large,
	}
	for (const [name, take] of Object.entries(figures).filter(([name]) => only.test(name))) {
		try {
			await take()
		} catch (error) {
			// The others are worth having all the same.
			failed = true
			console.error(`transfer.${name}: ${error.stack}`)
		}
	}
} finally {
	standIn.stop()
	writeFileSync('build/bench-transfer.json', `${JSON.stringify(table, null, '\t')}\n`)
}
process.exit(failed ? 1 : 0)
