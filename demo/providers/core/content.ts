/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createCipheriv } from 'node:crypto'
import { hash32, mix } from './random.ts'

/** The bytes of a file, read at any place without holding them all. */
export interface Content {
	readonly size: number
	/** From `offset`, at least one byte and at most `length`, as long as the end is not reached. */
	read(offset: number, length: number): Buffer
}

const BLOCK = 256 * 1024
const POOL = 16 * 1024 * 1024

let pool: Buffer | undefined

/** Bytes without any order in them, from which every pattern cuts its blocks: nothing is computed while sending. */
function noise(): Buffer {
	const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16))
	pool ??= cipher.update(Buffer.alloc(POOL + BLOCK))
	return pool
}

class Pattern implements Content {
	readonly size: number
	private readonly seed: number
	private readonly other: number

	constructor(seed: string, size: number) {
		this.size = size
		this.seed = hash32(seed)
		this.other = hash32(seed, 1)
	}

	read(offset: number, length: number): Buffer {
		const number = Math.floor(offset / BLOCK)
		const within = offset % BLOCK
		const end = Math.min(within + length, BLOCK, within + this.size - offset)
		const start = mix(this.seed + Math.imul(number, 0x9e3779b1)) % POOL
		const block = noise().subarray(start + within, start + end)
		return number === 0 && within < 8 ? this.marked(block, within) : block
	}

	/** The first eight bytes are the seed's own, so that no two files are the same. */
	private marked(block: Buffer, within: number): Buffer {
		const mark = Buffer.alloc(8)
		mark.writeUInt32LE(this.seed)
		mark.writeUInt32LE(this.other, 4)
		const copy = Buffer.from(block)
		mark.copy(copy, 0, within, Math.min(8, within + copy.length))
		return copy
	}
}

/** Bytes that look random, are the same for the same seed, and differ from one place to the next. */
export function pattern(seed: string, size: number): Content {
	return new Pattern(seed, size)
}

/** What is in memory. */
export function bytes(data: string | Buffer): Content {
	const buffer = Buffer.from(data)
	return { size: buffer.length, read: (offset, length) => buffer.subarray(offset, offset + length) }
}

/** The same bytes over and over. */
export function repeated(unit: Buffer, size: number): Content {
	const long = Buffer.concat(Array.from({ length: Math.ceil(BLOCK / unit.length) }, () => unit))
	const turn = long.length
	return {
		size,
		read: (offset, length) => long.subarray(offset % turn, Math.min(turn, offset % turn + length, offset % turn + size - offset)),
	}
}

/** One after the other. */
export function joined(...parts: Content[]): Content {
	const size = parts.reduce((sum, part) => sum + part.size, 0)
	const read = (offset: number, length: number): Buffer => {
		let from = offset
		for (const part of parts) {
			if (from < part.size) {
				return part.read(from, length)
			}
			from -= part.size
		}
		return Buffer.alloc(0)
	}
	return { size, read }
}

/** The bytes from `start` to just before `end`, in pieces. */
export function* pieces(content: Content, start = 0, end = content.size): Generator<Buffer> {
	for (let offset = start; offset < end;) {
		const piece = content.read(offset, Math.min(BLOCK, end - offset))
		if (piece.length === 0) {
			throw new Error('Content ends before its size.')
		}
		yield piece
		offset += piece.length
	}
}

/** All of it in memory: for small things. */
export function whole(content: Content): Buffer {
	return Buffer.concat([...pieces(content)])
}
