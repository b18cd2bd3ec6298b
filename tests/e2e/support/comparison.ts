/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Provider } from './moveIn.ts'
import type { Truth } from './providers.ts'
import type { StoredFile } from './storedFiles.ts'

import { NAMES } from './moveIn.ts'
import { providers } from './providers.ts'
import { expect } from './test.ts'

/** What is no file as it stands there, and comes as one. */
export const CONVERTED: Record<Provider, string[]> = {
	google: [
		'Album de l’année.docx',
		'Charte du jardin.docx',
		'Comptes 2026.xlsx',
		'Liste des adhérents.xlsx',
		'Plan des parcelles.png',
		'Présentation à la mairie.pptx',
		'Projet commun.docx',
		'Projet de bail (2).docx',
		'Rappels automatiques.json',
		'Vidéo de bienvenue.mp4',
	],
	dropbox: ['Adhérents.xlsx', 'Charte du jardin.docx', 'Diaporama.pptx', 'Ordre du jour.md'],
}

/** Says that it could be downloaded, and cannot. */
const NEVER = ['/Cas particuliers/Lien vers le plan']

/** Where names meet others or hold what no file may be called, something arrives under another one. */
const RENAMED = /^\/(Noms difficiles|Documents Google\/Jumeaux)\//

interface Bytes {
	size: number | null
	sha256?: string
}

/** As lists of these are compared: how many times which bytes are there. */
export function bytesOf(files: Bytes[]): string[] {
	return files.map(({ size, sha256 }) => `${size} ${sha256}`).sort()
}

/** What is in an account, and can be downloaded as it is. */
export async function filesThere(provider: Provider): Promise<Truth[]> {
	return (await providers.truth(provider)).filter(({ path, kind, trashed, canDownload, sha256 }) => kind === 'file' && !trashed && canDownload && sha256 !== undefined && !NEVER.includes(path))
}

const nameOf = (path: string) => path.split('/').at(-1)!
const isReport = ({ path }: StoredFile) => /^(Rapport de déménagement|Report of the move) /.test(nameOf(path))

/** What was stored without the report, of which there is one for each run. */
export function withoutReports(stored: StoredFile[], reports: number): StoredFile[] {
	const rest = stored.filter((file) => !isReport(file))
	expect(stored.length - rest.length).toBe(reports)
	return rest
}

/** Everything of an account is here: number, sizes, bytes, places and times, as downloaded. */
export async function expectAllOf(provider: Provider, stored: StoredFile[], reports = 1): Promise<void> {
	const there = await filesThere(provider)
	const here = withoutReports(stored, reports)
	expect(there.length).toBeGreaterThan(70)
	const known = new Set(bytesOf(there))
	const converted = here.filter((file) => !known.has(bytesOf([file])[0]!))
	expect(converted.map(({ path }) => nameOf(path)).sort()).toEqual([...CONVERTED[provider]].sort())
	expect(bytesOf(here.filter((file) => !converted.includes(file)))).toEqual(bytesOf(there))

	for (const { path, sha256, mtime, owned, drive } of there) {
		const copies = here.filter((file) => file.sha256 === sha256)
		expect(copies.map((file) => file.mtime), path).toContain(Math.floor(Date.parse(mtime) / 1000))
		if (owned && drive === null && !RENAMED.test(path)) {
			expect(copies.map((file) => file.path), path).toContain(`${NAMES[provider]}${path}`)
		}
	}
}
