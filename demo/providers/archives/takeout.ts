/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Content } from '../core/content.ts'
import type { ZipEntry } from './zip.ts'

import { bytes } from '../core/content.ts'
import { exportAs } from '../google/export.ts'
import { contentOf } from '../scenario/garden.ts'
import { googleAccount } from '../scenario/google.ts'

/** When the archive was made: files of Google Photos carry no other date. */
const MADE = Date.UTC(2026, 10, 1, 12)
const ENDINGS: Record<string, string> = { document: 'docx', spreadsheet: 'xlsx', presentation: 'pptx', drawing: 'png', script: 'json' }

/** As Takeout writes names: what some system does not allow becomes an underscore. */
export function takeoutName(name: string): string {
	return /^\.+$/.test(name) ? '_' : name.replace(/[/\\&'"<>:*?|%]|\p{Cc}/gu, '_')
}

/** Two of the same name: the second gets a number before its ending. */
export function numbered(name: string, taken: Set<string>): string {
	const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? []
	let result = name
	for (let number = 1; taken.has(result); number++) {
		result = `${stem}(${number})${ending}`
	}
	taken.add(result)
	return result
}

function* below(account: Account, folder: Item, path: string): Generator<ZipEntry> {
	const taken = new Set<string>()
	for (const item of account.children(folder.id).filter((child) => !account.isTrashed(child))) {
		const ending = item.kind === 'native' ? ENDINGS[item.mime] : ''
		if (item.kind === 'shortcut' || ending === undefined) {
			continue
		}
		const name = numbered(takeoutName(item.name) + (ending === '' ? '' : `.${ending}`), taken)
		if (item.kind === 'folder') {
			yield* below(account, item, `${path}${name}/`)
		} else {
			const content = item.content ?? bytes(exportAs({ ...item, exportSize: undefined }, ending))
			yield { name: `${path}${name}`, content, modified: item.modified, streamed: true, store: content.size > 100_000 }
		}
	}
}

export interface Photo {
	name: string
	/** Name of its side file; none for edited copies and films of live photos. */
	side: string | null
	taken: number
	/** As it was called in Google Photos. */
	title: string
}

/** The side file of a photo, of which Takeout keeps 46 characters before the ending. */
export function sideName(name: string): string {
	return `${`${name}.supplemental-metadata`.slice(0, 46)}.json`
}

const DAY = 86_400_000

/** The ways in which Takeout names photos and what belongs to them. */
export function photos(year: number): Photo[] {
	const taken = Date.UTC(year, 4, 12, 9, 41, 7)
	const title = 'Une très longue légende de la fête du jardin partagé.jpg'
	return [
		{ name: 'IMG_0001.jpg', side: 'IMG_0001.jpg.supplemental-metadata.json', taken, title: 'IMG_0001.jpg' },
		{ name: 'IMG_0002.jpg', side: 'IMG_0002.jpg.json', taken: taken + DAY, title: 'IMG_0002.jpg' },
		{ name: 'IMG_0003.jpg', side: 'IMG_0003.jpg.json', taken: taken + 2 * DAY, title: 'IMG_0003.jpg' },
		{ name: 'IMG_0003(1).jpg', side: 'IMG_0003.jpg(1).json', taken: taken + 40 * DAY, title: 'IMG_0003.jpg' },
		{ name: 'IMG_0004(1).jpg', side: 'IMG_0004.jpg.supplemental-metadata(1).json', taken: taken + 41 * DAY, title: 'IMG_0004.jpg' },
		{ name: 'IMG_0001-edited.jpg', side: null, taken, title: 'IMG_0001.jpg' },
		{ name: 'IMG_0002-modifié.jpg', side: null, taken: taken + DAY, title: 'IMG_0002.jpg' },
		{ name: 'PXL_20240512_094107123.jpg', side: sideName('PXL_20240512_094107123.jpg'), taken: taken + 3 * DAY, title: 'PXL_20240512_094107123.jpg' },
		{ name: `${title.slice(0, 47)}.jpg`, side: `${title.slice(0, 46)}.json`, taken: taken + 4 * DAY, title },
		{ name: 'Fleurs _ légumes.jpg', side: sideName('Fleurs _ légumes.jpg'), taken: Date.UTC(1968, 6, 14), title: 'Fleurs & légumes.jpg' },
		{ name: 'Sans date.jpg', side: null, taken: 0, title: 'Sans date.jpg' },
	]
}

function sideFile({ title, taken }: Photo): Content {
	const time = (value: number) => ({ timestamp: String(value / 1000), formatted: new Date(value).toUTCString() })
	const place = { latitude: 47.2184, longitude: -1.5536, altitude: 12, latitudeSpan: 0, longitudeSpan: 0 }
	return bytes(JSON.stringify({
		title,
		description: '',
		imageViews: '3',
		creationTime: time(MADE - 30 * DAY),
		photoTakenTime: time(taken),
		geoData: place,
		geoDataExif: place,
		url: 'https://photos.google.com/photo/AF1QipExemple',
		googlePhotosOrigin: { mobileUpload: { deviceType: 'ANDROID_PHONE' } },
	}, null, 2))
}

function* album(folder: string, year: number, seed: string): Generator<ZipEntry> {
	for (const photo of photos(year)) {
		yield { name: `${folder}/${photo.name}`, content: contentOf(photo.name, `${seed}/${folder}/`, 120_000), modified: MADE, store: true, streamed: true }
		if (photo.side !== null) {
			yield { name: `${folder}/${photo.side}`, content: sideFile(photo), modified: MADE, streamed: true }
		}
	}
}

function* everything(seed: number): Generator<ZipEntry> {
	const account = googleAccount({ seed, scenario: 'association', redirects: [] })
	yield { name: 'Takeout/archive_browser.html', content: bytes('<!DOCTYPE html><html lang="fr"><title>Archive</title><h1>Votre archive Google</h1></html>'), modified: MADE }
	yield* below(account, account.root, 'Takeout/Drive/')
	yield* album('Takeout/Google Photos/Photos de 2024', 2024, `${seed}`)
	yield* album('Takeout/Google Photos/Photos de 2025', 2025, `${seed}`)
	const title = bytes(JSON.stringify({ title: 'Fête des récoltes', description: '', access: 'protected', date: { timestamp: '1726300800', formatted: '14 sept. 2024, 08:00:00 UTC' } }))
	yield { name: 'Takeout/Google Photos/Fête des récoltes/métadonnées.json', content: title, modified: MADE }
	const [first] = photos(2024)
	yield { name: 'Takeout/Google Photos/Fête des récoltes/IMG_0001.jpg', content: contentOf('IMG_0001.jpg', `${seed}/Takeout/Google Photos/Photos de 2024/`, 120_000), modified: MADE, store: true }
	yield { name: `Takeout/Google Photos/Fête des récoltes/${first?.side}`, content: first === undefined ? bytes('') : sideFile(first), modified: MADE }
}

/** A Google Takeout, as entries of each of its zips; a photo and its side file may be in different ones. */
export function takeout(seed = 1, parts = 2): Map<string, ZipEntry[]> {
	const name = (part: number) => `takeout-20261101T120000Z-${String(part + 1).padStart(3, '0')}.zip`
	const result = new Map(Array.from({ length: parts }, (_, part) => [name(part), [] as ZipEntry[]]))
	const entries = [...everything(seed)]
	entries.forEach((entry, index) => {
		const there = Math.floor(index * parts / entries.length)
		const astray = index % 7 === 0 && String(entry.name).endsWith('.json')
		result.get(name(astray ? (there + 1) % parts : there))?.push(entry)
	})
	return result
}
