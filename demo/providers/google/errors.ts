/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reply } from '../core/wire.ts'

import { json, Refusal } from '../core/wire.ts'

interface Place {
	domain?: string
	location?: string
	locationType?: string
	status?: string
}

/** An error as Google's JSON APIs write it. */
export function googleError(code: number, reason: string, message: string, { domain = 'global', location, locationType, status }: Place = {}): Reply {
	const at = location === undefined ? {} : { location, locationType: locationType ?? 'parameter' }
	return json({ error: { code, message, errors: [{ message, domain, reason, ...at }], ...status === undefined ? {} : { status } } }, code)
}

export function refuse(code: number, reason: string, message: string, place?: Place): never {
	throw new Refusal(googleError(code, reason, message, place))
}

export function notFound(id: string): never {
	refuse(404, 'notFound', `File not found: ${id}.`, { location: 'fileId' })
}

export function invalid(location: string): never {
	refuse(400, 'invalid', 'Invalid Value', { location })
}
