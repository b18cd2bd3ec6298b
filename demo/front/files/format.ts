/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCanonicalLocale, getLanguage } from '@nextcloud/l10n'

/** @param bytes for instance 1468006, which is shown as "1,4 Mo" */
export function formatSize(bytes: number): string {
	const units = getLanguage().startsWith('en') ? ['B', 'KB', 'MB', 'GB'] : ['o', 'Ko', 'Mo', 'Go']
	const power = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)))
	const number = new Intl.NumberFormat(getCanonicalLocale(), { maximumFractionDigits: power === 0 ? 0 : 1 }).format(bytes / 1024 ** power)
	return `${number}\u00A0${units[power]}`
}

/** @param seconds UTC */
export function formatDate(seconds: number): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { day: 'numeric', month: 'short', year: 'numeric' }).format(seconds * 1000)
}

/** @param seconds UTC; with the time of the day */
export function formatMoment(seconds: number): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(seconds * 1000)
}

/** Folders first, then by name as people of this language sort. */
export function byName(one: { folder: boolean, name: string }, other: { folder: boolean, name: string }): number {
	return Number(other.folder) - Number(one.folder)
		|| one.name.localeCompare(other.name, getCanonicalLocale(), { numeric: true, sensitivity: 'base' })
}
