/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

const FOLDER = { fr: 'Assemblée générale', en: 'General assembly' }

export const filesFirstSteps: TourActs = {
	steps: {
		folder: ({ files, language }) => files.newFolder(FOLDER[language]),
		upload: ({ files }) => files.upload('budget.txt', 'cotisations: 120'),
		share: ({ files, friend }) => files.share('budget.txt', friend),
	},
}
