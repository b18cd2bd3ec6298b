/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item, Person } from '../core/account.ts'
import type { Action } from '../core/faults.ts'
import type { Fields } from './fields.ts'

import { hashOf, spoilt } from '../core/hashes.ts'
import { hash32 } from '../core/random.ts'
import { below, only } from './fields.ts'
import { exportFormats, FOLDER, PREFIX, SHORTCUT } from './types.ts'

/** Before, Drive computed only MD5. */
const OTHER_HASHES_SINCE = Date.UTC(2018, 0, 1)

export function mimeOf(item: Item): string {
	switch (item.kind) {
		case 'folder': return FOLDER
		case 'shortcut': return SHORTCUT
		case 'native': return PREFIX + item.mime
		default: return item.mime
	}
}

function permissionId(email: string): string {
	return `${hash32(email)}${hash32(email, 1)}`.padStart(20, '0').slice(0, 20)
}

/** Who may do what with an item, its owner first. */
export function permissions(account: Account, item: Item): object[] {
	const own = item.owned ? [{ ...account.user, role: 'owner' as const }] : []
	return [...own, ...account.people(item)].map(({ email, name, role, type }: Person) => (type === 'anyone'
		? { kind: 'drive#permission', id: 'anyoneWithLink', type, role, allowFileDiscovery: false }
		: { kind: 'drive#permission', id: permissionId(email), type, role, emailAddress: email, displayName: name, deleted: false }
	))
}

function person(account: Account, { email, name }: Person): object {
	return { kind: 'drive#user', displayName: name, emailAddress: email, me: email === account.user.email, permissionId: permissionId(email) }
}

function owners(account: Account, item: Item): object[] {
	return (item.owned ? [account.user] : account.people(item).filter(({ role }) => role === 'owner')).map((one) => person(account, one))
}

function links(item: Item): Record<string, string> {
	const address = `https://docs.google.com/${item.mime}s/export/Export`
	return Object.fromEntries(exportFormats(item.mime).map(({ type, ending }) => [type, `${address}?id=${item.id}&exportFormat=${ending}`]))
}

function shortcut(account: Account, item: Item): object {
	const target = account.items.get(item.target ?? '')
	const key = target?.resourceKey === undefined ? {} : { targetResourceKey: target.resourceKey }
	return { targetId: item.target, targetMimeType: target === undefined ? 'application/pdf' : mimeOf(target), ...key }
}

/** What a file's kind adds. */
function own(account: Account, item: Item, fault: Action): object {
	switch (item.kind) {
		case 'shortcut': return { shortcutDetails: shortcut(account, item) }
		case 'native': return exportFormats(item.mime).length > 0 ? { exportLinks: links(item) } : {}
		case 'file': {
			const size = String((item.content?.size ?? 0) + (fault.wrongSize ?? 0))
			const [, extension = ''] = /\.([^.]+)$/.exec(item.name) ?? []
			return { size, quotaBytesUsed: size, originalFilename: item.name, fileExtension: extension, fullFileExtension: extension, headRevisionId: `0B${item.id.slice(1, 20)}${item.version}` }
		}
		default: return {}
	}
}

const SUMS = { md5Checksum: 'md5', sha1Checksum: 'sha1', sha256Checksum: 'sha256' } as const

async function sums(item: Item, fields: Fields, fault: Action): Promise<object> {
	const result: Record<string, string> = {}
	for (const [name, hash] of Object.entries(SUMS)) {
		const { content } = item
		const there = hash === 'md5' || item.created >= OTHER_HASHES_SINCE
		if (content !== null && there && below(fields, name) !== null) {
			const sum = await hashOf(content, hash)
			result[name] = fault.wrongHash ? spoilt(sum) : sum
		}
	}
	return result
}

function capabilities({ canDownload, owned, kind }: Item): object {
	return { canDownload, canCopy: canDownload, canEdit: owned, canDelete: owned, canTrash: owned, canListChildren: kind === 'folder', canReadRevisions: owned, canShare: owned }
}

/** An item as `files` shows it, with the wanted fields only. */
export async function resource(account: Account, item: Item, fields: Fields, action: Action): Promise<unknown> {
	const fault = meant(action, item) ? action : {}
	const everyone = permissions(account, item)
	const all = {
		kind: 'drive#file',
		id: item.id,
		name: item.name,
		mimeType: mimeOf(item),
		starred: item.starred,
		trashed: account.isTrashed(item),
		explicitlyTrashed: item.trashed,
		...item.parent === null ? {} : { parents: [item.parent] },
		spaces: ['drive'],
		version: String(item.version),
		webViewLink: `https://drive.google.com/file/d/${item.id}/view?usp=drivesdk`,
		...item.kind === 'file' ? { webContentLink: `https://drive.google.com/uc?id=${item.id}&export=download` } : {},
		createdTime: new Date(item.created).toISOString(),
		modifiedTime: new Date(item.modified).toISOString(),
		...item.sharedWithMe ? { sharedWithMeTime: new Date(item.stored).toISOString() } : {},
		...item.drive === undefined ? { owners: owners(account, item), ownedByMe: item.owned } : { driveId: item.drive, teamDriveId: item.drive, hasAugmentedPermissions: false },
		shared: account.people(item).length > 0,
		capabilities: capabilities(item),
		...item.owned || item.drive !== undefined ? { permissions: everyone, permissionIds: everyone.map((one) => (one as { id: string }).id) } : {},
		...item.resourceKey === undefined ? {} : { resourceKey: item.resourceKey },
		...own(account, item, fault),
	}
	return only({ ...all, ...await sums(item, fields, fault) }, fields)
}

/** Whether an action that names items names this one. */
export function meant(action: Action, item: Item): boolean {
	return action.only === undefined || action.only.includes(item.id) || action.only.includes(item.name)
}
