/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { t } from './l10n.ts'

/** @param contact as the space says; empty when it does not */
export function whomToAsk(contact: string): string {
	return contact || t('whoever looks after your space')
}
