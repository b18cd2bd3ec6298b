/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Reads what a Nextcloud logged while suites ran on it:
//   node scripts/log-check.mjs REPORT SUITE=LOG...
// A warning or worse of ours fails, unless scripts/provoked.json says that this suite provokes it on purpose; and what is
// said to be provoked but is not there fails too, so that the list stays true. `soak` marks what only the whole sets do.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Checks } from './junit.mjs'
import { describe, ourTroubles } from './server-log.mjs'

/** @type {{suite: string, entry: string, why: string, soak?: true}[]} */
const provoked = JSON.parse(readFileSync(join(import.meta.dirname, 'provoked.json'), 'utf8'))
	.filter(({ soak }) => soak !== true || process.env.SOAK === '1')
const [report, ...logs] = process.argv.slice(2)
const checks = new Checks('log')

for (const [suite, file] of logs.map((pair) => pair.split('='))) {
	const troubles = ourTroubles(file).map(describe)
	const expected = provoked.filter((one) => one.suite === suite)
	await checks.check(`${suite}: no warning or error of ours but the provoked ones`, () => {
		const others = troubles.filter((text) => !expected.some(({ entry }) => new RegExp(entry).test(text)))
		assert.deepEqual([...new Set(others)], [])
	})
	for (const { entry, why } of expected) {
		await checks.check(`${suite}: logged, since ${why}`, () => {
			assert.ok(troubles.some((text) => new RegExp(entry).test(text)), `Nothing in the log matches ${entry}`)
		})
	}
}

process.exit(checks.report(report))
