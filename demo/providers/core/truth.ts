/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from './account.ts'
import type { Provider } from './space.ts'

import { HASHES, hashOf } from './hashes.ts'

/** One item as it really is, whatever the provider's API says of it. */
async function line(account: Account, item: Item, hashes: boolean): Promise<object> {
	const { id, name, parent, kind, mime, content, created, modified, version, owned, drive, target, canDownload } = item
	const sums = content !== null && hashes
		? await Promise.all(HASHES.map(async (hash) => [hash, await hashOf(content, hash)] as const))
		: []
	return {
		id,
		path: account.path(item),
		name,
		parent,
		kind,
		mime,
		size: content?.size ?? null,
		created: new Date(created).toISOString(),
		mtime: new Date(modified).toISOString(),
		version,
		trashed: account.isTrashed(item),
		owned,
		drive: drive ?? null,
		sharedWithMe: item.sharedWithMe ?? false,
		target: target ?? null,
		canDownload: canDownload && item.restricted !== true,
		people: account.people(item),
		...Object.fromEntries(sums),
	}
}

export async function lines(account: Account, items: Item[], hashes: boolean): Promise<object[]> {
	const result = []
	for (const item of items) {
		result.push(await line(account, item, hashes))
	}
	return result
}

/** Everything in the account, roots included, as a flat list. */
export async function truth({ name, account }: Provider, hashes: boolean): Promise<object> {
	return { provider: name, root: account.root.id, items: await lines(account, [...account.items.values()], hashes) }
}
