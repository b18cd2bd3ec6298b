/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress, Step, Tour } from '../shared/types.ts'
import type { Place, Presenter } from './presenter.ts'

import { vi } from 'vitest'

/** Left, top, width and height, in pixels of the window, which is 1024 by 768. */
export type Box = [number, number, number, number]

/** jsdom lays nothing out: says where an element is. */
export function layOut(element: Element, box: Box): void {
	element.getBoundingClientRect = () => new DOMRect(...box)
}

/** Puts HTML on the page; everything in it that has `data-box="left top width height"` is laid out so. */
export function put(html: string): HTMLElement {
	const part = document.createElement('div')
	part.innerHTML = html
	for (const element of part.querySelectorAll<HTMLElement>('[data-box]')) {
		layOut(element, element.dataset.box!.split(' ').map(Number) as Box)
	}
	document.body.append(part)
	return part
}

export function find(selector: string): HTMLElement {
	const element = document.querySelector<HTMLElement>(selector)
	if (element === null) {
		throw new Error(`no ${selector} on the page`)
	}
	return element
}

export function goToPage(path: string): void {
	window.history.replaceState({}, '', path)
}

export function press(key: string, target: EventTarget = document.activeElement ?? document.body): KeyboardEvent {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
	target.dispatchEvent(event)
	return event
}

/** What the demo's page tells with `files:list:updated`. */
export function fileList(folder: number, ...ids: number[]) {
	return { view: 'files', folder, contents: ids.map((id) => ({ id })) }
}

export function step(id: string, changes: Partial<Step> = {}): Step {
	return {
		id,
		page: { app: 'files', path: '/apps/files', exact: false },
		anchor: null,
		title: `Title of ${id}`,
		text: `Text of ${id}`,
		where: null,
		ends: { on: 'next' },
		device: null,
		allowed: true,
		...changes,
	}
}

export function tour(steps: Step[], changes: Partial<Tour> = {}): Tour {
	return {
		id: 'files-first-steps',
		version: 1,
		app: 'files',
		title: 'First steps in Files',
		summary: 'Make a folder and share it.',
		minutes: 5,
		steps,
		anchors: { new: { selectors: ['#new'], open: null, instead: null, behind: null } },
		contact: 'Camille Roux',
		progress: null,
		...changes,
	}
}

export function at(stepId: string, revision: number, state: Progress['state'] = 'running'): Progress {
	return { tour: 'files-first-steps', state, step: stepId, revision, quietUntil: null, updatedAt: 1_700_000_000 }
}

/** Channels of the windows of one browser, which reach all others at once. */
export function fakeChannels() {
	const open = new Set<FakeChannel>()
	class FakeChannel extends EventTarget {
		constructor(readonly name: string) {
			super()
			open.add(this)
		}

		postMessage(data: unknown): void {
			if (!open.has(this)) {
				throw new DOMException('The channel is closed', 'InvalidStateError')
			}
			for (const other of open) {
				if (other !== this && other.name === this.name) {
					other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))
				}
			}
		}

		close(): void {
			open.delete(this)
		}
	}
	vi.stubGlobal('BroadcastChannel', FakeChannel)
	return { open }
}

/** Notes what it is asked to draw; resolves at once, or when told to. */
export class FakePresenter implements Presenter {
	shown: { tip: HTMLElement | null, place: Place } | null = null
	readonly shows: Place[] = []
	refreshes = 0
	/** What a show waits for. */
	gate: Promise<void> = Promise.resolve()
	private turn = 0

	async show(tip: HTMLElement | null, place: Place): Promise<void> {
		this.hide()
		const turn = this.turn
		this.shows.push(place)
		await this.gate
		if (turn === this.turn) {
			this.shown = { tip, place }
			if (tip !== null) {
				document.body.append(tip)
			}
		}
	}

	refresh(): void {
		this.refreshes++
	}

	hide(): void {
		this.turn++
		this.shown?.tip?.remove()
		this.shown = null
	}
}

/** A promise that is kept, or broken, when it is told to. */
export function held<T>() {
	let resolve!: (value: T) => void
	let reject!: (error: unknown) => void
	const promise = new Promise<T>((...settle) => {
		[resolve, reject] = settle
	})
	return { promise, resolve, reject }
}
