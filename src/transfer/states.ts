/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../shared/types.ts'

import { t } from '../shared/l10n.ts'

/** What to call where a run stands. */
export function wordsOf(state: Run['state'], phase: Run['phase']): string {
	switch (state) {
		case 'draft':
			return t('In preparation')
		case 'asked':
			return t('Waits for an answer')
		case 'active':
			return phase === 'scan' || phase === 'plan' ? t('Looking what there is') : t('Under way')
		case 'ready':
			return t('Ready to start')
		case 'paused':
			return t('Paused')
		case 'waiting_reconnect':
			return t('Waits to be connected again')
		case 'waiting_room':
			return t('Waits for room')
		case 'cancelled':
			return t('Stopped')
		case 'done':
			return t('Finished')
		case 'partial':
			return t('Done, with some files missing')
		case 'failed':
			return t('Did not work')
	}
}

/** Which colour fits. */
export function toneOf(state: Run['state']): 'calm' | 'busy' | 'good' | 'warn' {
	switch (state) {
		case 'active':
			return 'busy'
		case 'done':
			return 'good'
		case 'asked':
		case 'ready':
		case 'waiting_reconnect':
		case 'waiting_room':
		case 'partial':
		case 'failed':
			return 'warn'
		default:
			return 'calm'
	}
}
