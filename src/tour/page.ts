/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Step } from '../shared/types.ts'

import { generateUrl, getRootUrl } from '@nextcloud/router'

export type Page = Step['page']

/** @return path of this page, or of one in a frame, below the web root, without the front controller */
export function currentPath(view = window): string {
	const path = view.location.pathname
	const root = getRootUrl()
	return (path.startsWith(root) ? path.slice(root.length) : path)
		.replace(/^\/index\.php(?=\/|$)/, '')
		// Talk has its conversations beside its page rather than below it.
		.replace(/^\/call\//, '/apps/spreed/call/')
}

/** Whether the browser is at a path, or below it unless exactly that path is meant. */
export function isAt(path: string, exact = false, view = window): boolean {
	const current = currentPath(view).replace(/\/$/, '')
	const wanted = path.replace(/\/$/, '')
	return current === wanted || (!exact && current.startsWith(wanted + '/'))
}

/** Whether the browser is on a page. */
export function isHere(page: Page): boolean {
	return isAt(page.path, page.exact)
}

/** Leaves this page for another one of the space. */
export function goTo(page: Page): void {
	window.location.assign(generateUrl(page.path))
}
