/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Search results and the dashboard lead to the home page with the id of a tour to start: `?tour=files-first-steps`.
 *
 * @return the id, once: it is taken out of the address, so that a reload does not start the tour again
 */
export function tourFromLink(): string | null {
	const url = new URL(window.location.href)
	const id = url.searchParams.get('tour')
	if (id !== null) {
		url.searchParams.delete('tour')
		window.history.replaceState(window.history.state, '', url)
	}
	return id
}
