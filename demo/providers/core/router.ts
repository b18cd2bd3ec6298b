/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Handler, Route, WireRequest } from './wire.ts'

export interface Found {
	handle: Handler
	parameters: string[]
	/** For the statistics. */
	label: string
}

interface Compiled extends Route {
	pattern: RegExp
}

/** `*` in a pattern is anything, or anything but a slash. */
export function glob(pattern: string, any: string): RegExp {
	return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join(any)}$`)
}

/** Finds who answers, by host, method and path. */
export class Router {
	private readonly hosts = new Map<string, Compiled[]>()

	constructor(routes: Route[]) {
		for (const route of routes) {
			const those = this.hosts.get(route.host) ?? []
			those.push({ ...route, pattern: glob(route.path, '([^/]+)') })
			this.hosts.set(route.host, those)
		}
	}

	knows(host: string): boolean {
		return this.hosts.has(host)
	}

	get hostNames(): string[] {
		return [...this.hosts.keys()]
	}

	find(request: Pick<WireRequest, 'method' | 'host' | 'path' | 'query'>): Found | undefined {
		for (const route of this.hosts.get(request.host) ?? []) {
			const match = route.method === request.method ? route.pattern.exec(request.path) : null
			if (match) {
				const media = request.query.get('alt') === 'media' ? '?alt=media' : ''
				return { handle: route.handle, parameters: match.slice(1).map(decodeURIComponent), label: `${route.host}${route.path}${media}` }
			}
		}
		return undefined
	}
}
