/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Check } from '../core/check.ts'
import type { WireRequest } from '../core/wire.ts'

import { Malformed } from '../core/check.ts'
import { unreadable } from './errors.ts'

/** JSON for a header: everything from 0x7f on is escaped, by UTF-16 units. */
export function asciiJson(value: unknown): string {
	return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function parsed<T>(route: string, where: string, source: string, check: Check<T>): T {
	try {
		return check(JSON.parse(source), where)
	} catch (error) {
		return unreadable(route, `${where}: ${error instanceof Malformed ? error.message : 'could not decode input as JSON'}`)
	}
}

/** The argument of an ordinary route, from the body. */
export function fromBody<T>(request: WireRequest, route: string, check: Check<T>): T {
	if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '')) {
		unreadable(route, `Bad HTTP "Content-Type" header: "${request.headers['content-type'] ?? ''}". Expecting one of "application/json", "application/json; charset=utf-8".`)
	}
	return parsed(route, 'request body', request.body.toString(), check)
}

/** The argument of a route that sends content, from its header. */
export function fromHeader<T>(request: WireRequest, route: string, check: Check<T>): T {
	const type = request.headers['content-type'] ?? ''
	if (!/^(?:$|text\/plain|application\/octet-stream)/.test(type)) {
		unreadable(route, `Bad HTTP "Content-Type" header: "${type}". Expecting one of "application/octet-stream", "text/plain; charset=dropbox-cors-hack".`)
	}
	const source = String(request.headers['dropbox-api-arg'] ?? '')
	if (source === '') {
		unreadable(route, 'Must provide HTTP header "Dropbox-API-Arg" or URL parameter "arg".')
	}
	if (!/^[\t\x20-\x7e]*$/.test(source)) {
		unreadable(route, 'HTTP header "Dropbox-API-Arg": not ASCII, escape with \\u.')
	}
	return parsed(route, 'HTTP header "Dropbox-API-Arg"', source, check)
}
