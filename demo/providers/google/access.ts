/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Authority } from '../core/oauth.ts'
import type { WireRequest } from '../core/wire.ts'
import type { Fields } from './fields.ts'

import { Refusal } from '../core/wire.ts'
import { googleError, invalid, notFound, refuse } from './errors.ts'
import { BadFields, parseFields } from './fields.ts'

/** What all routes of Drive need. */
export interface Drive {
	account: Account
	authority: Authority
}

const READING = ['https://www.googleapis.com/auth/drive', 'https://www.googleapis.com/auth/drive.readonly']

/** @throws Refusal 401 or 403 as Google says it */
export function admitted(drive: Drive, request: WireRequest): void {
	const grant = drive.authority.bearer(request)
	if (grant === null) {
		const reply = googleError(401, 'authError', 'Invalid Credentials', { location: 'Authorization', locationType: 'header', status: 'UNAUTHENTICATED' })
		throw new Refusal({ ...reply, headers: { ...reply.headers, 'WWW-Authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' } })
	}
	if (!grant.scopes.some((scope) => READING.includes(scope))) {
		refuse(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', { status: 'PERMISSION_DENIED' })
	}
}

/** The item behind an id, if it is there and its shared drive or key allow it; exports do not ask about shared drives. */
export function item(drive: Drive, request: WireRequest, id: string, inAnyDrive = request.query.get('supportsAllDrives') === 'true'): Item {
	const found = drive.account.items.get(id === 'root' ? drive.account.root.id : id)
	if (found === undefined || (found.drive !== undefined && !inAnyDrive)) {
		return notFound(id)
	}
	const keys = String(request.headers['x-goog-drive-resource-keys'] ?? '').split(',')
	if (found.resourceKey !== undefined && !keys.includes(`${id}/${found.resourceKey}`)) {
		return notFound(id)
	}
	return found
}

export function fieldsOf(request: WireRequest, standard: string): Fields {
	try {
		return parseFields(request.query.get('fields') ?? standard)
	} catch (error) {
		if (error instanceof BadFields) {
			return refuse(400, 'invalidParameter', `Invalid field selection ${error.message}`, { location: 'fields' })
		}
		throw error
	}
}

export function pageSize(request: WireRequest, most: number, standard: number): number {
	const asked = Number(request.query.get('pageSize') ?? standard)
	return Number.isInteger(asked) && asked >= 1 && asked <= most ? asked : invalid('pageSize')
}
