/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { DemoNode } from './types.ts'

import { api } from './api.ts'

/** Small enough for the memory of PHP's own server, which keeps each request there. */
const SLICE = 8 * 1024 * 1024

/**
 * Sends a file in slices, so that neither the browser nor the server ever holds all of it.
 *
 * @param file what to send
 * @param parent id of the folder to put it in
 * @param options signal to stop, what to do about progress (bytes sent so far), and whether a taken name is numbered
 * @param options.signal stops it
 * @param options.keepBoth whether a name that is taken gets a number
 * @param options.onBytes is told how much was sent
 * @throws DemoError when the server refuses it
 */
export async function sendFile(
	file: File,
	parent: number,
	{ signal, keepBoth = false, onBytes = () => {} }: { signal: AbortSignal, keepBoth?: boolean, onBytes?: (bytes: number) => void },
): Promise<DemoNode> {
	const upload = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
	let offset = 0
	try {
		for (;;) {
			const bytes = file.slice(offset, offset + SLICE)
			const from = offset
			const { node } = await api.send({
				parent,
				name: file.name,
				upload,
				offset,
				total: file.size,
				bytes,
				keepBoth,
				signal,
				onBytes: (sent) => onBytes(from + Math.min(sent, bytes.size)),
			})
			offset += bytes.size
			onBytes(offset)
			if (node !== undefined) {
				return node
			}
		}
	} catch (error) {
		// What was sent already would only lie around for a day; not being able to say so changes nothing.
		api.cancel(upload).catch(() => {})
		throw error
	}
}
