/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { t } from '../../shared/l10n.ts'

/** Whether somebody said no, which is theirs to say: nothing went wrong. */
export function isRefusal(code: string): boolean {
	return code === 'consent_denied'
}

/** What to say when a provider has sent somebody back without a connection. */
export function problemOf(code: string): string {
	switch (code) {
		case 'consent_denied':
			return t('You did not give access. Nothing was connected and nothing was read: you can still do so later, or come with an archive.')
		case 'consent_expired':
		case 'consent_unknown':
			return t('Connecting took too long, or went on in another window. Nothing was connected: start again from here.')
		case 'provider_trouble':
		case 'unreachable_no_connection':
		case 'unreachable_stalled':
		case 'unreachable_cut':
			return t('The provider does not answer at the moment. Nothing was connected: try again a little later.')
		case 'client_missing':
		case 'client_refused':
		case 'api_not_enabled':
			return t('The provider does not accept how this space is registered there. Whoever looks after the space can look at the settings.')
		case 'scopes_missing':
		case 'refresh_missing':
			return t('The account was connected without a permission that this needs. Connect it again and leave every box ticked.')
		default:
			return t('Connecting did not work, and nothing was read. You can try again, or come with an archive.')
	}
}
