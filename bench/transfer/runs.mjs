/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import process from 'node:process'

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: object, started?: (child: object) => void}} [options]
 * @return {Promise<{code: number|null, seconds: number, out: string, errors: string}>}
 */
export function run(command, args, { env = {}, started } = {}) {
	const begun = performance.now()
	const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
	let out = ''
	let errors = ''
	child.stdout.on('data', (data) => {
		out += data
	})
	child.stderr.on('data', (data) => {
		errors += data
	})
	started?.(child)
	return new Promise((resolve, reject) => {
		child.once('error', reject).once('close', (code) => {
			resolve({ code, seconds: (performance.now() - begun) / 1000, out, errors })
		})
	})
}

/**
 * @param {string} script of this folder
 * @param {string[]} args
 * @param {object} [options] see run()
 * @return {Promise<object>} what it says, with the seconds that its whole process took
 */
export async function php(script, args, options) {
	const done = await run('php', ['-d', 'memory_limit=512M', '-d', 'apc.enable_cli=1', `bench/transfer/${script}.php`, ...args], options)
	const said = done.out.trim().split('\n').at(-1)
	if (done.code !== 0 || said === '') {
		throw new Error(`${script} ${args.join(' ')} ended with ${done.code}: ${done.errors}\n${done.out}`)
	}
	return { ...JSON.parse(said), wall: done.seconds }
}

/** @return {number} how busy the machine was in the last minute */
export function load() {
	return Math.round(loadavg()[0] * 10) / 10
}

/**
 * @param {number[]} values
 * @return {number}
 */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.floor((sorted.length - 1) / 2)]
}
