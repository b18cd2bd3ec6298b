/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { t } from '../../shared/l10n.ts'

/** What to say when a provider has sent somebody back without a connection. */
export function problemOf(code: string): string {
	switch (code) {
		case 'access_denied':
			return t('The provider was not given permission, so nothing was connected and nothing was read. You can try again, or come with an archive.')
		case 'expired':
		case 'state':
			return t('Connecting took too long, or went on in another window. Nothing was connected: start again from here.')
		case 'unreachable':
			return t('The provider does not answer at the moment. Nothing was connected: try again a little later.')
		case 'client':
			return t('The provider does not accept how this space is registered there. Whoever looks after the space can look at the settings.')
		default:
			return t('Connecting did not work, and nothing was read. You can try again, or come with an archive.')
	}
}
