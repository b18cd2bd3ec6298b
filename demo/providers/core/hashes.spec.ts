/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { largeContents } from '../scenario/large.ts'
import { bytes, joined, pattern, pieces, repeated, whole } from './content.ts'
import { ContentHash, hashOf, spoilt } from './hashes.ts'

/** `A`, so many times. */
const VECTORS: [number, string][] = [
	[0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
	[1, '1cd6ef71e6e0ff46ad2609d403dc3fee244417089aa4461245a4e4fe23a55e42'],
	[2, '01e0655fb754d10418a73760f57515f4903b298e6d67dda6bf0987fa79c22c88'],
	[4096, '8620913d33852befe09f16fff8fd75f77a83160d29f76f07e0276e9690903035'],
	[4194303, '647c8627d70f7a7d13ce96b1e7710a771a55d41a62c3da490d92e56044d311fa'],
	[4194304, 'd4d63bac5b866c71620185392a8a6218ac1092454a2d16f820363b69852befa3'],
	[4194305, '8f553da8d00d0bf509d8470e242888be33019c20c0544811f5b2b89e98360b92'],
	[8388607, '83b30cf4fb5195b04a937727ae379cf3d06673bf8f77947f6a92858536e8369c'],
	[8388608, 'e08b3ba1f538804075c5f939accdeaa9efc7b5c01865c94a41e78ca6550a88e7'],
	[8388609, '02c8a4aefc2bfc9036f89a7098001865885938ca580e5c9e5db672385edd303c'],
]

describe('content_hash', () => {
	test.each(VECTORS)('of %d times A', async (size, expected) => {
		expect(await hashOf(repeated(Buffer.from('A'), size), 'content_hash')).toBe(expected)
	})

	test('is the same whatever the pieces', () => {
		const hash = new ContentHash()
		const data = Buffer.alloc(4194305, 'A')
		for (let at = 0; at < data.length; at += 1_000_003) {
			hash.update(data.subarray(at, at + 1_000_003))
		}
		expect(hash.digest('hex')).toBe(VECTORS[6]?.[1])
	})
})

describe('content', () => {
	test('a pattern is the same from any place on', () => {
		const content = pattern('a', 700_000)
		const all = whole(content)
		expect(all).toHaveLength(700_000)
		for (const [offset, length] of [[0, 3], [3, 20], [5, 8], [262_143, 2], [262_144, 10], [699_999, 50]] as const) {
			const part = content.read(offset, length)
			expect(part.equals(all.subarray(offset, offset + part.length))).toBe(true)
			expect(part.length).toBeGreaterThan(0)
		}
	})

	test('no two seeds, and no two places, give the same', () => {
		const seen = new Set(Array.from({ length: 5000 }, (_, index) => whole(pattern(`s${index}`, 20)).toString('hex')))
		expect(seen.size).toBe(5000)
		const blocks = [...pieces(pattern('b', 4 * 262_144))].map((piece) => createHash('md5').update(piece).digest('hex'))
		expect(new Set(blocks).size).toBe(4)
	})

	test('parts follow each other', async () => {
		const content = joined(bytes('abc'), bytes(''), bytes('defg'))
		expect(whole(content).toString()).toBe('abcdefg')
		expect(content.read(4, 9).toString()).toBe('efg')
		expect(await hashOf(content, 'md5')).toBe('7ac66c0f148de9519b8bd264312c4d64')
	})

	test('what is known of the large files is so', async () => {
		const [large] = largeContents()
		const digest = createHash('sha1')
		for (const piece of pieces(large ?? bytes(''))) {
			digest.update(piece)
		}
		expect(await hashOf(large ?? bytes(''), 'sha1')).toBe(digest.digest('hex'))
	}, 60_000)

	test('a spoilt hash is another one', () => {
		expect(spoilt('0a')).toBe('1a')
		expect(spoilt('fa')).toBe('0a')
	})
})
