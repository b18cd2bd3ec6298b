/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TarEntry } from './tar.ts'
import type { ZipEntry } from './zip.ts'
import type { Head } from './zipHeaders.ts'

import { bytes, pattern, repeated } from '../core/content.ts'
import { cp437, directory, entryParts, zip, zipped } from './zip.ts'

const GOOD: ZipEntry = { name: 'Bon/fichier.txt', content: bytes('Celui-ci est comme il faut.\n') }
const OUTSIDE = ['../../dehors.txt', '/absolu.txt', 'sous/../../dehors.txt', '..\\..\\dehors.txt', 'C:\\Windows\\dehors.txt', 'C:dehors.txt', '\\\\serveur\\partage\\dehors.txt', './point.txt', 'a//b.txt', '..', 'nul\0octet.txt', ' ']

function entry(name: string | Buffer, text = `Ceci est ${String(name)}\n`): ZipEntry {
	return { name, content: bytes(text) }
}

export function traversal(): ZipEntry[] {
	return [GOOD, ...OUTSIDE.map((name) => entry(name))]
}

/** A link to a file, one to a folder, and a file that would go through it. */
export function symlinks(): ZipEntry[] {
	const link = (name: string, target: string): ZipEntry => ({ ...entry(name, target), mode: 0o120777, store: true })
	return [GOOD, link('mots-de-passe', '/etc/passwd'), link('dossier', '../..'), entry('dossier/dehors.txt'), { ...entry('tuyau'), mode: 0o010644 }]
}

export function nastyTar(): TarEntry[] {
	return [
		{ name: 'Bon/fichier.txt', content: bytes('Celui-ci est comme il faut.\n') },
		...OUTSIDE.filter((name) => !name.includes('\0')).map((name): TarEntry => ({ name, content: bytes('dehors\n') })),
		{ name: 'mots-de-passe', type: 'symlink', link: '/etc/passwd' },
		{ name: 'dossier', type: 'symlink', link: '../..' },
		{ name: 'dossier/dehors.txt', content: bytes('dehors\n') },
		{ name: 'lien-dur', type: 'hardLink', link: '../../dehors.txt' },
		{ name: 'appareil', type: 'device' },
	]
}

/** The password is "moulin". */
export function encrypted(): ZipEntry[] {
	return [GOOD, { ...entry('Secret.txt', 'Personne ne doit lire cela.\n'.repeat(20)), password: 'moulin' }]
}

export function wrongCrc(): ZipEntry[] {
	return [GOOD, { ...entry('Abîmé.txt', 'Un octet a changé en route.\n'), crc: 0x12345678 }, { ...entry('Abîmé aussi.bin'), content: pattern('abîmé', 100_000), store: true, crc: 1 }]
}

/** Names in an old code page, in Latin-1, and in bytes that are nothing although they say they were UTF-8. */
export function charsets(): ZipEntry[] {
	return [
		entry(cp437('Été à la forêt.txt'), 'cp437\n'),
		entry(Buffer.from('Hélène à Orléans.txt', 'latin1'), 'latin1\n'),
		{ ...entry(Buffer.from([0x4e, 0x6f, 0xff, 0xfe, 0x6d, 0x2e, 0x74, 0x78, 0x74]), 'rien\n'), utf8: true },
		{ ...entry(Buffer.from('Déjà en UTF-8 sans le dire.txt'), 'utf-8\n'), utf8: false },
		entry('Été avec le drapeau.txt'),
	]
}

/** The same name twice, twins by case or by composition, a folder and a file of one name. */
export function duplicates(): ZipEntry[] {
	return [
		entry('Liste.txt', 'un\n'),
		entry('Liste.txt', 'deux\n'),
		entry('LISTE.TXT', 'trois\n'),
		entry('Été.txt'.normalize('NFC'), 'NFC\n'),
		entry('Été.txt'.normalize('NFD'), 'NFD\n'),
		entry('Double', 'fichier\n'),
		entry('Double/dedans.txt', 'dossier\n'),
		entry('con', 'réservé\n'),
		entry('.htaccess', 'Deny from all\n'),
		entry('Plan.part', 'reste\n'),
		entry(`${'long '.repeat(60)}.txt`, 'long\n'),
		entry('Vide.txt', ''),
		{ name: 'Dossier vide/' },
	]
}

/** A few bytes that become a lot. */
export function bomb(size = 1024 ** 3): ZipEntry[] {
	return [GOOD, { name: 'zeros.bin', content: repeated(Buffer.alloc(1024), size), streamed: true }]
}

/** Every form that the format has for what is quite ordinary. */
export function forms(): ZipEntry[] {
	const content = bytes('Le même contenu, sous une autre forme.\n'.repeat(50))
	return [
		{ name: 'stocké.txt', content, store: true },
		{ name: 'compressé.txt', content },
		{ name: 'stocké-à-la-suite.txt', content, store: true, streamed: true },
		{ name: 'compressé-à-la-suite.txt', content, streamed: true },
		{ name: 'zip64.txt', content, zip64: true },
		{ name: 'zip64-à-la-suite.txt', content, zip64: true, streamed: true },
		{ name: 'avant-1980.txt', content, modified: Date.UTC(1975, 0, 1) },
		{ name: 'imbriqué.zip', content: bytes(zipped([GOOD])), store: true },
	]
}

/** Many entries that all share the same bytes: small in the archive, large outside. */
export function* overlapping(count = 500, size = 10 * 1024 * 1024): Generator<Buffer> {
	const parts = entryParts({ name: 'noyau-0000.bin', content: repeated(Buffer.alloc(1024), size) }, 0)
	let offset = 0
	let part = parts.next()
	while (part.done !== true) {
		offset += part.value.length
		yield part.value
		part = parts.next()
	}
	const head: Head = part.value
	yield directory(Array.from({ length: count }, (_, index) => ({ ...head, name: Buffer.from(`noyau-${String(index).padStart(4, '0')}.bin`) })), offset)
}

/** An ordinary archive whose last part never came. */
export function* truncated(): Generator<Buffer> {
	const whole = Buffer.concat([...zip([GOOD, { name: 'Grand.bin', content: pattern('coupé', 300_000), store: true }, entry('Après.txt')])])
	yield whole.subarray(0, Math.floor(whole.length * 0.6))
}
