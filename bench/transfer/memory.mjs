/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * 100,000 items are listed and named: how much memory that takes over the same process at rest, and how long.
 *
 * @param {object} tools
 * @param tools.standIn
 * @param tools.record
 * @param tools.note
 * @param tools.line
 * @param {import('./pipelines.mjs').Pipelines} pipelines
 */
export async function memory({ standIn, record, note, line }, pipelines) {
	await standIn.set({ scenario: 'many', shape: line })
	const result = await pipelines.scanned()
	const items = Object.values(result.items).reduce((sum, { items: count }) => sum + count, 0)
	note('many', 'ours, scan and plan', result, { files: items, bytes: 0 })
	record('transfer.memory_mb', result.memory.peak - result.memory.idle, 'MB', { name: `peak with ${items} items; at rest ${result.memory.idle}`, value: result.memory.peak })
	record('transfer.scan_100000.seconds', result.phases.scan.seconds, 's')
}
