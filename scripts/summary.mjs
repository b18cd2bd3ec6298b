/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Adds up the JUnit files of one or more runs (folders that suites.sh filled) and prints "N passed, N failed, N skipped".
// A suite that wrote no readable file, ran no test, or ended badly without naming a failure counts as one failure.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const TAG = /<(\/?)([\w:-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(\/?)>/g

/**
 * @param {string} xml a JUnit report
 * @return {{passed: number, failed: number, skipped: number, names: string[]}} names: of what failed
 */
function countCases(xml) {
	const counts = { passed: 0, failed: 0, skipped: 0, names: [] }
	let state = null
	let tag = ''
	for (const [whole, closing, name, empty] of xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').matchAll(TAG)) {
		if (name === 'testcase' && closing === '') {
			state = 'passed'
			tag = whole
		} else if (state !== null && (name === 'failure' || name === 'error')) {
			state = 'failed'
		} else if (state === 'passed' && name === 'skipped') {
			state = 'skipped'
		}
		if (name === 'testcase' && (closing !== '' || empty !== '')) {
			counts[state]++
			if (state === 'failed') {
				counts.names.push(nameIn(tag))
			}
			state = null
		}
	}
	return counts
}

/**
 * @param {string} tag of a test case
 * @return {string} where it stands and what it is called
 */
function nameIn(tag) {
	const value = (attribute) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
	return `${value('class') || value('classname')} › ${value('name')}`
}

/**
 * @param {string} file a file that may be missing
 * @return {string|null}
 */
function readIfThere(file) {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		return null
	}
}

/**
 * @param {string} folder what suites.sh filled
 * @param {string} name the suite
 * @return {{passed: number, failed: number, skipped: number, names: string[], why: string|null}}
 */
function countSuite(folder, name) {
	const xml = readIfThere(join(folder, `${name}.xml`))
	const exit = readIfThere(join(folder, `${name}.exit`))
	const counts = countCases(xml ?? '')
	const ran = counts.passed + counts.failed + counts.skipped
	let why = null
	if (exit === null) {
		why = 'was not run to its end'
	} else if (exit === '124' || exit === '137') {
		why = 'was cut short'
	} else if (xml === null) {
		why = 'wrote no report'
	} else if (ran === 0) {
		why = 'ran no test'
	} else if (exit !== '0' && counts.failed === 0) {
		why = `ended with exit code ${exit} although no test failed`
	}
	return { ...counts, failed: counts.failed + (why === null ? 0 : 1), why }
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const folder of process.argv.slice(2)) {
	const names = (readIfThere(join(folder, 'suites')) ?? '').split('\n').filter((name) => name !== '')
	if (names.length === 0) {
		console.log(`${folder}: no suite was started`)
		total.failed++
	}
	for (const name of names) {
		const suite = countSuite(folder, name)
		console.log(`${name}: ${suite.passed} passed, ${suite.failed} failed, ${suite.skipped} skipped`
			+ (suite.why === null ? '' : ` (the suite ${suite.why})`))
		for (const failed of suite.names) {
			console.log(`  failed: ${failed}`)
		}
		for (const key of Object.keys(total)) {
			total[key] += suite[key]
		}
	}
}

const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`
console.log(process.env.SUMMARY_LABEL ? `${process.env.SUMMARY_LABEL}: ${line}` : line)
process.exit(total.failed === 0 ? 0 : 1)
