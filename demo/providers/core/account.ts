/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from './content.ts'

import { pattern } from './content.ts'
import { Random } from './random.ts'

export interface Person {
	email: string
	name: string
	role: 'owner' | 'writer' | 'commenter' | 'reader'
	/** `anyone` is a link, without email and name. */
	type: 'user' | 'group' | 'anyone'
}

export interface Item {
	id: string
	name: string
	/** `null` for a root, and for what is shared from a folder that is not. */
	parent: string | null
	kind: 'folder' | 'file' | 'native' | 'shortcut'
	/** For natives the last part of Google's type: document, spreadsheet, … */
	mime: string
	content: Content | null
	/** Times in milliseconds: the person's clock, and when the provider got it. */
	created: number
	modified: number
	stored: number
	version: number
	trashed: boolean
	owned: boolean
	people: Person[]
	canDownload: boolean
	starred: boolean
	/** The shared drive or shared folder it is in. */
	drive?: string
	/** Only for top items under "shared with me". */
	sharedWithMe?: boolean
	target?: string
	resourceKey?: string
	/** What a native says, line by line. */
	text?: string[]
	/** At least so many bytes when exported. */
	exportSize?: number
	/** Not a file to download, but to export as one of these, the first by default. */
	exportAs?: string[]
	symlink?: string
	restricted?: boolean
	/** The folder's path as it is shown with this item, where the case differs. */
	shownIn?: string
}

export interface Change {
	id: string
	removed: boolean
	/** As it was before it went. */
	item: Item
	/** Where it was, for providers whose changes are told by path. */
	path: string
}

export type Draft = Partial<Item> & { name: string }

/** All that one person has at one provider, and what changed since the start. */
export class Account {
	readonly user: Person
	readonly root: Item
	readonly drives: Item[] = []
	readonly items = new Map<string, Item>()
	readonly changes: Change[] = []
	private readonly inside = new Map<string, Set<Item>>()
	private readonly random: Random
	private readonly idOf: (random: Random) => string
	private recording = false

	constructor(user: Person, rootId: string, seed: string, idOf: (random: Random) => string) {
		this.user = user
		this.random = new Random(seed)
		this.idOf = idOf
		this.root = this.put({ id: rootId, name: user.name, parent: null, kind: 'folder' })
	}

	/** From now on changes are told. */
	record(): void {
		this.recording = true
	}

	/** What the draft does not say is ordinary: an own file in the root. */
	put(draft: Draft): Item {
		const item: Item = {
			id: this.idOf(this.random),
			parent: this.items.size === 0 ? null : this.root.id,
			kind: 'file',
			mime: draft.kind === 'folder' ? 'folder' : 'application/octet-stream',
			content: null,
			created: draft.modified ?? Date.UTC(2024, 0, 8, 9),
			modified: Date.UTC(2024, 0, 8, 9),
			stored: draft.modified ?? Date.UTC(2024, 0, 8, 9),
			version: 1,
			trashed: false,
			owned: true,
			people: [],
			canDownload: true,
			starred: false,
			...draft,
		}
		this.items.set(item.id, item)
		this.enter(item)
		this.tell(item, false)
		return item
	}

	addDrive(name: string, people: Person[]): Item {
		const drive = this.put({ id: `0A${this.random.id(14)}Uk9PVA`, name, parent: null, kind: 'folder', owned: false, people })
		drive.drive = drive.id
		this.drives.push(drive)
		return drive
	}

	children(id: string): Item[] {
		return [...this.inside.get(id) ?? []]
	}

	parent(item: Item): Item | undefined {
		return item.parent === null ? undefined : this.items.get(item.parent)
	}

	/** Its own name last; without the root's, so that each shared drive begins anew. */
	path(item: Item): string {
		const above = this.parent(item)
		if (above === undefined) {
			return item.sharedWithMe ? `/${item.name}` : ''
		}
		return `${this.path(above)}/${item.name}`
	}

	/** Who else has access, by the item itself or by a folder above. */
	people(item: Item): Person[] {
		const above = this.parent(item)
		const inherited = above === undefined ? [] : this.people(above)
		return [...item.people, ...inherited.filter(({ type, email }) => !item.people.some((one) => one.type === type && one.email === email))]
	}

	/** In the bin, by itself or with a folder. */
	isTrashed(item: Item): boolean {
		const above = this.parent(item)
		return item.trashed || (above !== undefined && this.isTrashed(above))
	}

	update(item: Item, values: Partial<Item>): void {
		const before = this.path(item)
		this.leave(item)
		Object.assign(item, values)
		item.version++
		this.enter(item)
		if (this.path(item) !== before) {
			this.tell(item, true, before)
		}
		this.tell(item, false)
	}

	/** New bytes, of the same size unless another is given. */
	rewrite(item: Item, size = item.content?.size ?? 0, modified = Date.now()): void {
		this.update(item, { content: pattern(`${item.id}/${item.version + 1}`, size), modified, stored: Date.now() })
	}

	remove(item: Item): void {
		this.children(item.id).forEach((child) => this.remove(child))
		const path = this.path(item)
		this.leave(item)
		this.items.delete(item.id)
		this.tell(item, true, path)
	}

	private tell(item: Item, removed: boolean, path = this.recording ? this.path(item) : ''): void {
		if (this.recording) {
			this.changes.push({ id: item.id, removed, item, path })
		}
	}

	private enter(item: Item): void {
		if (item.parent !== null) {
			const those = this.inside.get(item.parent) ?? new Set()
			this.inside.set(item.parent, those.add(item))
		}
	}

	private leave(item: Item): void {
		if (item.parent !== null) {
			this.inside.get(item.parent)?.delete(item)
		}
	}
}
