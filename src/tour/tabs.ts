/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress } from '../shared/types.ts'

/** Tells the other windows of the same person where a tour stands, so that they follow. */
export class Tabs {
	private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('compagnon-tour')

	/** @param follow is called with what another window has stored */
	constructor(follow: (progress: Progress) => void) {
		this.channel?.addEventListener('message', ({ data }: MessageEvent<Progress>) => follow(data))
	}

	tell(progress: Progress): void {
		this.channel?.postMessage(progress)
	}

	close(): void {
		this.channel?.close()
	}
}
