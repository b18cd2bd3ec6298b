/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Authority } from '../core/oauth.ts'
import type { WireRequest } from '../core/wire.ts'

import { Refusal } from '../core/wire.ts'
import { dropboxError, refuse } from './errors.ts'
import { revision } from './metadata.ts'

export interface Box {
	account: Account
	authority: Authority
}

export const NAMESPACE = '3235641'

/** @throws Refusal 401 as Dropbox says it */
export function admitted(box: Box, request: WireRequest, scope: string): void {
	const grant = box.authority.bearer(request)
	if (grant === null) {
		const once = /^Bearer sl\./.test(request.headers.authorization ?? '')
		throw new Refusal(dropboxError([once ? 'expired_access_token' : 'invalid_access_token'], 401))
	}
	if (!grant.scopes.includes(scope)) {
		throw new Refusal(dropboxError(['missing_scope'], 401, { required_scope: scope }))
	}
}

/** Without regard to case; clients send doubled slashes, and Dropbox lets them. */
function walk(account: Account, from: Item | undefined, path: string): Item | undefined {
	return path.split('/').filter((name) => name !== '').reduce<Item | undefined>((above, name) => (
		above && account.children(above.id).find((child) => child.name.toLowerCase() === name.toLowerCase())
	), from)
}

function byNamespace(account: Account, id: string, path: string): Item | undefined {
	const top = id === NAMESPACE ? account.root : [...account.items.values()].find((item) => item.drive === id)
	return walk(account, top, path)
}

/** The item behind a path, an id, a revision or a namespace with a path. */
export function lookUp(account: Account, address: string): Item {
	const [, namespace, below = ''] = /^ns:(\d+)(\/.*)?$/.exec(address) ?? []
	let found: Item | undefined
	if (namespace !== undefined) {
		found = byNamespace(account, namespace, below)
	} else if (address.startsWith('id:')) {
		found = account.items.get(address)
	} else if (address.startsWith('rev:')) {
		found = [...account.items.values()].find((item) => revision(item) === address.slice(4))
	} else if (/^(?:\/.+[^/])?$|^\/[^/]$/s.test(address)) {
		found = walk(account, account.root, address)
	} else {
		refuse('path', 'malformed_path')
	}
	return found ?? refuse('path', 'not_found')
}
