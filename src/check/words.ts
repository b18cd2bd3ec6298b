/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Device } from './plan.ts'

import { getCanonicalLocale } from '@nextcloud/l10n'
import { t } from '../shared/l10n.ts'

/** @param seconds UTC */
export function momentOf(seconds: number): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000)
}

/** @param seconds UTC midnight of that day */
export function dayOf(seconds: number): string {
	return new Intl.DateTimeFormat(getCanonicalLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(seconds * 1000)
}

export function widthOf(device: Device): string {
	return device === 'wide' ? t('wide screen') : t('phone')
}
