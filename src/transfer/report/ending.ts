/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../../shared/types.ts'

import { t } from '../../shared/l10n.ts'

/** How a run has ended, in a title and a sentence. */
export interface Ending {
	title: string
	lead: string
}

/** @param run that is over */
export function endingOf(run: Pick<Run, 'state' | 'startedAt' | 'mine'>): Ending {
	const { state, startedAt, mine } = run
	switch (state) {
		case 'done':
			return {
				title: t('Everything that could come is here'),
				lead: mine
					? t('Each file was read again here and compared. Where they come from, nothing has changed: take your time before you delete anything there.')
					: t('Each file was read again here and compared. Where they come from, nothing has changed.'),
			}
		case 'partial':
			return {
				title: t('Almost everything is here'),
				lead: mine
					? t('What has come was read again and compared. For the rest, you see why below, and can try again.')
					: t('What has come was read again and compared. For the rest, you see why below.'),
			}
		case 'cancelled':
			return startedAt === null
				? { title: t('The move was given up'), lead: t('It ended before anything was moved. Nothing has changed, neither here nor where the files are.') }
				: { title: t('The move was stopped'), lead: t('What had arrived stays in the files, whole and checked. Where it comes from, nothing has changed.') }
		default:
			return {
				title: t('The move did not work'),
				lead: t('Nothing is lost: where the files come from, nothing has changed, and what had arrived stays.'),
			}
	}
}
