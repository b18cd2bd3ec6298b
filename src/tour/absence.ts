/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** How long a target may be away before that counts: pages draw their elements anew; milliseconds. */
const BLINK = 400

/** Whether the target of a step is away: in a drawer that was closed again, for instance. */
export class Absence {
	private isAway: boolean | null = null
	private pending: ReturnType<typeof setTimeout> | null = null

	/**
	 * @param signal ends with the step
	 * @param tell is told when it is found not to be there, goes away, or comes back
	 */
	constructor(
		private readonly signal: AbortSignal,
		private readonly tell: (isAway: boolean) => void,
	) {
		signal.addEventListener('abort', () => this.clear())
	}

	/** It was looked for; before that, it is not away but to come. */
	begin(isThere: boolean): void {
		this.become(!isThere)
	}

	/** It was looked at, because something on the page has changed. */
	look(isThere: boolean): void {
		if (this.isAway === null || this.signal.aborted) {
			return
		}
		if (!isThere && !this.isAway) {
			this.pending ??= setTimeout(() => this.become(true), BLINK)
		} else if (isThere && this.isAway) {
			this.become(false)
		} else if (isThere) {
			this.clear()
		}
	}

	private become(isAway: boolean): void {
		this.clear()
		this.isAway = isAway
		this.tell(isAway)
	}

	private clear(): void {
		clearTimeout(this.pending ?? undefined)
		this.pending = null
	}
}
