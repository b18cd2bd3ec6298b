/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { ApiError } from '../../shared/api.ts'
import { loadTexts } from '../../shared/l10n.ts'
import { isAt } from '../../tour/page.ts'
import { stories } from '../api.ts'
import { Outbox } from '../outbox.ts'
import { Companion } from './companion.ts'

/**
 * Called by the loader while a quest is open: shows it in a corner of the page.
 *
 * @param open what the server says of it
 * @param open.story id of the story
 * @param open.quest id of the quest
 * @param open.label what the corner is called for those who do not see it
 * @param open.list the list of files that the page has told of last, also later on
 */
export async function accompany(open: { story: string, quest: string, label: string, list?: unknown }): Promise<void> {
	if (isAt('/apps/compagnon', true) || isAt('/apps/compagnon/adventure')) {
		// The page of the story and the home page lead to the quest themselves.
		return
	}
	try {
		await loadTexts()
		const outbox = new Outbox(open.story)
		await outbox.deliver()
		outbox.stop()
		if (outbox.moves.length > 0) {
			// The server cannot be reached, and may not know yet that the quest was closed.
			return
		}
		const quest = await stories.open()
		if (quest !== null) {
			await new Companion(quest, open.label, () => open.list).show()
		}
	} catch (error) {
		// Nobody asked for this: when the server does not answer, the page is left in peace.
		if (!(error instanceof ApiError)) {
			throw error
		}
	}
}
