/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// An observatory under load: how many reports a second, and how long its public page takes, each beside a route of Nextcloud
// that does nothing.

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { load, median, run } from '../transfer/runs.mjs'
import { php } from './php.mjs'

const ADDRESS = 'https://observatoire.example'
const SURVEY = 'premiere-enquete'
const FIGURES = 'chiffres-des-espaces'
const AT_ONCE = 4
/** Asks for no login and answers what it always answers, after the server and its apps have started. */
const EMPTY = '/ocs/v2.php/config?format=json'
const HEADERS = { 'OCS-APIRequest': 'true', Accept: 'application/json', 'Content-Type': 'application/json' }

const url = process.env.COMPAGNON_URL
const now = new Date()
const PERIOD = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`

/**
 * @param {...string} args of occ
 * @return {Promise<string>} what it says
 */
async function occ(...args) {
	const done = await run('php', [join(process.env.COMPAGNON_NEXTCLOUD, 'occ'), ...args])
	if (done.code !== 0) {
		throw new Error(`occ ${args.join(' ')} ended with ${done.code}: ${done.errors}\n${done.out}`)
	}
	return done.out.trim()
}

/** Resolves when the server knows what it is: it keeps settings in its cache for some seconds. */
async function answering() {
	for (let left = 30; ; left--) {
		const { status } = await fetch(`${url}/index.php/apps/compagnon/observatory`)
		if (status === 200) {
			return
		}
		if (left === 0) {
			throw new Error(`The observatory still answers ${status}`)
		}
		await new Promise((resolve) => setTimeout(resolve, 1000))
	}
}

/**
 * Makes an observatory of the Nextcloud that is served.
 *
 * @param {string} folder for what is measured with
 * @return {Promise<{folder: string, key: string}>} that folder, and the file with the key of a host
 */
export async function openObservatory(folder) {
	const key = join(folder, 'host.key')
	await occ('compagnon:observatory:enable', `--address=${ADDRESS}`, '--name=Observatoire', '--contact=observatoire@example.org')
	for (const file of [SURVEY, 'figures']) {
		await occ('compagnon:observatory:survey', 'add', resolve('resources/surveys', `${file}.json`))
	}
	const told = await occ('compagnon:observatory:host', 'make-key', key)
	await occ('compagnon:observatory:host', 'add', 'Host', told.split('\n').at(-1))
	await answering()
	return { folder, key }
}

/**
 * @param {Array<() => Promise<Response>>} requests sent some at once
 * @param {number} expected status of each
 * @return {Promise<number>} how many a second
 */
async function rate(requests, expected) {
	const begun = performance.now()
	const left = [...requests]
	await Promise.all(Array.from({ length: AT_ONCE }, async () => {
		for (let next = left.pop(); next !== undefined; next = left.pop()) {
			const answer = await next()
			await answer.arrayBuffer()
			if (answer.status !== expected) {
				throw new Error(`${answer.url} answered ${answer.status}`)
			}
		}
	}))
	return requests.length / (performance.now() - begun) * 1000
}

/**
 * @param {{folder: string, key: string}} place what openObservatory() gave
 * @param {number} rounds ours and the empty route take turns so often
 * @param {(figure: string, value: number, unit: string, beside: object) => void} record writes a figure down
 */
export async function intake({ folder, key }, rounds, record) {
	const file = join(folder, 'sealed')
	await php('intake', ADDRESS, url, key, SURVEY, PERIOD, String(rounds * 10), file)
	const sealed = readFileSync(file, 'utf8').split('\n')
	const each = sealed.length / rounds
	const ours = []
	const empty = []
	for (let round = 0; round < rounds; round++) {
		const some = sealed.slice(round * each, (round + 1) * each)
		empty.push(await rate(some.map(() => () => fetch(url + EMPTY, { headers: HEADERS })), 200))
		ours.push(await rate(some.map((report) => () => fetch(`${url}/ocs/v2.php/apps/compagnon/api/v1/observatory/collector/reports`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ sealed: report }) })), 201))
		console.log(`intake: ${ours.at(-1).toFixed(1)} reports a second, ${empty.at(-1).toFixed(1)} of the empty route, load ${load()}`)
	}
	const ratio = median(ours.map((value, round) => value / empty[round]))
	record('survey.intake.vs_empty_route', ratio, 'times as many a second', { name: 'empty route, a second', value: Math.round(median(empty)) })
}

/**
 * @param {string} path below the address of the server
 * @param {number} times a fifth of how often it is asked
 * @return {Promise<number>} milliseconds of one request alone, in the middle
 */
async function taken(path, times) {
	const took = []
	for (let time = 0; time < 5 * times; time++) {
		const begun = performance.now()
		const answer = await fetch(url + path, { headers: { 'OCS-APIRequest': 'true' } })
		await answer.arrayBuffer()
		took.push(performance.now() - begun)
		if (answer.status !== 200) {
			throw new Error(`${path} answered ${answer.status}`)
		}
	}
	return median(took)
}

/**
 * @param {number} times see taken()
 * @param {(figure: string, value: number, unit: string, beside: object) => void} record writes a figure down
 */
export async function page(times, record) {
	const some = times === 1 ? 1_000 : 10_000
	await php('reports', SURVEY, PERIOD, String(some))
	await occ('compagnon:observatory:freeze', SURVEY, PERIOD, '--early')
	await occ('compagnon:observatory:publish', SURVEY, PERIOD)
	const shown = `/index.php/apps/compagnon/observatory/surveys/${SURVEY}/${PERIOD}`
	const over = async () => await taken(shown, times) - await taken(EMPTY, times)
	await over()
	const few = await over()
	await php('reports', FIGURES, PERIOD, String(9 * some))
	const many = await over()
	console.log(`page over an empty route: ${few.toFixed(1)} ms with ${some} reports, ${many.toFixed(1)} ms with ${10 * some}, load ${load()}`)
	record('survey.page_over_empty_ms', many, 'ms', { name: `with a tenth of the ${10 * some} reports, ms`, value: Math.round(few * 10) / 10 })
}
