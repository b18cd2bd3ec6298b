/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Reply } from '../core/wire.ts'

import { json, Refusal, text } from '../core/wire.ts'

/** Tags from the outside in: `path`, `not_found` → `{".tag":"path","path":{".tag":"not_found"}}`. */
function union([tag = '', ...inner]: string[]): object {
	return inner.length === 0 ? { '.tag': tag } : { '.tag': tag, [tag]: union(inner) }
}

/** An error as Dropbox writes it; 409 is what a route says about its own argument. */
export function dropboxError(tags: string[], status = 409, more: object = {}): Reply {
	return json({ error_summary: `${tags.join('/')}/${'.'.repeat(1 + Math.floor(Math.random() * 5))}`, error: { ...union(tags), ...more } }, status)
}

export function refuse(...tags: string[]): never {
	throw new Refusal(dropboxError(tags))
}

/** What cannot even be read is answered in plain text. */
export function unreadable(route: string, why: string): never {
	throw new Refusal(text(`Error in call to API function "${route}": ${why}`, 400))
}
