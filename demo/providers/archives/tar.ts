/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from '../core/content.ts'

import { pieces } from '../core/content.ts'

const TYPES = { file: '0', hardLink: '1', symlink: '2', device: '3', folder: '5' } as const

export interface TarEntry {
	name: string
	type?: keyof typeof TYPES
	content?: Content
	modified?: number
	/** Where a link leads. */
	link?: string
}

const BLOCK = 512
const EIGHT_GIB = 8 * 1024 ** 3

function octal(value: number, length: number): string {
	return `${Math.floor(value).toString(8).padStart(length - 1, '0')}\0`
}

function header(name: string, type: string, size: number, modified: number, link = ''): Buffer {
	const block = Buffer.alloc(BLOCK)
	const at = (offset: number, value: string) => block.write(value, offset, 'latin1')
	at(0, name)
	at(100, octal(type === '5' ? 0o755 : 0o644, 8))
	at(108, octal(1000, 8))
	at(116, octal(1000, 8))
	at(124, octal(size < EIGHT_GIB ? size : 0, 12))
	at(136, octal(Math.max(0, modified / 1000), 12))
	at(148, ' '.repeat(8))
	at(156, type)
	at(157, link.slice(0, 100))
	at(257, 'ustar\x0000')
	const sum = block.reduce((total, byte) => total + byte, 0)
	at(148, `${sum.toString(8).padStart(6, '0')}\0 `)
	return block
}

/** The length of a record counts itself. */
function record(key: string, value: string): string {
	const rest = ` ${key}=${value}\n`
	const size = Buffer.byteLength(rest)
	const guess = size + String(size).length
	return `${size + String(guess).length}${rest}`
}

function padding(size: number): Buffer {
	return Buffer.alloc((BLOCK - size % BLOCK) % BLOCK)
}

/** Says in UTF-8 and without limits what the old header cannot. */
function extended(entry: TarEntry, size: number): Buffer {
	const fits = (text: string) => text.length <= 100 && /^[\x20-\x7e]*$/.test(text)
	const records = [
		fits(entry.name) ? '' : record('path', entry.name),
		fits(entry.link ?? '') ? '' : record('linkpath', entry.link ?? ''),
		size < EIGHT_GIB ? '' : record('size', String(size)),
	].join('')
	if (records === '') {
		return Buffer.alloc(0)
	}
	const data = Buffer.from(records)
	return Buffer.concat([header('././@PaxHeader', 'x', data.length, 0), data, padding(data.length)])
}

/** A tar archive in pieces, as POSIX has it. */
export function* tar(entries: Iterable<TarEntry>): Generator<Buffer> {
	for (const entry of entries) {
		const size = entry.content?.size ?? 0
		const short = entry.name.replace(/[^\x20-\x7e]/g, '_').slice(0, 100)
		yield extended(entry, size)
		yield header(short, TYPES[entry.type ?? 'file'], size, entry.modified ?? Date.UTC(2024, 0, 8, 9), entry.link)
		if (entry.content !== undefined) {
			yield* pieces(entry.content)
		}
		yield padding(size)
	}
	yield Buffer.alloc(2 * BLOCK)
}
