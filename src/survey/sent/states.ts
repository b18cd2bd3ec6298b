/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { SurveySent } from '../../shared/types.ts'

import { t } from '../../shared/l10n.ts'

export type SentState = SurveySent['state']

/** In a word; what became of it exactly, the server says in a sentence. */
export function stateOf(state: SentState): string {
	switch (state) {
		case 'planned':
		case 'waiting':
			return t('waiting')
		case 'sent':
			return t('sent and kept there')
		case 'withdrawing':
			return t('being taken back')
		case 'withdrawn':
			return t('taken back')
		case 'too_late':
			return t('part of the results')
		default:
			return t('not sent')
	}
}

export function isBeforeSending(state: SentState): boolean {
	return state === 'planned' || state === 'waiting'
}

/** Whether it can still be taken back, or kept from leaving. */
export function canTakeBack(state: SentState): boolean {
	return state === 'planned' || state === 'waiting' || state === 'sent'
}
