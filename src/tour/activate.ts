/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { api, ApiError } from '../shared/api.ts'
import { loadTexts } from '../shared/l10n.ts'
import { director } from './director.ts'
import { outbox } from './outbox.ts'

/**
 * Called by the loader when the server says that something is going on.
 *
 * @param id of a tour
 * @param mode resume: the tour is running; continue, offer: the person is asked first
 */
export async function activate(id: string, mode: 'resume' | 'continue' | 'offer'): Promise<void> {
	try {
		await loadTexts()
		const sent = await outbox.flush()
		if (sent !== null && sent.tour === id && sent.act !== 'move') {
			// It was ended on an earlier page, which could not tell.
			return
		}
		const tour = await api.tour(id)
		await (mode === 'resume' ? director.play(tour, false, false) : director.propose(tour, mode))
	} catch (error) {
		// Nobody asked for this: when the server does not answer, the page is left in peace.
		if (!(error instanceof ApiError)) {
			throw error
		}
	}
}
