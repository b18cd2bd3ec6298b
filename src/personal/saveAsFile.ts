/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getCurrentUser } from '@nextcloud/auth'

/** Hands data to the browser as a file, with the name compagnon-<user>.json. */
export function saveAsFile(data: object): void {
	const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, '\t')], { type: 'application/json' }))
	const link = document.createElement('a')
	link.href = url
	link.download = `compagnon-${getCurrentUser()?.uid ?? 'me'}.json`
	link.click()
	URL.revokeObjectURL(url)
}
