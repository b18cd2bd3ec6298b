/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { StorySummary } from '../../../shared/types.ts'

import { t } from '../../../shared/l10n.ts'

/** Where a person is in a story, in words, and what they can do. No figure of it is compared with anything. */
export function standingOf({ state, ending }: Pick<StorySummary, 'state' | 'ending'>): { words: string, action: string } {
	switch (state) {
		case 'new': return { words: '', action: t('Begin') }
		case 'under-way': return { words: t('Under way'), action: t('Continue') }
		case 'ended': return { words: ending === null ? t('Played to an end') : t('Played to “{ending}”', { ending }), action: t('Open it again') }
	}
}
