/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** 2 of 100 requests to Drive are refused for a second, whoever asks. */
const THROTTLING = [{
	match: { host: 'www.googleapis.com', path: '/drive/*', rate: 0.02 },
	do: { status: 429, headers: { 'Retry-After': '1' }, body: { error: { code: 429, message: 'Rate Limit Exceeded', errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' }] } } },
}]

/** The provider for everybody: the demo's stand-in, in a process of its own. */
export class StandIn {
	/**
	 * @param {string} log file
	 * @param {string} folder where its certificates go
	 */
	async start(log, folder) {
		this.process = spawn('node', ['demo/providers/build/providers.mjs', '--port', '0', '--scenario', 'small', '--tls-proxy', '0', '--tls-folder', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
		this.process.stderr.pipe(createWriteStream(log))
		for await (const line of createInterface({ input: this.process.stdout })) {
			const [, proxy, ca] = /^proxy ready: (\S+) with the CA file (.+)$/.exec(line) ?? []
			const [, url] = /^providers ready: (\S+)$/.exec(line) ?? []
			Object.assign(this, proxy === undefined ? {} : { proxy, ca }, url === undefined ? {} : { url })
			if (this.url !== undefined) {
				return
			}
		}
		throw new Error(`The stand-in did not come up, see ${log}`)
	}

	stop() {
		this.process?.kill()
	}

	/**
	 * @param {string} command method and path
	 * @param {object} [body] of a POST
	 * @return {Promise<object>}
	 */
	async control(command, body) {
		const [method, path] = command.split(' ')
		const answer = await fetch(`${this.url}/control${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) })
		if (!answer.ok) {
			throw new Error(`${command}: ${answer.status} ${await answer.text()}`)
		}
		return answer.json()
	}

	/**
	 * The same account as before, on the same wire: for each pipeline anew.
	 *
	 * @param {{scenario: string, shape: object, throttled?: boolean}} setting what is there, and how slow
	 */
	async set({ scenario, shape, throttled = false }) {
		await this.control('POST /reset', { scenario, seed: 1 })
		// It knows its checksums, as a provider does, and does not work them out while somebody waits.
		await this.control('GET /truth?provider=google&hashes=1')
		await this.control('POST /shape', shape)
		if (throttled) {
			await this.control('POST /faults', THROTTLING)
		}
	}

	/**
	 * @param {string} file where the list of all that is there goes, with checksums
	 * @return {Promise<{files: number, bytes: number}>}
	 */
	async truth(file) {
		const truth = await this.control('GET /truth?provider=google&hashes=1')
		await writeFile(file, JSON.stringify(truth))
		const sizes = truth.items.filter(({ kind, trashed }) => kind === 'file' && !trashed).map(({ size }) => size)
		return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
	}

	/** @return {Promise<{requests: number, sent: number}>} since it was set */
	async stats() {
		const { total, bytesSent } = await this.control('GET /stats')
		return { requests: total, sent: bytesSent }
	}

	/** @return {Promise<string>} an access token */
	async token() {
		const { access_token: token } = await this.control('POST /token', { provider: 'google' })
		return token
	}
}
