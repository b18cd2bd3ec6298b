/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ZipEntry } from './zip.ts'

import { bomb, charsets, duplicates, encrypted, forms, nastyTar, overlapping, symlinks, traversal, truncated, wrongCrc } from './nasty.ts'
import { dropboxZip, many, plainTar } from './plain.ts'
import { takeout } from './takeout.ts'
import { tar } from './tar.ts'
import { zip } from './zip.ts'

export interface Options {
	seed: number
	/** Zips of a Takeout. */
	parts: number
	/** Entries of `many` and `overlapping`. */
	entries?: number
	/** Bytes that come out of `bomb`. */
	size?: number
}

/** By the name of its file, the bytes of each archive; what ends with `.gz` is compressed when it is written. */
export type Archives = Map<string, Iterable<Buffer>>

type Make = (options: Options) => Archives

function zips(files: Map<string, ZipEntry[]>): Archives {
	return new Map([...files].map(([name, entries]) => [name, zip(entries)]))
}

const one = (name: string, make: (options: Options) => Iterable<Buffer>): Make => (options) => new Map([[name, make(options)]])

const NASTY: Record<string, Make> = {
	traversal: one('traversal.zip', () => zip(traversal())),
	'nasty-tar': one('nasty.tar', () => tar(nastyTar())),
	symlinks: one('symlinks.zip', () => zip(symlinks())),
	encrypted: one('encrypted.zip', () => zip(encrypted())),
	truncated: one('truncated.zip', truncated),
	'wrong-crc': one('wrong-crc.zip', () => zip(wrongCrc())),
	bomb: one('bomb.zip', ({ size }) => zip(bomb(size))),
	overlapping: one('overlapping.zip', ({ entries }) => overlapping(entries)),
	charsets: one('charsets.zip', () => zip(charsets())),
	duplicates: one('duplicates.zip', () => zip(duplicates())),
	forms: one('forms.zip', () => zip(forms())),
	empty: one('empty.zip', () => zip([])),
	'no-archive': one('no-archive.zip', () => [Buffer.from('Ceci n’est pas une archive.\n')]),
}

/** Every kind of archive that can be made. */
export const KINDS: Record<string, Make> = {
	takeout: ({ seed, parts }) => zips(takeout(seed, parts)),
	'takeout-missing': ({ seed, parts }) => zips(new Map([...takeout(seed, Math.max(3, parts))].filter((_, index) => index !== 1))),
	dropbox: one('Jardins du Moulin.zip', ({ seed }) => zip(dropboxZip(seed))),
	tar: one('jardins.tar', ({ seed }) => tar(plainTar(seed))),
	targz: one('jardins.tar.gz', ({ seed }) => tar(plainTar(seed))),
	many: one('many.zip', ({ entries, seed }) => zip(many(entries, seed))),
	...NASTY,
	nasty: (options) => new Map(Object.values(NASTY).flatMap((make) => [...make(options)])),
}
