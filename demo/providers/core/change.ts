/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from './account.ts'
import type { Provider } from './space.ts'

import { list, Malformed, object, string, whole } from './check.ts'
import { bytes, pattern } from './content.ts'
import { lines } from './truth.ts'

const which = { id: string, path: string }

const fields = object({
	provider: string,
	add: list(object({ parent: string, path: string, name: string, kind: string, mime: string, size: whole(0), text: string, mtime: string })),
	change: list(object({ ...which, size: whole(0), mtime: string })),
	rename: list(object({ ...which, name: string, parent: string })),
	trash: list(object(which)),
	delete: list(object(which)),
})

function time(text: string | undefined): number {
	const value = text === undefined ? Date.now() : Date.parse(text)
	if (Number.isNaN(value)) {
		throw new Malformed(`${text} is not a time`)
	}
	return value
}

function find(account: Account, { id, path }: { id?: string, path?: string }): Item {
	const found = id === undefined
		? [...account.items.values()].find((item) => account.path(item) === path)
		: account.items.get(id)
	if (found === undefined) {
		throw new Malformed(`There is no item ${id ?? path ?? '(neither id nor path given)'}`)
	}
	return found
}

type Wanted = ReturnType<typeof fields>
type Added = NonNullable<Wanted['add']>[number]

/** Folders that are missing on the way to a path are made. */
function folderAt(account: Account, path: string): Item {
	return path.split('/').filter((name) => name !== '').reduce((above, name) => (
		account.children(above.id).find((child) => child.kind === 'folder' && child.name === name)
		?? account.put({ name, parent: above.id, kind: 'folder', modified: Date.now() })
	), account.root)
}

function add(account: Account, draft: Added): Item {
	const above = draft.parent === undefined
		? folderAt(account, (draft.path ?? '').split('/').slice(0, -1).join('/'))
		: find(account, { id: draft.parent })
	const name = draft.name ?? draft.path?.split('/').at(-1) ?? 'Sans titre'
	const modified = time(draft.mtime)
	const times = { modified, created: modified, stored: Date.now() }
	if (draft.kind === 'folder') {
		return account.put({ name, parent: above.id, kind: 'folder', ...times })
	}
	const content = draft.text === undefined ? pattern(`${account.changes.length}/${name}`, draft.size ?? 1000) : bytes(draft.text)
	return account.put({ name, parent: above.id, content, mime: draft.mime ?? 'application/octet-stream', ...times })
}

function apply(account: Account, wanted: Wanted): Item[] {
	const touched = (wanted.add ?? []).map((draft) => add(account, draft))
	for (const one of wanted.change ?? []) {
		const item = find(account, one)
		account.rewrite(item, one.size, time(one.mtime))
		touched.push(item)
	}
	for (const one of wanted.rename ?? []) {
		const item = find(account, one)
		account.update(item, { name: one.name ?? item.name, parent: one.parent ?? item.parent, stored: Date.now() })
		touched.push(item)
	}
	for (const one of wanted.trash ?? []) {
		const item = find(account, one)
		account.update(item, { trashed: true })
		touched.push(item)
	}
	for (const one of wanted.delete ?? []) {
		account.remove(find(account, one))
	}
	return touched
}

/**
 * Somebody works in the account during a run.
 *
 * @return the items as they are now, in the order of the command
 */
export async function change(provider: (name: string | undefined) => Provider, body: unknown): Promise<object> {
	const wanted = fields(body, 'change')
	const { account } = provider(wanted.provider)
	return lines(account, apply(account, wanted), true)
}
