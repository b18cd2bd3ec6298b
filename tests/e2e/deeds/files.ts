/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Scene } from '../acts/act.ts'
import type { Deed } from './deed.ts'

import { findingThings } from '../acts/finding.ts'
import { putFile } from '../support/storedFiles.ts'

/** A file that is there already, put so that the page need not be open. */
function having(name: string): Pick<Deed, 'before'> {
	return { before: ({ page, me }) => putFile(page, me, name, Buffer.from('Germaine : selles à 72 et 68.')) }
}

/** The list shows it. */
async function expectListed({ page, space }: Scene, name: string): Promise<void> {
	await page.locator(space.host === 'demo' ? `[data-demo-row="${name}"]` : `[data-cy-files-list-row-name="${name}"]`).waitFor()
}

export const folderCreated: Deed = {
	act: ({ files }) => files.newFolder('Germaine'),
}

export const fileUploaded: Deed = {
	act: ({ files }) => files.upload('fiche.txt', 'Ne jamais laisser Germaine choisir la route.'),
}

export const memberShareCreated: Deed = {
	...having('planning.txt'),
	act: async (scene) => {
		await expectListed(scene, 'planning.txt')
		await scene.files.share('planning.txt', scene.friend)
	},
}

export const favoriteAdded: Deed = {
	...having('budget.txt'),
	act: async (scene) => {
		await expectListed(scene, 'budget.txt')
		await findingThings.steps.favorite!(scene)
	},
}
