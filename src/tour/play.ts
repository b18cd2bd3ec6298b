/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { api } from '../shared/api.ts'
import { loadTexts } from '../shared/l10n.ts'
import { director } from './director.ts'
import { outbox } from './outbox.ts'

/**
 * Starts a tour, or goes on where it was left: here, or on the page where it goes on.
 *
 * @param id of a tour
 * @param options how
 * @param options.again begin with the first step
 * @throws ApiError with a sentence for the person
 */
export async function play(id: string, options: { again: boolean }): Promise<void> {
	await loadTexts()
	await outbox.flush()
	await director.play(await api.tour(id), options.again)
}
