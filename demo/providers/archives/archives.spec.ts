/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bytes, pattern, repeated, whole } from '../core/content.ts'
import { KINDS } from './kinds.ts'
import { bomb, charsets, encrypted, forms, overlapping, truncated, wrongCrc } from './nasty.ts'
import { dropboxZip, many, plainTar } from './plain.ts'
import { numbered, sideName, takeout, takeoutName } from './takeout.ts'
import { tar } from './tar.ts'
import { writeArchives } from './write.ts'
import { zip, zipped } from './zip.ts'

interface Read {
	name: string
	flags: number
	size: number
	crc: number
	data: Buffer
}

/** Reads by the directory at the end, as most programs do. */
function unzip(archive: Buffer): Read[] {
	const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'))
	const large = archive.readUInt16LE(end + 10) === 0xffff
	const end64 = large ? Number(archive.readBigUInt64LE(end - 20 + 8)) : 0
	const count = large ? Number(archive.readBigUInt64LE(end64 + 32)) : archive.readUInt16LE(end + 10)
	let at = large ? Number(archive.readBigUInt64LE(end64 + 48)) : archive.readUInt32LE(end + 16)
	return Array.from({ length: count }, () => {
		if (archive.readUInt32LE(at) !== 0x02014b50) {
			throw new Error(`No entry at ${at}`)
		}
		const [name, extra] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30)]
		const zip64 = archive.readUInt32LE(at + 20) === 0xffffffff
		const numbers = at + 46 + name + 4
		const size = zip64 ? Number(archive.readBigUInt64LE(numbers)) : archive.readUInt32LE(at + 24)
		const compressed = zip64 ? Number(archive.readBigUInt64LE(numbers + 8)) : archive.readUInt32LE(at + 20)
		const local = zip64 ? Number(archive.readBigUInt64LE(numbers + 16)) : archive.readUInt32LE(at + 42)
		const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
		const raw = archive.subarray(start, start + compressed)
		const entry = {
			name: archive.toString('utf8', at + 46, at + 46 + name),
			flags: archive.readUInt16LE(at + 8),
			size,
			crc: archive.readUInt32LE(at + 16),
			data: archive.readUInt16LE(at + 10) === 8 && (archive.readUInt16LE(at + 8) & 1) === 0 ? inflateRawSync(raw) : raw,
		}
		at += 46 + name + extra
		return entry
	})
}

const together = (parts: Iterable<Buffer>) => Buffer.concat([...parts])

function sound(read: Read[]): void {
	for (const { size, crc, data } of read) {
		expect([data.length, crc32(data)]).toEqual([size, crc])
	}
}

describe('zip', () => {
	test('in every form, the same comes out', () => {
		const read = unzip(zipped(forms()))
		sound(read)
		expect(new Set(read.slice(0, 7).map(({ data }) => data.toString()))).toHaveLength(1)
		expect(unzip(read[7]?.data ?? Buffer.alloc(0)).map(({ name }) => name)).toEqual(['Bon/fichier.txt'])
	})

	test('more entries than the old form can count', () => {
		const read = unzip(zipped(Array.from({ length: 66_000 }, (_, index) => ({ name: `${index}.txt`, content: bytes(String(index)), store: true }))))
		expect(read).toHaveLength(66_000)
		sound(read.slice(-100))
	})

	test('many small papers', () => {
		const read = unzip(together(zip(many(300))))
		expect(new Set(read.map(({ name }) => name))).toHaveLength(300)
		sound(read)
	})

	test('large contents in pieces', () => {
		const content = pattern('groß', 9_000_001)
		const read = unzip(zipped([{ name: 'a', content }, { name: 'b', content, store: true }, { name: 'c', content: repeated(Buffer.from('abc'), 1_000_000) }]))
		sound(read)
		expect(read[0]?.data.equals(whole(content))).toBe(true)
	})
})

