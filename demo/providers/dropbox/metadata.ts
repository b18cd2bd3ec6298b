/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Action } from '../core/faults.ts'

import { hashOf, spoilt } from '../core/hashes.ts'
import { hash32 } from '../core/random.ts'

/** Without fraction. */
export function seconds(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`
}

export function revision(item: Item): string {
	return `${item.version.toString(16)}${hash32(item.id).toString(16).padStart(8, '0')}${hash32(item.id, 1).toString(16).padStart(8, '0')}`
}

export function accountId(email: string): string {
	return `dbid:AA${Buffer.from(email).toString('base64url').slice(0, 36).padEnd(36, 'A')}`
}

function shownPath(account: Account, item: Item): string {
	return item.shownIn === undefined ? account.path(item) : `${item.shownIn}/${item.name}`
}

/** The shared folder above, if there is one. */
function sharedAbove(account: Account, item: Item): string | undefined {
	const above = account.parent(item)
	return above === undefined ? undefined : above.drive ?? sharedAbove(account, above)
}

function place(account: Account, item: Item): object {
	return { name: item.name, id: item.id, path_lower: account.path(item).toLowerCase(), path_display: shownPath(account, item) }
}

function folder(account: Account, item: Item): object {
	const above = sharedAbove(account, item)
	const sharing = {
		read_only: false,
		...above === undefined ? {} : { parent_shared_folder_id: above },
		...item.drive === undefined || above !== undefined ? {} : { shared_folder_id: item.drive, traverse_only: false, no_access: false },
	}
	return {
		'.tag': 'folder',
		...place(account, item),
		...item.drive === undefined && above === undefined ? {} : { sharing_info: sharing },
		...item.drive === undefined || above !== undefined ? {} : { shared_folder_id: item.drive },
	}
}

async function file(account: Account, item: Item, fault: Action): Promise<object> {
	const { content, exportAs } = item
	const above = sharedAbove(account, item)
	const hash = content === null ? undefined : await hashOf(content, 'content_hash')
	return {
		'.tag': 'file',
		...place(account, item),
		client_modified: seconds(item.modified),
		server_modified: seconds(item.stored),
		rev: revision(item),
		size: (content?.size ?? 170) + (fault.wrongSize ?? 0),
		is_downloadable: exportAs === undefined,
		...exportAs?.[0] === undefined ? {} : { export_info: { export_as: exportAs[0], export_options: exportAs } },
		...item.symlink === undefined ? {} : { symlink_info: { target: item.symlink } },
		...above === undefined ? {} : { sharing_info: { read_only: false, parent_shared_folder_id: above, modified_by: accountId(account.user.email) } },
		has_explicit_shared_members: false,
		...hash === undefined ? {} : { content_hash: fault.wrongHash ? spoilt(hash) : hash },
	}
}

/** Whether an action that names items names this one. */
export function meant(action: Action, item: Item): boolean {
	return action.only === undefined || action.only.includes(item.id) || action.only.includes(item.name)
}

/** An item as listings show it. */
export async function metadata(account: Account, item: Item, fault: Action): Promise<object> {
	return item.kind === 'folder' ? folder(account, item) : file(account, item, meant(fault, item) ? fault : {})
}

export function deleted(name: string, path: string): object {
	return { '.tag': 'deleted', name, path_lower: path.toLowerCase(), path_display: path }
}
