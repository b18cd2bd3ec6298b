/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { writeFileSync } from 'node:fs'

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * @param {string} text any text
 * @return {string} the same, fit for XML 1.0
 */
function escape(text) {
	// eslint-disable-next-line no-control-regex -- these are what XML does not admit
	return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '?')
}

/** A suite of named checks that goes on after a failure and is written down as a JUnit report. */
export class Checks {
	#name
	#cases = []

	/**
	 * @param {string} name of the suite
	 */
	constructor(name) {
		this.#name = name
	}

	/**
	 * @param {string} title what has to be true
	 * @param {() => unknown} body throws when it is not
	 * @return {Promise<boolean>} whether it was
	 */
	async check(title, body) {
		let failure = null
		try {
			await body()
		} catch (error) {
			failure = error instanceof Error ? error.message : String(error)
		}
		this.#cases.push({ title, failure })
		console.log(failure === null ? `ok: ${title}` : `FAILED: ${title}\n${failure}`)
		return failure === null
	}

	/**
	 * @param {string} file where the report goes
	 * @return {number} the exit code that says the same
	 */
	report(file) {
		const cases = this.#cases.map(({ title, failure }) => `<testcase classname="${escape(this.#name)}" name="${escape(title)}">`
			+ (failure === null ? '' : `<failure>${escape(failure)}</failure>`) + '</testcase>')
		writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="${escape(this.#name)}">\n${cases.join('\n')}\n</testsuite>\n`)
		return this.#cases.every(({ failure }) => failure === null) ? 0 : 1
	}
}
