/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TarEntry } from './tar.ts'
import type { ZipEntry } from './zip.ts'

import { bytes } from '../core/content.ts'
import { Random } from '../core/random.ts'
import { dropboxAccount } from '../scenario/dropbox.ts'

/** What Dropbox gives when a folder is downloaded: folders too, and a first entry that is a mere slash. */
export function dropboxZip(seed = 1): ZipEntry[] {
	const account = dropboxAccount({ seed, scenario: 'association', redirects: [] })
	const entries = [...account.items.values()].filter((item) => item.parent !== null && item.exportAs === undefined).map((item): ZipEntry => {
		const path = account.path(item).slice(1)
		return item.content === null
			? { name: `${path}/`, modified: item.modified }
			: { name: path, content: item.content, modified: item.modified, store: true, streamed: true }
	})
	return [{ name: '/', modified: Date.UTC(2026, 10, 1) }, ...entries]
}

/** The same as somebody packs it by hand. */
export function plainTar(seed = 1): TarEntry[] {
	return dropboxZip(seed).slice(1).map(({ name, content, modified }) => (
		{ name: `jardins/${String(name)}`, content, modified, type: content === undefined ? 'folder' : 'file' }
	))
}

/** Very many small papers: for measuring. */
export function* many(count = 50_000, seed = 1): Generator<ZipEntry> {
	const random = new Random(`${seed}/many`)
	const words = ['arrosage', 'semis', 'récolte', 'parcelle', 'compost', 'réunion', 'budget', 'graines']
	for (let index = 0; index < count; index++) {
		const lines = Array.from({ length: random.between(4, 60) }, () => `${random.pick(words)} ${random.pick(words)} ${random.between(0, 99_999)}`)
		yield {
			name: `Archives/${String(index % 500).padStart(3, '0')}/note-${String(index).padStart(5, '0')}.txt`,
			content: bytes(lines.join('\n')),
			modified: Date.UTC(2020, 0, 1) + index * 61_000,
		}
	}
}
