/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Item } from '../core/account.ts'
import type { Reply, WireRequest } from '../core/wire.ts'
import type { Box } from './access.ts'

import { anything, bool, object, string, whole } from '../core/check.ts'
import { Pages } from '../core/pages.ts'
import { json, Refusal, text } from '../core/wire.ts'
import { admitted, lookUp } from './access.ts'
import { fromBody } from './arguments.ts'
import { refuse } from './errors.ts'
import { deleted, metadata } from './metadata.ts'

const folderArgument = object({
	path: string,
	recursive: bool,
	limit: whole(1, 2000),
	include_deleted: bool,
	include_media_info: bool,
	include_has_explicit_shared_members: bool,
	include_mounted_folders: bool,
	include_non_downloadable_files: bool,
	include_property_groups: anything,
	shared_link: anything,
})
const cursorArgument = object({ cursor: string })

type Argument = ReturnType<typeof folderArgument>

/** A listing on its way: what was there at the start, then what has changed since. */
interface Listing {
	argument: Argument
	folder: Item
	items: Item[]
	/** How many of all changes are told or contained. */
	changes: number
}

const LIMIT = 500

function inside(box: Box, folder: Item, { recursive, include_mounted_folders: mounted = true, include_non_downloadable_files: all = true }: Argument): Item[] {
	const result: Item[] = recursive ? [folder].filter(({ parent }) => parent !== null) : []
	const waiting = [folder]
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		const children = box.account.children(next.id).filter((item) => all || item.exportAs === undefined)
		result.push(...children)
		// A mounted folder is shown itself in any case.
		waiting.push(...recursive ? children.filter(({ kind, drive }) => kind === 'folder' && (mounted || drive === undefined)) : [])
	}
	return result
}

/** Whether a change at this path belongs to what was listed. */
function within(box: Box, { folder, argument }: Listing, path: string): boolean {
	const above = box.account.path(folder)
	const rest = path.slice(above.length + 1)
	return path.startsWith(`${above}/`) && (argument.recursive === true || !rest.includes('/'))
}

async function news(box: Box, listing: Listing, request: WireRequest): Promise<object[]> {
	const { changes } = box.account
	const told = changes.slice(listing.changes, listing.changes + (listing.argument.limit ?? LIMIT))
	listing.changes += told.length
	return Promise.all(told.filter(({ path }) => within(box, listing, path)).map(({ path, removed, item }) => (
		removed || !box.account.items.has(item.id) ? deleted(path.split('/').at(-1) ?? '', path) : metadata(box.account, item, request.fault)
	)))
}

class Lister {
	private readonly box: Box
	private readonly cursors: Pages<Listing>

	constructor(box: Box) {
		this.box = box
		this.cursors = new Pages(`${box.account.root.id}/cursors`, 'AAF')
	}

	begin(request: WireRequest): Promise<Reply> {
		return this.page(this.open(request, 'files/list_folder'), 0, request)
	}

	/** A cursor that tells only what changes from now on. */
	latest(request: WireRequest): Reply {
		const listing = this.open(request, 'files/list_folder/get_latest_cursor')
		return json({ cursor: this.cursors.keep([listing], listing.items.length, '') })
	}

	continue(request: WireRequest): Promise<Reply> {
		admitted(this.box, request, 'files.metadata.read')
		const { cursor = '' } = fromBody(request, 'files/list_folder/continue', cursorArgument)
		const place = this.cursors.find(cursor, '')
		const [listing] = place?.list ?? []
		if (place === undefined || listing === undefined || request.fault.refusePageToken) {
			return refuse('reset')
		}
		// The cursor stays good: asking twice answers the same twice.
		return this.page({ ...listing }, place.at, request)
	}

	private open(request: WireRequest, route: string): Listing {
		admitted(this.box, request, 'files.metadata.read')
		const argument = fromBody(request, route, folderArgument)
		if (argument.path === '/') {
			throw new Refusal(text(`Error in call to API function "${route}": request body: path: Specify the root folder as an empty string rather than as "/".`, 400))
		}
		const folder = lookUp(this.box.account, argument.path ?? '')
		if (folder.kind !== 'folder') {
			return refuse('path', 'not_folder')
		}
		return { argument, folder, items: inside(this.box, folder, argument), changes: this.box.account.changes.length }
	}

	private async page(listing: Listing, at: number, request: WireRequest): Promise<Reply> {
		const { account } = this.box
		const { fault } = request
		if (fault.emptyPage) {
			return json({ entries: [], cursor: this.cursors.keep([listing], at, ''), has_more: true })
		}
		const end = Math.min(listing.items.length, at + (listing.argument.limit ?? LIMIT))
		const items = listing.items.slice(fault.duplicateAcrossPages ? Math.max(0, at - 1) : at, end)
		const entries: object[] = []
		for (const item of items.filter(({ id }) => account.items.has(id))) {
			entries.push(await metadata(account, item, fault))
		}
		if (at >= listing.items.length) {
			entries.push(...await news(this.box, listing, request))
		}
		const more = end < listing.items.length || (at >= listing.items.length && listing.changes < account.changes.length)
		return json({ entries, cursor: this.cursors.keep([listing], end, ''), has_more: more })
	}
}

export function listing(box: Box): Lister {
	return new Lister(box)
}
