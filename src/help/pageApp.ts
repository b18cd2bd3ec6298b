/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { loadState } from '@nextcloud/initial-state'

/** @return id of the app whose page this is; empty when the page does not say */
export function pageApp(): string {
	for (const content of document.querySelectorAll('[id^="content"]')) {
		for (const name of content.classList) {
			if (name.startsWith('app-')) {
				return name.slice('app-'.length)
			}
		}
	}
	return loadState<string>('core', 'active-app', '')
}
