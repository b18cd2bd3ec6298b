/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { php, run } from './runs.mjs'

const SHARES = [0.25, 0.5, 0.75]
const LOOK_MS = 100

/**
 * kill -9 of the worker at a quarter, half and three quarters of the bytes, each time followed by a new one; then
 * everything is compared. What the stand-in has sent beyond the account was sent twice.
 *
 * @param {object} tools
 * @param tools.standIn
 * @param tools.record
 * @param tools.note
 * @param tools.line
 * @param tools.account
 * @param {import('./pipelines.mjs').Pipelines} pipelines
 */
export async function kills({ standIn, record, note, line, account }, pipelines) {
	const setting = { scenario: 'mean', shape: line }
	const amount = await account(setting)
	let lost = 0
	const repeated = []
	for (const mode of ['fast', 'compatible']) {
		await standIn.set(setting)
		const { user, id } = await pipelines.prepared(mode)
		await standIn.control('DELETE /stats')
		const begun = performance.now()
		const again = []
		let last
		for (const share of [...SHARES, 1]) {
			const began = performance.now()
			last = await worker(pipelines, user, id, standIn, share === 1 ? Infinity : share * amount.bytes, began, again)
		}
		const { requests, sent } = await standIn.stats()
		const verified = await pipelines.verify(user)
		const result = { ...last, wall: (performance.now() - begun) / 1000, requests, verified }
		note('mean', `ours, ${mode}, killed at 25, 50 and 75 %`, result, amount)
		lost += verified.missing + verified.wrong
		repeated.push((sent / amount.bytes - 1) * 100)
		record(`transfer.kill.${mode}.resumes_after_s`, Math.max(...again), 's', { name: 'in a space where nobody restarts it, the lease has to run out first, seconds', value: 180 })
	}
	record('transfer.kill.items_lost', lost, 'items')
	record('transfer.kill.repeated_percent', Math.max(...repeated), '%', { name: 'fast, compatible: after three kills', value: repeated.map((one) => one.toFixed(2)).join(', ') })
}

/**
 * @param {import('./pipelines.mjs').Pipelines} pipelines
 * @param {string} user
 * @param {string} id of the run
 * @param {import('./standIn.mjs').StandIn} standIn
 * @param {number} bytes after which it is killed
 * @param {number} began
 * @param {number[]} again seconds until bytes came once more
 * @return {Promise<object>} what it says at its end, where it had one
 */
async function worker(pipelines, user, id, standIn, bytes, began, again) {
	const { sent: before } = await standIn.stats()
	let child
	let over = false
	const done = php('ours', ['work', user, pipelines.target, id], { started: (process) => {
		child = process
	} }).then((said) => ({ said }), (error) => ({ error })).finally(() => {
		over = true
	})
	let resumed = false
	while (!over) {
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
		const { sent } = await standIn.stats()
		if (!resumed && sent > before) {
			resumed = true
			again.push((performance.now() - began) / 1000)
		}
		if (sent >= bytes && child !== undefined) {
			await run('kill', ['-9', String(child.pid)])
			await done
			return null
		}
	}
	const { said, error } = await done
	if (error !== undefined) {
		throw error
	}
	return said
}
