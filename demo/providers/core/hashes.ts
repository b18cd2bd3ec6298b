/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from './content.ts'

import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { pieces } from './content.ts'

export const HASHES = ['md5', 'sha1', 'sha256', 'content_hash'] as const
export type HashName = typeof HASHES[number]

interface Digest {
	update(data: Buffer): unknown
	digest(encoding: 'hex'): string
}

/** Dropbox's content_hash: the SHA-256 of the SHA-256 of each block of 4 MiB. */
export class ContentHash implements Digest {
	private static readonly BLOCK = 4 * 1024 * 1024
	private readonly outer = createHash('sha256')
	private inner = createHash('sha256')
	private filled = 0

	update(data: Buffer): this {
		for (let at = 0; at < data.length;) {
			const piece = data.subarray(at, at + ContentHash.BLOCK - this.filled)
			this.inner.update(piece)
			this.filled += piece.length
			at += piece.length
			if (this.filled === ContentHash.BLOCK) {
				this.closeBlock()
			}
		}
		return this
	}

	digest(encoding: 'hex'): string {
		if (this.filled > 0) {
			this.closeBlock()
		}
		return this.outer.digest(encoding)
	}

	private closeBlock(): void {
		this.outer.update(this.inner.digest())
		this.inner = createHash('sha256')
		this.filled = 0
	}
}

const known = new WeakMap<Content, Map<HashName, Promise<string>>>()

async function compute(content: Content, name: HashName): Promise<string> {
	const digest: Digest = name === 'content_hash' ? new ContentHash() : createHash(name)
	let since = 0
	for (const piece of pieces(content)) {
		digest.update(piece)
		since += piece.length
		// Other requests are answered between two pieces of a large file.
		if (since >= 8 * 1024 * 1024) {
			since = 0
			await setImmediate()
		}
	}
	return digest.digest('hex')
}

/** In hex; computed when first asked for, then remembered as long as the content lives. */
export function hashOf(content: Content, name: HashName): Promise<string> {
	const hashes = known.get(content) ?? new Map<HashName, Promise<string>>()
	known.set(content, hashes)
	const hash = hashes.get(name) ?? compute(content, name)
	hashes.set(name, hash)
	return hash
}

/** Spares computing what was computed once and for all. */
export function remember(content: Content, hashes: Record<HashName, string>): Content {
	known.set(content, new Map(HASHES.map((name) => [name, Promise.resolve(hashes[name])])))
	return content
}

/** A hash that is well-formed and wrong. */
export function spoilt(hash: string): string {
	return (hash.startsWith('0') ? '1' : '0') + hash.slice(1)
}
