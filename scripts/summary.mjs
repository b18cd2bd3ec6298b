/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Adds up the JUnit files of one or more runs (folders that suites.sh filled) and prints "N passed, N failed, N skipped".
// A suite that wrote no readable file, ran no test, or ended badly without naming a failure counts as one failure. What a
// failed test said is printed below its name: often it is all that is seen of a run on another machine.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const TAG = /<(\/?)([\w:-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(\/?)>/g
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const LINES = 12
const COLUMNS = 200

/**
 * @param {string} xml a JUnit report
 * @return {{passed: number, failed: number, skipped: number, failures: string[][]}} failures: of each the name, and what it said
 */
function countCases(xml) {
	const counts = { passed: 0, failed: 0, skipped: 0, failures: [] }
	const plain = xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
	let state = null
	let tag = ''
	let said = []
	for (const { 0: whole, 1: closing, 2: name, 3: empty, index } of plain.matchAll(TAG)) {
		if (name === 'testcase' && closing === '') {
			state = 'passed'
			tag = whole
		} else if (state !== null && (name === 'failure' || name === 'error') && closing === '') {
			state = 'failed'
			said = linesOf(plain.slice(index + whole.length, plain.indexOf('</', index)))
		} else if (state === 'passed' && name === 'skipped') {
			state = 'skipped'
		}
		if (name === 'testcase' && (closing !== '' || empty !== '')) {
			counts[state]++
			if (state === 'failed') {
				counts.failures.push([nameIn(tag), ...said])
			}
			state = null
		}
	}
	return counts
}

/**
 * @param {string} text as XML has it
 * @return {string}
 */
function unescape(text) {
	return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity])
}

/**
 * @param {string} text of a failure, as XML has it
 * @return {string[]} its first lines
 */
function linesOf(text) {
	return unescape(text)
		.split('\n').map((line) => line.trim().slice(0, COLUMNS)).filter((line) => line !== '').slice(0, LINES)
}

/**
 * @param {string} tag of a test case
 * @return {string} where it stands and what it is called
 */
function nameIn(tag) {
	const value = (attribute) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''
	return unescape(`${value('class') || value('classname')} › ${value('name')}`)
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
 * @return {{passed: number, failed: number, skipped: number, failures: string[][], why: string|null}}
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
		for (const [failed, ...said] of suite.failures) {
			console.log([`  failed: ${failed}`, ...said].join('\n    '))
		}
		for (const key of Object.keys(total)) {
			total[key] += suite[key]
		}
	}
}

const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`
console.log(process.env.SUMMARY_LABEL ? `${process.env.SUMMARY_LABEL}: ${line}` : line)
process.exit(total.failed === 0 ? 0 : 1)
