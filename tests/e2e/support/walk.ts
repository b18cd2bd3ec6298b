/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FilesPage } from './space.ts'
import type { Tip } from './tip.ts'

/** Starts the tour of Files, which is offered on its page, and stands at its first step. */
export async function toFirstStep(files: FilesPage, tip: Tip): Promise<void> {
	await files.open()
	await tip.button('Commencer').click()
	await tip.expectHeading('Bienvenue dans Fichiers')
}

/** Starts the tour of Files and goes on to its third step, which waits for a folder. */
export async function toFolderStep(files: FilesPage, tip: Tip): Promise<void> {
	await toFirstStep(files, tip)
	await tip.button('Suivant').click()
	await tip.expectHeading('Vos documents')
	await tip.button('Suivant').click()
	await tip.expectHeading('Un premier dossier')
}
