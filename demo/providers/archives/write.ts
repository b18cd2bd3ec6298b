/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Archives } from './kinds.ts'

import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

async function writeOne(path: string, parts: Iterable<Buffer>): Promise<void> {
	mkdirSync(dirname(path), { recursive: true })
	const file = createWriteStream(path)
	// Generators of buffers are read one piece at a time: nothing of the archive is kept.
	const source = Readable.from(parts, { objectMode: false })
	await (/\.t?gz$/.test(path) ? pipeline(source, createGzip(), file) : pipeline(source, file))
}

/**
 * Several archives go into a folder; a single one is the file itself.
 *
 * @return where they are
 */
export async function writeArchives(archives: Archives, out: string): Promise<string[]> {
	const paths = [...archives.keys()].map((name) => archives.size === 1 ? out : join(out, name))
	for (const [index, parts] of [...archives.values()].entries()) {
		await writeOne(paths[index] ?? out, parts)
	}
	return paths
}
