/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Writes the files of the demo space (demo/seed/space.json) into the data folder of a Nextcloud:
//   node scripts/plant-files.mjs DATA

import { copyFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const seed = join(import.meta.dirname, '../demo/seed')
const data = process.argv[2]

/**
 * @param {string} folder where to plant
 * @param {{name: string, days?: number, text?: string, file?: string, inside?: object[]}[]} items what to plant there
 */
function plant(folder, items) {
	mkdirSync(folder, { recursive: true })
	for (const item of items) {
		const path = join(folder, item.name)
		if (item.file !== undefined) {
			copyFileSync(join(seed, item.file), path)
		} else if (item.text !== undefined) {
			writeFileSync(path, item.text)
		} else {
			plant(path, item.inside ?? [])
		}
		const changed = Date.now() / 1000 - (item.days ?? 1) * 86400
		utimesSync(path, changed, changed)
	}
}

for (const [owner, items] of Object.entries(JSON.parse(readFileSync(join(seed, 'space.json'), 'utf8')))) {
	plant(join(data, owner, 'files'), items)
}
