/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The life of the app in a real Nextcloud, as its administrator leads it: enable, look at its pages, begin a tour, disable
// and enable again, upgrade, forget, remove. After each of them the log holds no warning of ours.
//   node scripts/lifecycle.mjs REPORT     with COMPAGNON_NEXTCLOUD (the unpacked app in apps/, not enabled) and COMPAGNON_URL

import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Checks } from './junit.mjs'
import { describe, ourTroubles, readLog } from './server-log.mjs'

const server = process.env.COMPAGNON_NEXTCLOUD
const base = process.env.COMPAGNON_URL
const log = join(server, 'data/nextcloud.log')
const info = join(server, 'apps/compagnon/appinfo/info.xml')
const TOUR = 'files-first-steps'
const PAGES = ['/apps/files/', '/apps/compagnon/', '/settings/user', '/settings/user/compagnon', '/settings/admin/compagnon', '/settings/apps']

const checks = new Checks('lifecycle')

/**
 * @param {...string} words of the command
 * @return {string} what it printed
 */
function occ(...words) {
	return execFileSync('php', [join(server, 'occ'), '--no-interaction', ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/**
 * @param {string} path below the server's address
 * @param {string} user whose request it is
 * @param {RequestInit} options of fetch
 * @return {Promise<Response>}
 */
function request(path, user, options = {}) {
	const credentials = Buffer.from(`${user}:jardin-${user}-2026`).toString('base64')
	return fetch(base + path, {
		redirect: 'manual',
		...options,
		headers: { Authorization: `Basic ${credentials}`, Accept: 'application/json', 'OCS-APIRequest': 'true', ...options.headers },
	})
}

/**
 * @param {string} path below the app's API
 * @param {string} method of HTTP
 * @param {object} [body] sent as JSON
 * @return {Promise<Record<string, unknown>>} the data of a successful answer to Nadia
 */
async function api(path, method = 'GET', body = undefined) {
	const answer = await request(`/ocs/v2.php/apps/compagnon/api/v1${path}`, 'nadia', {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
		headers: { 'Content-Type': 'application/json' },
	})
	assert.equal(answer.status, 200, `${method} ${path} answered ${answer.status}: ${await answer.clone().text()}`)
	return (await answer.json()).ocs.data
}

/**
 * @return {Promise<string>} how far Nadia is in the tour
 */
async function progress() {
	return JSON.stringify(await api('/me/data'))
}

/** @param {string[]} paths of pages that have to answer for the one who looks after the space */
async function pagesAnswer(paths) {
	for (const path of paths) {
		const answer = await request(`/index.php${path}`, 'camille', { headers: { Accept: 'text/html' } })
		assert.equal(answer.status, 200, `${path} answered ${answer.status}`)
	}
}

/**
 * @param {string} title what is done
 * @param {() => unknown} act does it, and throws when it goes wrong
 */
async function stage(title, act) {
	const from = readLog(log).length
	await checks.check(title, act)
	await checks.check(`${title}: no warning or error of ours in the log`, () => {
		assert.deepEqual(ourTroubles(log, from).map(describe), [])
	})
}

let kept = ''

await stage('enable', () => {
	assert.match(occ('app:enable', 'compagnon'), /compagnon .* enabled/)
})
await stage('its pages and the pages of others answer', () => pagesAnswer(PAGES))
await stage('a tour is begun', async () => {
	const begun = await api(`/tours/${TOUR}/start`, 'POST', { again: false })
	assert.ok(begun)
	kept = await progress()
	assert.match(kept, new RegExp(TOUR))
})
await stage('disable', async () => {
	occ('app:disable', 'compagnon')
	await pagesAnswer(['/apps/files/', '/settings/user'])
	assert.equal((await request('/ocs/v2.php/apps/compagnon/api/v1/tours', 'nadia')).status, 404)
})
await stage('enable again keeps the progress', async () => {
	occ('app:enable', 'compagnon')
	assert.equal(await progress(), kept)
})
await stage('upgrade keeps the progress', async () => {
	const [, version] = readFileSync(info, 'utf8').match(/<version>(.+)<\/version>/)
	const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1))
	writeFileSync(info, readFileSync(info, 'utf8').replace(`<version>${version}<`, `<version>${next}<`))
	occ('upgrade')
	assert.equal(occ('config:app:get', 'compagnon', 'installed_version').trim(), next)
	assert.equal(await progress(), kept)
	await pagesAnswer(PAGES)
})
await stage('forget one person erases the progress', async () => {
	assert.match(occ('compagnon:forget', 'nadia'), /Erased [1-9]/)
	assert.doesNotMatch(await progress(), new RegExp(TOUR))
})
await stage('forget everything', () => {
	assert.match(occ('compagnon:forget', '--all'), /Erased \d/)
})
await stage('remove', async () => {
	occ('app:remove', 'compagnon')
	assert.equal(existsSync(info), false)
	await pagesAnswer(['/apps/files/', '/settings/user'])
})

process.exit(checks.report(process.argv[2]))
