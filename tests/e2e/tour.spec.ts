/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage, Member } from './support/space.ts'
import type { Tip } from './support/tip.ts'

import { expectAccessible, test } from './support/test.ts'

const WORDS = {
	fr: {
		start: 'Commencer',
		next: 'Suivant',
		finish: 'Terminer',
		headings: ['Bienvenue dans Fichiers', 'Vos documents', 'Un premier dossier', 'Où suis-je ?', 'Déposer un document', 'Partager', 'Rien ne disparaît d’un coup', 'L’aide reste là'],
		folder: 'Assemblée générale',
	},
	en: {
		start: 'Start',
		next: 'Next',
		finish: 'Finish',
		headings: ['Welcome to Files', 'Your documents', 'A first folder', 'Where am I?', 'Bring in a document', 'Share', 'Nothing is gone at once', 'Help stays here'],
		folder: 'General assembly',
	},
}

interface Walk {
	page: Page
	files: FilesPage
	tip: Tip
	friend: Member
	words: typeof WORDS.fr
	/** Looks at each step. */
	look: (step: number) => Promise<void>
}

/** Does the whole tour as its words say. */
async function walk({ files, tip, friend, words, look }: Walk): Promise<void> {
	const at = async (step: number) => {
		await tip.expectHeading(words.headings[step]!)
		await look(step)
	}
	await at(0)
	await tip.button(words.next).click()
	await at(1)
	await tip.button(words.next).click()
	await at(2)
	await files.newFolder(words.folder)
	await at(3)
	await tip.button(words.next).click()
	await at(4)
	await files.upload('budget.txt', 'cotisations: 120')
	await at(5)
	await files.share('budget.txt', friend)
	await at(6)
	await tip.button(words.next).click()
	await at(7)
	await tip.button(words.finish).click()
	await tip.expectGone()
}

for (const language of ['fr', 'en'] as const) {
	test(`the tour of Files runs to its end by what the person does (${language})`, async ({ page, space, arrive, files, tip }) => {
		const words = WORDS[language]
		const friend = await space.newMember()
		await arrive({ language })
		await files.open()
		await tip.button(words.start).click()
		await walk({
			page,
			files,
			tip,
			friend,
			words,
			look: () => expectAccessible(page, '.compagnon-tip'),
		})
		await page.reload()
		await page.waitForTimeout(2500)
		await tip.expectGone()
	})
}
