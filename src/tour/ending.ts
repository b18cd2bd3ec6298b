/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Ending } from '../shared/types.ts'

import { subscribe, unsubscribe } from '@nextcloud/event-bus'
import { FactWatch } from './factWatch.ts'
import { isAt } from './page.ts'

/** What ends a step beside "Next", and how it was noticed. */
export interface EndingWatch {
	stop: () => void
}

export interface EndingContext {
	/** Elements that the person may click or write in; looked for anew each time. */
	targets: () => HTMLElement[]
	/** Asks the server whether the fact holds. */
	ask: () => Promise<boolean>
	/** @param already whether it was so when the step was opened */
	ended: (already: boolean) => void
}

/** Somebody who writes is not interrupted: the step ends when they pause for so long; milliseconds. */
const WRITING_PAUSE = 1500

/** How often the path is looked at where the browser does not tell of changes; milliseconds. */
const PATH_PAUSE = 300

/** Starts to watch for what ends the step. Nothing for steps that end by "Next". */
export function watchEnding(ends: Ending, context: EndingContext): EndingWatch {
	switch (ends.on) {
		case 'click':
		case 'choose':
			return watchClick(context)
		case 'type':
			return watchWriting(context)
		case 'page':
			return watchPath(ends.path ?? '', context)
		case 'event':
			return watchEvents(ends.events ?? [], context)
		case 'fact':
			return new FactWatch(ends.signals ?? [], context.ask, context.ended)
		default:
			return { stop: () => {} }
	}
}

function isIn(targets: HTMLElement[], { target }: Event): boolean {
	return target instanceof Node && targets.some((element) => element.contains(target))
}

function watchClick({ targets, ended }: EndingContext): EndingWatch {
	const onClick = (event: MouseEvent) => {
		if (isIn(targets(), event)) {
			ended(false)
		}
	}
	// Before the page: it may take the target away when it is clicked.
	document.addEventListener('click', onClick, true)
	return { stop: () => document.removeEventListener('click', onClick, true) }
}

function watchWriting({ targets, ended }: EndingContext): EndingWatch {
	let timer: ReturnType<typeof setTimeout> | undefined
	const onInput = (event: Event) => {
		clearTimeout(timer)
		if (isIn(targets(), event) && hasWords(event.target as HTMLElement)) {
			timer = setTimeout(() => ended(false), WRITING_PAUSE)
		}
	}
	document.addEventListener('input', onInput, true)
	return {
		stop: () => {
			clearTimeout(timer)
			document.removeEventListener('input', onInput, true)
		},
	}
}

function hasWords(field: HTMLElement): boolean {
	return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field.textContent ?? '').trim() !== ''
}

function watchPath(path: string, { ended }: EndingContext): EndingWatch {
	// Somebody who went back to this step may still be there.
	let left = !isAt(path)
	const timer = setInterval(() => {
		if (!isAt(path)) {
			left = true
		} else if (left) {
			clearInterval(timer)
			ended(false)
		}
	}, PATH_PAUSE)
	return { stop: () => clearInterval(timer) }
}

function watchEvents(events: readonly string[], { ended }: EndingContext): EndingWatch {
	type Name = Parameters<typeof subscribe>[0]
	const onEvent = () => ended(false)
	events.forEach((name) => subscribe(name as Name, onEvent))
	return { stop: () => events.forEach((name) => unsubscribe(name as Name, onEvent)) }
}
