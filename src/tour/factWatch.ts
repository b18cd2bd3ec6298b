/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { subscribe, unsubscribe } from '@nextcloud/event-bus'
import { FileListNews } from './fileListNews.ts'

type Signal = Parameters<typeof subscribe>[0]

/** How often the server is asked while the page is seen and nothing happens on it; milliseconds. */
const PAUSE = 4000

const LISTED = 'files:list:updated'

/** A file that is restored is told as deleted from the list of the trash; one that was just deleted is on its way there. */
const DELETED = 'files:node:deleted'

/** The server may need a moment to write down what the page has just reported. */
const AFTER_SIGNAL = 300

/**
 * Asks whether something has become true in the space: at first, for it may be so already; at once when the page says
 * that something happened; now and then otherwise; never while nobody looks.
 */
export class FactWatch {
	private timer: ReturnType<typeof setTimeout> | undefined
	private stopped = false
	private asked = false
	private tried = false
	private readonly files: FileListNews

	/**
	 * @param signals events of the page's bus
	 * @param ask resolves with true when it has become true; may reject, then it is asked again later
	 * @param done called once, with whether the first answer said so already
	 * @param missed called when the page said that somebody did something, but it was something else
	 * @param list the list of files that the page has told of before
	 */
	constructor(
		private readonly signals: readonly string[],
		private readonly ask: () => Promise<boolean>,
		private readonly done: (already: boolean) => void,
		private readonly missed: () => void = () => {},
		list?: unknown,
	) {
		this.files = new FileListNews(list)
		for (const signal of signals) {
			subscribe(signal as Signal, this.heard(signal))
		}
		document.addEventListener('visibilitychange', this.onLook)
		this.plan(0)
	}

	stop(): void {
		this.stopped = true
		clearTimeout(this.timer)
		for (const signal of this.signals) {
			unsubscribe(signal as Signal, this.heard(signal))
		}
		document.removeEventListener('visibilitychange', this.onLook)
	}

	private heard(signal: string): (event: unknown) => void {
		if (signal === LISTED) {
			return this.onList
		}
		return signal === DELETED ? this.onChange : this.onTry
	}

	private readonly onTry = () => {
		this.tried = true
		this.onChange()
	}

	private readonly onList = (list: unknown) => {
		if (this.files.isNewIn(list)) {
			this.tried = true
		}
		this.onChange()
	}

	private readonly onChange = () => this.plan(AFTER_SIGNAL)

	private readonly onLook = () => {
		if (document.visibilityState === 'visible') {
			this.plan(0)
		}
	}

	private plan(pause: number): void {
		clearTimeout(this.timer)
		if (!this.stopped) {
			this.timer = setTimeout(() => void this.check(), pause)
		}
	}

	private async check(): Promise<void> {
		this.timer = undefined
		if (document.visibilityState === 'visible') {
			const already = !this.asked
			this.asked = true
			const { tried } = this
			this.tried = false
			const holds = await this.ask().catch(() => null)
			if (this.stopped) {
				return
			}
			if (holds) {
				this.stop()
				this.done(already)
				return
			}
			if (holds === null) {
				// Whoever tried is told when there is an answer.
				this.tried ||= tried
			} else if (tried) {
				this.missed()
			}
		}
		// A signal that came while the answer was under way is sooner.
		if (this.timer === undefined) {
			this.plan(PAUSE)
		}
	}
}
