/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { run } from '../transfer/runs.mjs'

/**
 * @param {string} script of this folder
 * @param {string[]} args what it is told
 * @return {Promise<object>} what it says
 */
export async function php(script, ...args) {
	const done = await run('php', ['-d', 'memory_limit=512M', '-d', 'apc.enable_cli=1', `bench/survey/${script}.php`, ...args])
	if (done.code !== 0) {
		throw new Error(`${script} ${args.join(' ')} ended with ${done.code}: ${done.errors}\n${done.out}`)
	}
	return JSON.parse(done.out.trim().split('\n').at(-1))
}
