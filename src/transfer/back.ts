/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const KEY = 'compagnon-transfer-back'

/**
 * For the sake of which run somebody goes to a provider. It is kept for this tab only: the provider's answer knows
 * nothing of it.
 */
export function comeBackTo(run: string | undefined): void {
	try {
		window.sessionStorage.removeItem(KEY)
		if (run !== undefined) {
			window.sessionStorage.setItem(KEY, run)
		}
	} catch {
		// Without storage, the way back goes over the list of moves.
	}
}

/** @return id of the run to come back to, once */
export function backFrom(): string | null {
	try {
		const run = window.sessionStorage.getItem(KEY)
		window.sessionStorage.removeItem(KEY)
		return run
	} catch {
		return null
	}
}
