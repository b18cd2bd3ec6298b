/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Step } from '../shared/types.ts'

import { generateUrl, getRootUrl } from '@nextcloud/router'

export type Page = Step['page']

/** @return path of this page below the web root, without the front controller */
export function currentPath(): string {
	const path = window.location.pathname
	const root = getRootUrl()
	return (path.startsWith(root) ? path.slice(root.length) : path).replace(/^\/index\.php(?=\/|$)/, '')
}

/** Whether the browser is on a page: its path, or one below it. */
export function isHere(page: Page): boolean {
	const path = currentPath()
	const wanted = page.path.replace(/\/$/, '')
	return path === wanted || path.startsWith(wanted + '/')
}

/** Leaves this page for another one of the space. */
export function goTo(page: Page): void {
	window.location.assign(generateUrl(page.path))
}
