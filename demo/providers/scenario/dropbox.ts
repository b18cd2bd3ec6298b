/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from '../core/space.ts'

import { Account } from '../core/account.ts'
import { bytes, pattern } from '../core/content.ts'
import { Gardener, plant } from './garden.ts'
import { ASSOCIATION, BRUNO, LOU, NADIA } from './people.ts'
import { fillBySize } from './sized.ts'

/** Nasty, and allowed by Dropbox. */
const NAMES = [
	'.htaccess',
	'con',
	'Plan.part',
	'🌻🍅 Récolte d’été 👩🏽‍🌾.txt',
	'Question ? Oui : non * "peut-être" <ou> |.txt',
	'Noël.txt'.normalize('NFD'),
	`${'Très long nom '.repeat(17)}.txt`,
	'Terminé par un point.',
	'Supprimé\u{7f}.txt',
	'%41 & + # ; = @.txt',
	'~$Budget.xlsx',
	'À l’école – « guillemets ».txt',
]

function exported(gardener: Gardener): void {
	const folder = gardener.folder('Paper et documents Google')
	const more = (exportAs: string[]) => ({ exportAs, content: null, canDownload: false })
	gardener.file('Ordre du jour.paper', folder, 0, more(['html', 'markdown']))
	gardener.file('Charte du jardin.gdoc', folder, 0, more(['docx']))
	gardener.file('Adhérents.gsheet', folder, 0, more(['xlsx']))
	gardener.file('Diaporama.gslides', folder, 0, more(['pptx']))
	// Neither to download nor to export.
	gardener.file('Modèle.papert', folder, 0, more([]))
}

function odd(gardener: Gardener): void {
	const { account } = gardener
	const names = gardener.folder('Noms difficiles')
	NAMES.forEach((name) => account.put({ name, parent: names.id, content: bytes(`Ce fichier s’appelle « ${name} ».\n`), modified: gardener.date() }))
	const folder = gardener.folder('Cas particuliers')
	account.put({ name: 'Vide.txt', parent: folder.id, content: bytes(''), modified: gardener.date() })
	gardener.folder('Dossier vide', folder)
	gardener.file('Contenu refusé.mp4', folder, 50_000, { restricted: true })
	gardener.file('Lien vers le plan', folder, 24, { symlink: '../Affiches/Plan.pdf' })
	gardener.file('Autre casse.txt', folder, 0, { shownIn: '/CAS particuliers' })
	const kept = gardener.date()
	account.put({ name: 'Envoyé plus tard.txt', parent: folder.id, content: bytes('Écrit en 2019, envoyé en 2025.\n'), modified: Date.UTC(2019, 5, 21, 9, 30), stored: kept })
	account.put({ name: 'Quatre blocs.bin', parent: folder.id, content: pattern(`${gardener.seed}/blocs`, 12_582_913), modified: kept })
}

function shared(gardener: Gardener): void {
	const people = [{ ...BRUNO, role: 'owner' as const }, { ...LOU }, { ...NADIA }]
	const folder = gardener.folder('Jardins du quartier', undefined, { people, owned: false })
	folder.drive = '84528192421'
	gardener.files(['Annuaire des jardins.xlsx', 'Charte commune.odt'], folder)
	gardener.file('Semis.txt', gardener.folder('Archives communes', folder))
}

/** Everything at Dropbox that belongs to the association, or only its amounts. */
export function dropboxAccount({ seed, scenario }: Settings): Account {
	const account = new Account(ASSOCIATION, 'id:AAAAAAAAAAAAAAAAAAAAAA', `${seed}/dropbox`, (random) => `id:${random.id(22)}`)
	const gardener = new Gardener(account, `${seed}/dropbox`)
	if (scenario !== 'association') {
		fillBySize(account, scenario, `${seed}/dropbox`)
	} else {
		plant(gardener)
		exported(gardener)
		odd(gardener)
		shared(gardener)
	}
	account.record()
	return account
}
