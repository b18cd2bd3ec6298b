/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { rm } from 'node:fs/promises'
import { php, run } from './runs.mjs'

/**
 * An archive of 50,000 entries; beside it, unzip to the same disk and a checksum of every file.
 *
 * @param {object} tools
 * @param tools.folder
 * @param tools.quick
 * @param tools.record
 * @param tools.note
 * @param {import('./pipelines.mjs').Pipelines} pipelines
 */
export async function archive({ folder, quick, record, note }, pipelines) {
	const entries = quick ? 5000 : 50_000
	const { bytes } = await php('makeZip', [`${folder}/archive.zip`, `${folder}/truth.json`, String(entries)])
	const out = `${folder}/unzipped`
	await rm(out, { recursive: true, force: true })
	const other = await run('sh', ['-c', `unzip -q "${folder}/archive.zip" -d "${out}" && find "${out}" -type f -print0 | xargs -0 sha256sum >"${folder}/sums"`])
	await rm(out, { recursive: true, force: true })
	note('archive', 'unzip and sha256sum', { wall: other.seconds, code: other.code, load: null }, { files: entries, bytes })
	const result = await pipelines.unpacked(`${folder}/archive.zip`)
	note('archive', 'ours, fast', result, { files: entries, bytes })
	record('transfer.archive.vs_unzip', other.seconds / result.wall, 'times', { name: 'unzip and sha256sum, seconds', value: Number(other.seconds.toFixed(1)) })
}
