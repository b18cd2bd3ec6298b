/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Word } from './words.ts'

import axios, { isAxiosError } from '@nextcloud/axios'
import { generateUrl } from '@nextcloud/router'
import { say } from './words.ts'

/** A request that failed; the message is a sentence for the person. */
export class DemoError extends Error {
	/**
	 * @param message says what happened and what to do
	 * @param word key of the sentence, "error.nameTaken" for instance
	 * @param field the field that was refused
	 */
	constructor(
		message: string,
		readonly word: string,
		readonly field: string | null,
	) {
		super(message)
		this.name = 'DemoError'
	}
}

interface Options {
	body?: object
	params?: Record<string, string | number>
	signal?: AbortSignal
	onBytes?: (sent: number) => void
}

/** An address of the demo's own API. */
export const url = (path: string) => generateUrl('/demo/api/' + path)

/** A request of a page of the demo; throws DemoError. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { body, params, signal, onBytes }: Options = {}): Promise<T> {
	try {
		const isUpload = body instanceof Blob
		const { data } = await axios.request<T>({
			method,
			url: url(path),
			data: body,
			params,
			signal,
			...(isUpload ? { headers: { 'Content-Type': 'application/octet-stream' } } : {}),
			onUploadProgress: ({ loaded }) => onBytes?.(loaded),
		})
		return data
	} catch (error) {
		throw toDemoError(error)
	}
}

function toDemoError(error: unknown): DemoError {
	const response = isAxiosError<{ message?: string, error?: string, field?: string | null }>(error) ? error.response : undefined
	const word: Word = response === undefined ? 'error.network' : 'error.unknown'
	return new DemoError(response?.data?.message ?? say(word), response?.data?.error ?? word, response?.data?.field ?? null)
}

/** The sentence of a failure. */
export function sentence(error: unknown): string {
	return error instanceof DemoError ? error.message : say('error.unknown')
}
