/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { ApiError } from './api.ts'
import { t } from './l10n.ts'

/** What to say of something that failed; a fault that is not the server's is also reported to the browser's console. */
export function sentenceOf(error: unknown): string {
	if (error instanceof ApiError) {
		return error.message
	}
	reportError(error)
	return t('Something went wrong on this page. Reload it, then try again.')
}
