/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { generateUrl } from '@nextcloud/router'

/** How long a page may take to load; milliseconds. */
const LOADING = 60_000

/** A server that is busy may answer late or not at all: a page counts as one that does not open after so many times. */
const TRIES = 2

/** Opens pages of the space, one after the other. */
export interface Frame {
	/**
	 * @param path below the web root
	 * @return the page, wherever it has led to; null when it did not open
	 */
	open: (path: string, signal: AbortSignal) => Promise<Document | null>
}

/** A frame of this page. It has to be as wide as the window that it stands for. */
export function frameOf(element: HTMLIFrameElement): Frame {
	return {
		open: async (path, signal) => {
			for (let tries = 0; tries < TRIES && !signal.aborted; tries++) {
				const loaded = await load(element, generateUrl(path), signal)
				const page = loaded ? element.contentDocument : null
				if (page !== null && statusOf(page) < 400) {
					return page
				}
			}
			return null
		},
	}
}

/** @return whether the frame has loaded, whatever it has loaded */
async function load(element: HTMLIFrameElement, url: string, signal: AbortSignal): Promise<boolean> {
	const over = AbortSignal.any([signal, AbortSignal.timeout(LOADING)])
	// Without a trace in the history: "back" leads away from this page, not through all that was looked at.
	element.contentWindow?.location.replace(url)
	return new Promise((resolve) => {
		element.addEventListener('load', () => {
			// Browsers also tell of the empty page that was there before.
			if (element.contentDocument?.URL !== 'about:blank') {
				resolve(true)
			}
		}, { signal: over })
		over.addEventListener('abort', () => resolve(false))
	})
}

/** @return HTTP status of the page; 0 where the browser does not tell */
function statusOf(page: Document): number {
	const [entry] = page.defaultView?.performance.getEntriesByType('navigation') ?? []
	return (entry as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0
}