describe('tar', () => {
	test('long names and other letters go into a record of their own', () => {
		const name = `été/${'x'.repeat(150)}.txt`
		const archive = together(tar([{ name, content: bytes('abc'), modified: 1_700_000_000_000 }]))
		expect(archive.length % 512).toBe(0)
		expect(archive.toString('utf8', 512, 512 + 180)).toContain(`path=${name}\n`)
		expect(archive.toString('latin1', 512).split(' ')[0]).toBe(String(Buffer.byteLength(` path=${name}\n`) + 3))
		expect(archive.toString('latin1', 1024 + 136, 1024 + 147)).toBe((1_700_000_000).toString(8).padStart(11, '0'))
		expect(archive.toString('latin1', 1536, 1539)).toBe('abc')
	})

	test('of the same things as the Dropbox zip', () => {
		expect(plainTar()).toHaveLength(dropboxZip().length - 1)
	})
})

describe('a Takeout', () => {
	test('names', () => {
		expect(takeoutName('a/b & "c" d\'e\nf')).toBe('a_b _ _c_ d_e_f')
		const taken = new Set<string>()
		expect(['a.txt', 'a.txt', 'a.txt', '.x', '.x'].map((name) => numbered(name, taken))).toEqual(['a.txt', 'a(1).txt', 'a(2).txt', '.x', '.x(1)'])
		expect(sideName('IMG.jpg')).toBe('IMG.jpg.supplemental-metadata.json')
		expect(sideName('PXL_20240512_094107123.jpg')).toBe('PXL_20240512_094107123.jpg.supplemental-metada.json')
	})

	test('is in two zips, with photos and side files astray', () => {
		const parts = takeout()
		expect([...parts.keys()]).toEqual(['takeout-20261101T120000Z-001.zip', 'takeout-20261101T120000Z-002.zip'])
		const [first = [], second = []] = [...parts.values()].map((entries) => entries.map(({ name }) => String(name)))
		expect(first).toContain('Takeout/archive_browser.html')
		expect(new Set([...first, ...second]).size).toBe(first.length + second.length)
		expect(second).toContain('Takeout/Google Photos/Photos de 2024/IMG_0003(1).jpg')
		expect(first).toContain('Takeout/Google Photos/Photos de 2024/IMG_0003.jpg(1).json')
	})

	test('a part may be missing', () => {
		expect([...KINDS['takeout-missing']?.({ seed: 1, parts: 3 }).keys() ?? []].map((name) => name.slice(-7, -4))).toEqual(['001', '003'])
	})
})

describe('nasty ones', () => {
	test('are as nasty as they say', () => {
		expect(unzip(zipped(encrypted())).map(({ flags }) => flags & 1)).toEqual([0, 1])
		expect(unzip(zipped(wrongCrc())).map(({ data, crc }) => crc32(data) === crc)).toEqual([true, false, false])
		expect(together(truncated()).includes(Buffer.from('504b0506', 'hex'))).toBe(false)
		expect(unzip(zipped(charsets()))[2]?.name).toContain('\ufffd')
		expect(zipped(bomb(200_000_000)).length).toBeLessThan(400_000)
		const overlap = together(overlapping(100, 1_000_000))
		expect(overlap.length).toBeLessThan(20_000)
		expect(unzip(overlap).reduce((sum, { size }) => sum + size, 0)).toBe(100_000_000)
	})

	test('each kind can be written, compressed where its name says so', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'compagnon-archives-'))
		try {
			const paths = await writeArchives(KINDS.nasty?.({ seed: 1, parts: 2, entries: 10, size: 1_000_000 }) ?? new Map(), join(folder, 'nasty'))
			expect(paths).toHaveLength(13)
			const [path = ''] = await writeArchives(new Map([['x', tar([{ name: 'a', content: bytes('abc') }])]]), join(folder, 'a.tar.gz'))
			expect(gunzipSync(readFileSync(path)).toString('latin1', 512, 515)).toBe('abc')
		} finally {
			rmSync(folder, { recursive: true })
		}
	})
})
