/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Buffer } from 'node:buffer'
import { takeout } from '../../../demo/providers/archives/takeout.ts'
import { zip } from '../../../demo/providers/archives/zip.ts'
import { hashOf } from '../../../demo/providers/core/hashes.ts'

export interface TakeoutFile {
	/** In the archive. */
	path: string
	size: number
	sha256: string
}

/** A Google Takeout in two parts: its zips by name, and what is in them. */
export async function makeTakeout(): Promise<{ zips: Map<string, Buffer>, files: TakeoutFile[] }> {
	const parts = takeout(1, 2)
	const zips = new Map([...parts].map(([name, entries]) => [name, Buffer.concat([...zip(entries)])]))
	const files = await Promise.all([...parts.values()].flat().map(async ({ name, content }) => ({
		path: String(name),
		size: content!.size,
		sha256: await hashOf(content!, 'sha256'),
	})))
	return { zips, files }
}
