/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Device } from './plan.ts'

import { getLanguage } from '@nextcloud/l10n'
import { t } from '../shared/l10n.ts'

/*
 * In the language of the sentence around them: the locale that an account has may be of another one.
 */

/** @param seconds UTC */
export function momentOf(seconds: number): string {
	return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(seconds * 1000)
}

/** @param seconds UTC midnight of that day */
export function dayOf(seconds: number): string {
	return new Intl.DateTimeFormat(getLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(seconds * 1000)
}

export function widthOf(device: Device): string {
	return device === 'wide' ? t('wide screen') : t('phone')
}
