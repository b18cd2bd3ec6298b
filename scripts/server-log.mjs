/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { existsSync, readFileSync } from 'node:fs'

const WARNING = 2

/**
 * Whether an entry of nextcloud.log is ours: we wrote it, or our code is named in what it says. The address of the request
 * alone makes it nobody's, and so does a test that called the server.
 *
 * @param {Record<string, unknown>} entry of the log
 * @return {boolean}
 */
function isOurs(entry) {
	const said = JSON.stringify([entry.message, entry.exception, entry.data])
	return entry.app === 'compagnon' || /apps\\?\/compagnon\/|OCA\\+Compagnon\\+(?!\\|Tests)/.test(said)
}

/**
 * @param {string} file nextcloud.log, which may not be there yet
 * @param {number} from how many of its entries to leave out
 * @return {{level: number, app: string, message: string}[]} warnings and worse that are ours
 */
export function ourTroubles(file, from = 0) {
	return readLog(file).slice(from).filter((entry) => entry.level >= WARNING && isOurs(entry))
}

/**
 * @param {string} file nextcloud.log
 * @return {Record<string, unknown>[]} its entries
 */
export function readLog(file) {
	if (!existsSync(file)) {
		return []
	}
	return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line))
}

/**
 * @param {{level: number, app: string, message: string, exception?: {Message?: string}}} entry of the log
 * @return {string} one line
 */
export function describe(entry) {
	return `level ${entry.level}, app ${entry.app}: ${entry.message} ${entry.exception?.Message ?? ''}`.trim()
}
