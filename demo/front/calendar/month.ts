/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCanonicalLocale } from '@nextcloud/l10n'

/**
 * @param month YYYY-MM
 * @param by how many months later, or earlier
 */
export function monthAfter(month: string, by: number): string {
	const [year, number] = month.split('-').map(Number)
	return new Date(Date.UTC(year!, number! - 1 + by, 1)).toISOString().slice(0, 7)
}

/** @param month YYYY-MM, for instance "novembre 2026" */
export function monthName(month: string): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}

/** @param day YYYY-MM-DD, for instance "lundi 30 novembre" */
export function dayName(day: string): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** Today by the clock of this computer, as YYYY-MM-DD. */
export function today(): string {
	const now = new Date()
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
