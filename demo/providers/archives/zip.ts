/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from '../core/content.ts'
import type { Head } from './zipHeaders.ts'

import { constants, crc32, deflateRawSync } from 'node:zlib'
import { bytes, pieces } from '../core/content.ts'
import { ZipCrypto } from './zipCrypto.ts'
import { centralHeader, DESCRIPTOR, descriptor, ENCRYPTED, endOfArchive, localHeader, UTF8 } from './zipHeaders.ts'

export interface ZipEntry {
	/** A buffer where the bytes are not UTF-8; a folder ends with a slash. */
	name: string | Buffer
	content?: Content
	modified?: number
	/** Whether the archive says that the name is UTF-8; by itself, where it has to. */
	utf8?: boolean
	/** Not compressed. */
	store?: boolean
	/** Sizes after the data. */
	streamed?: boolean
	zip64?: boolean
	/** Unix mode, with the type of file. */
	mode?: number
	password?: string
	/** In place of the right one. */
	crc?: number
}

const LARGE = 0xf0000000
/** What is compressed in memory to know its length beforehand. */
const IN_MEMORY = 8 * 1024 * 1024
/** An empty last block: ends what was flushed piece by piece. */
const LAST_BLOCK = Buffer.from([3, 0])

function* deflated(content: Content): Generator<Buffer> {
	let before: Buffer | undefined
	let result = Buffer.alloc(0)
	for (const piece of pieces(content)) {
		// Bombs are the same piece over and over.
		if (before === undefined || !before.equals(piece)) {
			result = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH })
			before = piece
		}
		yield result
	}
	yield LAST_BLOCK
}

function checksum(content: Content): number {
	let crc = 0
	for (const piece of pieces(content)) {
		crc = crc32(piece, crc)
	}
	return crc
}

function prepare(entry: ZipEntry, offset: number): { head: Head, data: Iterable<Buffer> } {
	const content = entry.content ?? bytes('')
	const store = entry.store === true || content.size === 0
	const name = Buffer.from(entry.name)
	const utf8 = entry.utf8 ?? (typeof entry.name === 'string' && name.length !== entry.name.length)
	const folder = name.at(-1) === 0x2f
	const head: Head = {
		name,
		flags: (utf8 ? UTF8 : 0) | (entry.password === undefined ? 0 : ENCRYPTED),
		method: store ? 0 : 8,
		modified: entry.modified ?? Date.UTC(2024, 0, 8, 9),
		crc: 0,
		compressed: store ? content.size : 0,
		size: content.size,
		offset,
		mode: entry.mode ?? (folder ? 0o40755 : 0o100644),
		zip64: entry.zip64 === true || content.size >= LARGE || offset >= LARGE,
	}
	let data: Iterable<Buffer> = store ? pieces(content) : deflated(content)
	if (entry.streamed === true || (!store && content.size > IN_MEMORY)) {
		head.flags |= DESCRIPTOR
	} else {
		head.crc = entry.crc ?? checksum(content)
		data = store ? data : [...data]
		head.compressed = store ? content.size : (data as Buffer[]).reduce((sum, part) => sum + part.length, 0)
	}
	return { head, data }
}

function* encrypted(data: Iterable<Buffer>, password: string, head: Head): Generator<Buffer> {
	const cipher = new ZipCrypto(password)
	const check = (head.flags & DESCRIPTOR) !== 0 ? 0 : head.crc >>> 24
	yield cipher.encrypt(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, check]))
	for (const piece of data) {
		yield cipher.encrypt(piece)
	}
}

/** One entry: local header, data and, where streamed, what was not known before. */
export function* entryParts(entry: ZipEntry, offset: number): Generator<Buffer, Head> {
	const { head, data } = prepare(entry, offset)
	if (entry.password !== undefined) {
		head.compressed += 12
	}
	yield localHeader(head)
	let compressed = 0
	for (const part of entry.password === undefined ? data : encrypted(data, entry.password, head)) {
		compressed += part.length
		yield part
	}
	if ((head.flags & DESCRIPTOR) !== 0) {
		head.compressed = compressed
		head.crc = entry.crc ?? checksum(entry.content ?? bytes(''))
		yield descriptor(head)
	}
	return head
}

/** The directory and the end, for entries that begin where their heads say. */
export function directory(heads: Head[], offset: number): Buffer {
	const central = Buffer.concat(heads.map(centralHeader))
	return Buffer.concat([central, endOfArchive(heads.length, offset, central.length, heads.some(({ zip64 }) => zip64))])
}

/** A zip archive in pieces, whatever its size. */
export function* zip(entries: Iterable<ZipEntry>): Generator<Buffer> {
	const heads: Head[] = []
	let offset = 0
	for (const entry of entries) {
		const parts = entryParts(entry, offset)
		let part = parts.next()
		while (part.done !== true) {
			offset += part.value.length
			yield part.value
			part = parts.next()
		}
		heads.push(part.value)
	}
	yield directory(heads, offset)
}

/** A small archive in memory. */
export function zipped(entries: ZipEntry[]): Buffer {
	return Buffer.concat([...zip(entries)])
}

const CP437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»'

/** A name as old Windows programs write it: one byte a letter, nothing that says so. */
export function cp437(name: string): Buffer {
	return Buffer.from([...name.normalize('NFC')].map((letter) => {
		const at = CP437.indexOf(letter)
		return at >= 0 ? 0x80 + at : Math.min(letter.charCodeAt(0), 0x7f)
	}))
}
