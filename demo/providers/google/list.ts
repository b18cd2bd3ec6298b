/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Item } from '../core/account.ts'
import type { Reply, WireRequest } from '../core/wire.ts'
import type { Drive } from './access.ts'

import { Pages } from '../core/pages.ts'
import { json } from '../core/wire.ts'
import { admitted, fieldsOf, pageSize } from './access.ts'
import { invalid, refuse } from './errors.ts'
import { below, only } from './fields.ts'
import { BadQuery, parentsOf, parseQuery } from './query.ts'
import { resource } from './resource.ts'
import { matcher } from './search.ts'

const STANDARD = 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)'

/** In which drives is looked, by the three parameters that say so. */
function inCorpora(request: WireRequest): (item: Item) => boolean {
	const { query } = request
	const all = query.get('supportsAllDrives') === 'true' && query.get('includeItemsFromAllDrives') === 'true'
	const corpora = query.get('corpora') ?? 'user'
	if (corpora === 'drive') {
		if (!all || !query.has('driveId')) {
			refuse(403, 'teamDrivesParentLimit', 'corpora=drive needs driveId, supportsAllDrives and includeItemsFromAllDrives.', { location: 'corpora' })
		}
		return (item) => item.drive === query.get('driveId')
	}
	return corpora === 'allDrives' || all ? () => all : (item) => item.drive === undefined
}

function ordered(items: Item[], orderBy: string | null): Item[] {
	// Without an order Drive shows the latest first: children may come before their parents.
	const keys = (orderBy ?? 'modifiedTime desc').split(',').map((key) => key.trim().split(/\s+/))
	const value = (item: Item, key: string): string | number => {
		switch (key) {
			case 'folder': return item.kind === 'folder' ? 0 : 1
			case 'name': case 'name_natural': return item.name
			case 'createdTime': return item.created
			default: return item.modified
		}
	}
	return items.sort((a, b) => {
		for (const [key = '', direction] of keys) {
			const [left, right] = [value(a, key), value(b, key)]
			if (left !== right) {
				return (left < right ? -1 : 1) * (direction === 'desc' ? -1 : 1)
			}
		}
		return 0
	})
}

function search(drive: Drive, request: WireRequest): Item[] {
	const { account } = drive
	const asked = request.query.get('q') ?? ''
	const within = inCorpora(request)
	try {
		const query = asked === '' ? null : parseQuery(asked)
		const fits = query === null ? () => true : matcher(account, query)
		const parents = query === null ? null : parentsOf(query)
		const candidates = parents === null
			? [...account.items.values()]
			: [...new Set(parents)].flatMap((id) => account.children(id === 'root' ? account.root.id : id))
		const roots = new Set([account.root.id, ...account.drives.map(({ id }) => id)])
		return ordered(candidates.filter((item) => !roots.has(item.id) && within(item) && fits(item)), request.query.get('orderBy'))
	} catch (error) {
		if (error instanceof BadQuery) {
			invalid('q')
		}
		throw error
	}
}

/** All parameters but the token and what to show: a token is good for the same search only. */
function signature(request: WireRequest): string {
	return ['q', 'corpora', 'driveId', 'orderBy', 'includeItemsFromAllDrives'].map((name) => request.query.get(name) ?? '').join('\n')
}

interface Page {
	items: Item[]
	next: string | undefined
}

function page(drive: Drive, request: WireRequest, pages: Pages<Item>): Page {
	const { fault, query } = request
	const asked = signature(request)
	const token = query.get('pageToken')
	const place = token === null ? { list: search(drive, request), at: 0 } : pages.find(token, asked)
	if (place === undefined || (token !== null && fault.refusePageToken)) {
		return refuse(400, 'invalid', 'Invalid Value', { location: 'pageToken' })
	}
	const { list, at } = place
	if (fault.emptyPage) {
		return { items: [], next: pages.keep(list, at, asked) }
	}
	const end = at + pageSize(request, 1000, 100)
	const start = fault.duplicateAcrossPages ? Math.max(0, at - 1) : at
	// What has gone since the list was made is not shown any more.
	const items = list.slice(start, end).filter(({ id }) => drive.account.items.has(id))
	return { items, next: end < list.length ? pages.keep(list, end, asked) : undefined }
}

/** `GET drive/v3/files` */
export function listFiles(drive: Drive): (request: WireRequest) => Promise<Reply> {
	const pages = new Pages<Item>(`${drive.account.root.id}/pages`, '~!!~')
	return async (request) => {
		admitted(drive, request)
		const fields = fieldsOf(request, STANDARD)
		const wanted = below(fields, 'files')
		const { items, next } = page(drive, request, pages)
		const files = []
		for (const item of wanted === null ? [] : items) {
			files.push(await resource(drive.account, item, wanted ?? '*', request.fault))
		}
		const incompleteSearch = request.fault.incompleteSearch === true
		return json(only({ kind: 'drive#fileList', incompleteSearch, ...next === undefined ? {} : { nextPageToken: next }, files }, fields))
	}
}
