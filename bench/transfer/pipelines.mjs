/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import process from 'node:process'
import { load, php, run } from './runs.mjs'

const TARGET = 'Drive'
const HOSTS = ['accounts.google.com', 'oauth2.googleapis.com', 'www.googleapis.com', 'docs.google.com']
const TUNED = ['--transfers', '8', '--checkers', '16', '--drive-pacer-min-sleep', '10ms']
let people = 0

/** A new member for each pipeline, so that nothing of one is met by another. */
function somebody() {
	return `banc${process.pid}n${++people}`
}

/**
 * rclone as Debian ships it: it knows nothing of the stand-in, and reaches it through a proxy with an authority of its own.
 *
 * @param standIn
 * @param token
 * @param args
 */
function rclone(standIn, token, args) {
	const forever = JSON.stringify({ access_token: token, token_type: 'Bearer', refresh_token: '', expiry: '2099-01-01T00:00:00Z' })
	return run('rclone', ['--config', '/dev/null', '--ca-cert', standIn.ca, '--drive-token', forever, '--drive-scope', 'drive.readonly', '--retries', '3', '--low-level-retries', '20', 'copy', ...args], {
		env: { HTTPS_PROXY: standIn.proxy, NO_PROXY: '127.0.0.1,localhost' },
	})
}

/**
 * @param user
 * @return {Promise<string>} a password for programs, which the server checks faster than a person's
 */
async function appPassword(user) {
	const { out, errors, code } = await run('php', [`${process.env.COMPAGNON_NEXTCLOUD}/occ`, 'user:auth-tokens:add', '--password-from-env', user], {
		env: { NC_PASS: `mot-de-passe-${user}-2026`, OC_PASS: `mot-de-passe-${user}-2026` },
	})
	if (code !== 0) {
		throw new Error(`No password for ${user}: ${out}${errors}`)
	}
	return out.trim().split('\n').at(-1).trim()
}

/** All ways from the provider into the space, or to a disk, that are set side by side. */
export class Pipelines {
	/**
	 * @param {import('./standIn.mjs').StandIn} standIn
	 * @param {string} folder for lists and copies
	 */
	constructor(standIn, folder) {
		this.standIn = standIn
		this.folder = folder
	}

	target = TARGET

	/** The space asks the stand-in in place of Google. */
	async point() {
		process.env.COMPAGNON_PROVIDERS = this.standIn.url
		if (process.env.COMPAGNON_HOST === 'demo') {
			await run('php', ['demo/console', 'providers', this.standIn.url])
			return
		}
		const hosts = HOSTS.map((host) => `'${host}' => '${this.standIn.url}/${host}'`).join(', ')
		writeFileSync(`${process.env.NEXTCLOUD_CONFIG_DIR}/endpoints.config.php`, `<?php $CONFIG = ['compagnon.endpoints' => [${hosts}]];\n`)
	}

	/**
	 * A run that is about to begin to move, for workers that go on with it.
	 *
	 * @param mode
	 */
	async prepared(mode) {
		const user = somebody()
		await php('connect', [user, mode])
		const { run: id } = await php('ours', ['start', user, TARGET])
		return { user, id }
	}

	/** Scan and plan only. */
	async scanned() {
		const user = somebody()
		await php('connect', [user, 'fast'])
		return this.measured(null, () => php('ours', ['scan', user, TARGET]))
	}

	/** @param {string} archive file that is put among the files of somebody */
	async unpacked(archive) {
		const user = somebody()
		await php('connect', [user, 'fast'])
		const { id } = await php('put', [user, archive])
		return this.measured(user, () => php('ours', ['move', user, TARGET, String(id)]))
	}

	/**
	 * @param {'fast'|'compatible'} mode
	 */
	async ours(mode) {
		const user = somebody()
		await php('connect', [user, mode])
		return this.measured(user, () => php('ours', ['move', user, TARGET]))
	}

	/** One file after the other, as the integration apps do. */
	async loop() {
		const user = somebody()
		await php('connect', [user, 'compatible'])
		const token = await this.standIn.token()
		return this.measured(user, () => php('loop', [user, TARGET, token]))
	}

	/**
	 * @param {boolean} tuned
	 */
	async rcloneToSpace(tuned) {
		const user = somebody()
		await php('connect', [user, 'compatible'])
		const password = await run('rclone', ['obscure', await appPassword(user)])
		const token = await this.standIn.token()
		const remote = `:webdav,url="${process.env.COMPAGNON_URL}/remote.php/dav/files/${user}",vendor=nextcloud,user=${user},pass=${password.out.trim()}:${TARGET}`
		return this.measured(user, () => this.copied(token, [':drive:', remote, ...(tuned ? TUNED : [])]))
	}

	/**
	 * @param {boolean} tuned
	 */
	async rcloneToDisk(tuned) {
		const folder = `${this.folder}/rclone`
		await rm(folder, { recursive: true, force: true })
		await mkdir(folder)
		const token = await this.standIn.token()
		const result = await this.measured(null, () => this.copied(token, [':drive:', folder, ...(tuned ? TUNED : [])]))
		await rm(folder, { recursive: true, force: true })
		return result
	}

	async copied(token, args) {
		const { code, seconds, errors } = await rclone(this.standIn, token, args)
		return { wall: seconds, code, errors: errors.trim().split('\n').slice(-3).join(' | ') }
	}

	/**
	 * @param {string|null} user whose space is compared afterwards; null where rclone itself has written to a disk
	 * @param {() => Promise<object>} pipeline
	 */
	async measured(user, pipeline) {
		const before = load()
		await this.standIn.control('DELETE /stats')
		const result = await pipeline()
		const { requests, sent } = await this.standIn.stats()
		return { ...result, requests, sent, load: before, verified: user === null ? null : await this.verify(user) }
	}

	/**
	 * @param {string} user
	 */
	verify(user) {
		return php('verify', [user, TARGET, `${this.folder}/truth.json`])
	}
}
