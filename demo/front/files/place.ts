/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Place, View } from './types.ts'

import { generateUrl } from '@nextcloud/router'

const VIEWS: readonly string[] = ['shared', 'favorites', 'trash'] satisfies View[]

/** @param query of the page's address, so that a reload stays where it was */
export function readPlace(query: string): Place {
	const parameters = new URLSearchParams(query)
	const view = parameters.get('view') ?? ''
	const folder = parameters.get('folder') ?? ''
	return {
		view: VIEWS.includes(view) ? view as View : 'files',
		folder: /^\d{1,15}$/.test(folder) && !VIEWS.includes(view) ? Number(folder) : 0,
	}
}

/** Where a text is written in. */
export function textAddress(id: number): string {
	return generateUrl('/apps/text') + `?file=${id}`
}

/** The address of a place in the page. */
export function addressOf({ view, folder }: Place): string {
	const query = view !== 'files' ? `?view=${view}` : folder > 0 ? `?folder=${folder}` : ''
	return generateUrl('/apps/files') + query
}
