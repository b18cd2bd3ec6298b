/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Item } from '../core/account.ts'
import type { Settings } from '../core/space.ts'

import { Account } from '../core/account.ts'
import { bytes, pattern } from '../core/content.ts'
import { Gardener, plant } from './garden.ts'
import { ASSOCIATION, BOARD, BRUNO, LINK, LOU, MAIRIE, NADIA } from './people.ts'
import { fillBySize } from './sized.ts'

/** Names that Drive allows and most others do not. */
const NAMES = [
	'Recettes/dépenses.txt',
	'Compost\\paillage.txt',
	'Sur deux\nlignes.txt',
	' avec des espaces autour .txt ',
	' ',
	`${'Très long nom de fichier '.repeat(12)}.txt`,
	'🌻🍅 Récolte d’été 👩🏽‍🌾.txt',
	'Été.txt'.normalize('NFC'),
	'Été.txt'.normalize('NFD'),
	'LISEZ-MOI.txt',
	'Lisez-moi.txt',
	'Plan.part',
	'.htaccess',
	'con',
	'..',
	'Question ? Oui : non * "peut-être" <ou> |.txt',
	'Terminé par un point.',
]

const NATIVES: [type: string, name: string][] = [
	['document', 'Charte du jardin'],
	['spreadsheet', 'Liste des adhérents'],
	['presentation', 'Présentation à la mairie'],
	['drawing', 'Plan des parcelles'],
	['script', 'Rappels automatiques'],
	['vid', 'Vidéo de bienvenue'],
	['form', 'Inscription au troc de graines'],
	['site', 'Site du jardin'],
	['map', 'Carte des composteurs'],
	['jam', 'Tableau blanc de la réunion'],
	['drive-sdk.796396377186', 'Schéma d’arrosage'],
]

const LINES = ['Nous cultivons ensemble.', 'Chacun prend soin de sa parcelle.', 'L’eau est partagée.']

class GoogleGardener extends Gardener {
	native(type: string, name: string, parent: Item, more: Partial<Item> = {}): Item {
		const text = type === 'spreadsheet' ? ['Nom\tParcelle', 'Lou\t12', 'Nadia\t7'] : LINES
		return this.account.put({ name, parent: parent.id, kind: 'native', mime: type, text, modified: this.date(), drive: parent.drive, owned: parent.owned, ...more })
	}

	shortcut(name: string, target: string, parent: Item): Item {
		return this.account.put({ name, parent: parent.id, kind: 'shortcut', mime: '', target, modified: this.date() })
	}
}

function natives(gardener: GoogleGardener): void {
	const folder = gardener.folder('Documents Google', undefined, { people: [BOARD] })
	NATIVES.forEach(([type, name]) => gardener.native(type, name, folder, type === 'document' ? { people: [LOU, LINK] } : {}))
	gardener.native('document', 'Album de l’année', folder, { exportSize: 12_000_000 })
	const twins = gardener.folder('Jumeaux', folder)
	gardener.native('document', 'Projet de bail', twins)
	gardener.file('Projet de bail.docx', twins)
}

function names(gardener: GoogleGardener): void {
	const folder = gardener.folder('Noms difficiles')
	NAMES.forEach((name) => gardener.account.put({ name, parent: folder.id, content: bytes(`Ce fichier s’appelle « ${name} ».\n`), mime: 'text/plain', modified: gardener.date() }))
	const twice = gardener.folder('En double', folder)
	gardener.file('Liste.txt', twice)
	gardener.account.put({ name: 'Liste.txt', parent: twice.id, content: bytes('Une autre liste.\n'), mime: 'text/plain', modified: gardener.date() })
	gardener.file('Première.txt', gardener.folder('Dossier', twice))
	gardener.file('Seconde.txt', gardener.folder('Dossier', twice))
	gardener.file('Dans le dossier.txt', gardener.folder('Même nom', twice))
	gardener.account.put({ name: 'Même nom', parent: twice.id, content: bytes('Un fichier.\n'), mime: 'text/plain', modified: gardener.date() })
	gardener.file('A/B.txt', gardener.folder('Dossier/avec barre', folder))
}

