/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress } from '../shared/types.ts'

/** Tells the other windows of the same person where a tour stands, or something else, so that they follow. */
export class Tabs<Told = Progress> {
	private readonly channel: BroadcastChannel | null

	/**
	 * @param follow is called with what another window has stored
	 * @param name of what is told
	 */
	constructor(follow: (told: Told) => void, name = 'compagnon-tour') {
		this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
		this.channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => follow(data))
	}

	tell(told: Told): void {
		this.channel?.postMessage(told)
	}

	close(): void {
		this.channel?.close()
	}
}
