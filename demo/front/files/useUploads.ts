/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DemoNode } from './types.ts'

import { reactive, ref } from 'vue'
import { DemoError } from '../http.ts'
import { say } from '../words.ts'
import { sendFile } from './upload.ts'

export interface Upload {
	key: number
	file: File
	parent: number
	state: 'waiting' | 'sending' | 'done' | 'cancelled' | 'failed'
	/** 0 to 100 */
	percent: number
	problem: string
	/** whether the name is taken, so that both can be kept under different names */
	nameTaken: boolean
	stop: AbortController
}

/**
 * Sends files one after the other.
 *
 * @param onDone is told of each new file
 */
export function useUploads(onDone: (node: DemoNode) => void) {
	const uploads = ref<Upload[]>([])
	let running = false
	let last = 0

	function add(files: Iterable<File>, parent: number): void {
		for (const file of files) {
			uploads.value.push(reactive({ key: ++last, file, parent, state: 'waiting', percent: 0, problem: '', nameTaken: false, stop: new AbortController() }))
		}
		run()
	}

	async function run(): Promise<void> {
		if (running) {
			return
		}
		running = true
		for (let next; (next = uploads.value.find(({ state }) => state === 'waiting')) !== undefined;) {
			await send(next)
		}
		running = false
	}

	async function send(upload: Upload): Promise<void> {
		upload.state = 'sending'
		try {
			const node = await sendFile(upload.file, upload.parent, {
				signal: upload.stop.signal,
				keepBoth: upload.nameTaken,
				onBytes: (bytes) => {
					upload.percent = upload.file.size === 0 ? 100 : Math.round(bytes / upload.file.size * 100)
				},
			})
			upload.state = 'done'
			onDone(node)
		} catch (error) {
			upload.state = upload.stop.signal.aborted ? 'cancelled' : 'failed'
			upload.nameTaken = error instanceof DemoError && error.word === 'error.nameTaken'
			upload.problem = error instanceof DemoError && error.word !== 'error.network'
				? error.message
				: await isReadable(upload.file) ? say('error.network') : say('upload.folder', { name: upload.file.name })
		}
	}

	/** A folder that was dropped looks like a file until somebody reads it. */
	function isReadable(file: File): Promise<boolean> {
		return file.slice(0, 1).arrayBuffer().then(() => true, () => false)
	}

	function cancel(upload: Upload): void {
		upload.stop.abort()
		if (upload.state === 'waiting') {
			upload.state = 'cancelled'
		}
	}

	function keepBoth(upload: Upload): void {
		upload.state = 'waiting'
		run()
	}

	function hide(): void {
		uploads.value = uploads.value.filter(({ state }) => state === 'waiting' || state === 'sending')
	}

	return { uploads, add, cancel, keepBoth, hide }
}