function shortcuts(gardener: GoogleGardener, file: Item, folder: Item): void {
	const { account } = gardener
	const place = gardener.folder('Raccourcis')
	gardener.shortcut('Vers un fichier', file.id, place)
	gardener.shortcut('Vers un dossier', folder.id, place)
	gardener.shortcut('Vers rien', '1DisparuDisparuDisparuDisparuDisp', place)
	gardener.shortcut('Vers ce dossier-ci', place.id, place)
	const loop = gardener.folder('Boucle', place)
	gardener.shortcut('Vers la racine', account.root.id, loop)
}

function odd(gardener: GoogleGardener): void {
	const { account } = gardener
	const folder = gardener.folder('Cas particuliers')
	account.put({ name: 'Vide.txt', parent: folder.id, content: bytes(''), mime: 'text/plain', modified: gardener.date() })
	gardener.folder('Dossier vide', folder)
	gardener.file('Téléchargement interdit.pdf', folder, 0, { canDownload: false })
	account.put({ name: 'Ancien (2015).txt', parent: folder.id, content: bytes('Le premier compte rendu.\n'), mime: 'text/plain', modified: Date.UTC(2015, 4, 2, 10), starred: true })
	account.put({ name: 'Avant 1970.txt', parent: folder.id, content: bytes('Une date impossible.\n'), mime: 'text/plain', created: Date.UTC(2024, 0, 1), modified: Date.UTC(1965, 6, 1) })
	const bin = gardener.folder('Vieux dossier', undefined, { trashed: true })
	gardener.file('Dans la corbeille avec son dossier.txt', bin)
	gardener.file('Brouillon jeté.docx', account.root, 0, { trashed: true })
}

function shared(gardener: GoogleGardener): void {
	const { account } = gardener
	const others = { parent: null, owned: false, sharedWithMe: true }
	account.put({ ...others, name: 'Convention mairie.pdf', content: pattern(`${gardener.seed}/convention`, 140_000), mime: 'application/pdf', modified: gardener.date(), people: [MAIRIE] })
	const keyed = account.put({ ...others, name: 'Plan du quartier.pdf', content: pattern(`${gardener.seed}/plan`, 90_000), mime: 'application/pdf', modified: gardener.date(), people: [MAIRIE, LINK], resourceKey: '0-aBcDeFgHiJkLmNoPqRs' })
	gardener.shortcut('Vers un fichier à clé', keyed.id, account.root)
	const folder = account.put({ ...others, name: 'Jardins du quartier', kind: 'folder', modified: gardener.date(), people: [{ ...BRUNO, role: 'owner' }] })
	gardener.files(['Annuaire des jardins.xlsx', 'Charte commune.odt'], folder)
	gardener.file('Semis.txt', gardener.folder('Archives communes', folder))
	gardener.native('document', 'Projet commun', folder, { people: [{ ...BRUNO, role: 'owner' }] })
}

function sharedDrives(gardener: GoogleGardener): void {
	const drive = gardener.account.addDrive('Drive du bureau', [BOARD, NADIA])
	gardener.files(['Contrat du cabanon.pdf', 'Assurance.pdf'], drive)
	const folder = gardener.folder('Trésorerie', drive)
	gardener.file('Relevés 2025.xlsx', folder)
	gardener.native('spreadsheet', 'Comptes 2026', folder)
	gardener.account.addDrive('Drive vide', [BOARD])
}

/** Everything at Google that belongs to the association, or only its amounts. */
export function googleAccount({ seed, scenario }: Settings): Account {
	const account = new Account(ASSOCIATION, '0AJardinsDuMoulinUk9PVA', `${seed}/google`, (random) => `1${random.id(32)}`)
	const gardener = new GoogleGardener(account, `${seed}/google`)
	if (scenario !== 'association') {
		fillBySize(account, scenario, `${seed}/google`)
	} else {
		plant(gardener)
		natives(gardener)
		names(gardener)
		const [file, folder] = [account.children(account.root.id).find(({ kind }) => kind === 'file'), account.children(account.root.id)[0]]
		shortcuts(gardener, file ?? account.root, folder ?? account.root)
		odd(gardener)
		shared(gardener)
		sharedDrives(gardener)
	}
	account.record()
	return account
}
