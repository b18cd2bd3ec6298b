/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { QuestState } from '../../engine/state.ts'

import { t } from '../../../shared/l10n.ts'

export type Status = QuestState | 'aside'

/** How a quest stands; nothing to say of one that nobody has touched. */
export function wordsOfStatus(status: Status): string {
	switch (status) {
		case 'untouched': return ''
		case 'open': return t('Open')
		case 'done': return t('Done')
		case 'skipped': return t('Known already')
		case 'aside': return t('Not here')
	}
}
