/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Content } from '../core/content.ts'

import { bytes, pattern } from '../core/content.ts'
import { jpeg } from '../core/jpeg.ts'
import { office } from '../core/office.ts'
import { pdf } from '../core/pdf.ts'
import { garden, photo, png } from '../core/pictures.ts'
import { Random } from '../core/random.ts'
import { BOARD, BRUNO, LINK, LOU, NADIA } from './people.ts'

const TYPES: Record<string, string> = {
	csv: 'text/csv',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	jpg: 'image/jpeg',
	md: 'text/markdown',
	mp4: 'video/mp4',
	odt: 'application/vnd.oasis.opendocument.text',
	pdf: 'application/pdf',
	png: 'image/png',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	txt: 'text/plain',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
}

export function typeOf(name: string): string {
	return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}

const MINUTES = [
	'Présents : Lou, Nadia, Bruno, Camille et six adhérents.',
	'Le point sur les parcelles : trois sont libres, quatre personnes attendent.',
	'L’arrosage d’été est réparti ; le planning est dans le dossier Budget et planning.',
	'La mairie prête le broyeur le deuxième samedi du mois.',
	'Prochaine réunion : premier mardi, 18 h 30, salle du Moulin.',
]
const BUDGET = ['Poste\tPrévu\tRéalisé', 'Cotisations\t1240\t1180', 'Subvention mairie\t800\t800', 'Semences et plants\t-310\t-287,40', 'Outils\t-450\t-512', 'Assurance\t-198\t-198']

const made = new Map<string, Content>()

/** What is in a file of the association, by the ending of its name; the same for the same name and seed. */
export function contentOf(name: string, seed: string, size = 0): Content {
	// Kept, with the hashes that are known of it: tests begin anew many times.
	const key = `${seed}\n${name}\n${size}`
	const content = made.get(key) ?? make(name, seed, size)
	made.set(key, content)
	return content
}

function make(name: string, seed: string, size: number): Content {
	const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
	const title = name.replace(/\.[^.]*$/, '')
	const lines = [...MINUTES, `${title}, ${new Random(seed + name).between(1, 28)} personnes l’ont relu.`]
	switch (ending) {
		case 'docx': case 'odt': case 'pptx':
			return bytes(office(ending, { title, lines }))
		case 'xlsx': return bytes(office('xlsx', { title, lines: [...BUDGET, title] }))
		case 'pdf': return bytes(pdf({ title, lines }))
		case 'csv': return bytes([...BUDGET, title].join('\n').replaceAll('\t', ';') + '\n')
		case 'md': return bytes(`# ${title}\n\n${lines.join('\n\n')}\n`)
		case 'txt': return bytes(`${title}\n\n${lines.join('\n')}\n`)
		case 'jpg': return photo(seed + name, size, (paint) => jpeg(paint))
		case 'png': return bytes(png(garden(seed + name), 320, 452))
		default: return pattern(seed + name, size)
	}
}

/** Puts the ordinary things of an association into an account. */
export class Gardener {
	readonly account: Account
	readonly seed: string
	private day = Date.UTC(2023, 8, 4, 17, 12, 33, 421)

	constructor(account: Account, seed: string) {
		this.account = account
		this.seed = seed
	}

	/** Some days after the one before; to the millisecond. */
	date(): number {
		this.day += 5 * 86_400_000 + 3_723_087
		return this.day
	}

	folder(name: string, parent = this.account.root, more: Partial<Item> = {}): Item {
		return this.account.put({ name, parent: parent.id, kind: 'folder', modified: this.date(), drive: parent.drive, owned: parent.owned, ...more })
	}

	file(name: string, parent = this.account.root, size = 0, more: Partial<Item> = {}): Item {
		const content = contentOf(name, `${this.seed}/${parent.name}/`, size)
		return this.account.put({ name, parent: parent.id, content, mime: typeOf(name), modified: this.date(), drive: parent.drive, owned: parent.owned, ...more })
	}

	files(names: string[], parent: Item): Item[] {
		return names.map((name) => this.file(name, parent))
	}
}

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'septembre', 'octobre', 'novembre', 'décembre']

function papers(gardener: Gardener): void {
	const assembly = gardener.folder('Assemblées générales', undefined, { people: [BOARD] })
	gardener.files(['Compte rendu AG 2023.docx', 'Compte rendu AG 2024.docx', 'Compte rendu AG 2025.odt', 'Émargement 2025.pdf', 'Rapport moral.odt', 'Pouvoirs.xlsx'], assembly)
	const minutes = gardener.folder('Comptes rendus du bureau', undefined, { people: [BOARD, NADIA] })
	gardener.files(MONTHS.map((month) => `Bureau de ${month} 2025.docx`), minutes)
	const money = gardener.folder('Budget et planning', undefined, { people: [{ ...NADIA, role: 'writer' }] })
	gardener.files(['Budget 2024.xlsx', 'Budget 2025.xlsx', 'Budget 2026 – prévisionnel.xlsx', 'Planning arrosage.csv', 'Demande de subvention.pdf'], money)
	const bills = gardener.folder('Factures', money)
	gardener.files(['Facture 2025-014 semences.pdf', 'Facture 2025-015 cabanon.pdf', 'Facture 2025-016 assurance.pdf', 'Facture 2025-017 terreau.pdf'], bills)
	gardener.files(['Lisez-moi.txt', 'Statuts signés.pdf', 'Règlement intérieur.docx'], gardener.account.root)
}

function pictures(gardener: Gardener): void {
	const photos = gardener.folder('Photos', undefined, { people: [LINK] })
	const sizes = new Random(`${gardener.seed}/photos`)
	for (const [year, count] of [['2024', 9], ['2025', 12]] as const) {
		const folder = gardener.folder(year, photos)
		for (let number = 1; number <= count; number++) {
			gardener.file(`IMG_${year}${String(number * 7).padStart(4, '0')}.jpg`, folder, sizes.between(900_000, 2_400_000))
		}
	}
	const posters = gardener.folder('Affiches', undefined, { people: [LOU, BRUNO] })
	gardener.files(['Porte ouverte 2025.png', 'Troc de graines.png', 'Fête des récoltes.pdf', 'Diaporama bénévoles.pptx'], posters)
	gardener.file('Visite du jardin.mp4', photos, 28_000_000)
}

/** Minutes, budgets, photos, posters: what both providers have. */
export function plant(gardener: Gardener): void {
	papers(gardener)
	pictures(gardener)
}
