/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Bilingual } from '../shared/types.ts'

import { getLanguage } from '@nextcloud/l10n'
import { t } from '../shared/l10n.ts'

/*
 * In the language of the sentence around them: the locale that an account has may be of another one.
 */

/** Words that a survey brings along, in the language of the page. */
export function say(words: Bilingual): string {
	return document.documentElement.lang.toLowerCase().startsWith('fr') ? words.fr : words.en
}

/** @param day "2026-11-28" */
export function dayOf(day: string): string {
	return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))
}

/** @param period "2026-Q4" */
export function periodOf(period: string): string {
	const [year = '', quarter = ''] = period.split('-Q')
	return t('quarter {quarter} of {year}', { quarter, year })
}

/** @param share from 0 to 1 */
export function shareOf(share: number): string {
	return new Intl.NumberFormat(getLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

export function countOf(value: number): string {
	return new Intl.NumberFormat(getLanguage()).format(value)
}
