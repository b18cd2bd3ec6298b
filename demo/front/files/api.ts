/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Word } from '../words.ts'
import type { Crumb, DemoNode, Member, Share } from './types.ts'

import axios, { isAxiosError } from '@nextcloud/axios'
import { generateUrl } from '@nextcloud/router'
import { say } from '../words.ts'

/** A request that failed; the message is a sentence for the person. */
export class FilesError extends Error {
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
		this.name = 'FilesError'
	}
}

export interface Folder {
	path: Crumb[]
	own: boolean
	editable: boolean
	nodes: DemoNode[]
}

interface Options {
	body?: object
	params?: Record<string, string | number>
	signal?: AbortSignal
	onBytes?: (sent: number) => void
}

const url = (path: string) => generateUrl('/demo/api/' + path)

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, { body, params, signal, onBytes }: Options = {}): Promise<T> {
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
		throw toFilesError(error)
	}
}

function toFilesError(error: unknown): FilesError {
	const response = isAxiosError<{ message?: string, error?: string, field?: string | null }>(error) ? error.response : undefined
	const word: Word = response === undefined ? 'error.network' : 'error.unknown'
	return new FilesError(response?.data?.message ?? say(word), response?.data?.error ?? word, response?.data?.field ?? null)
}

export interface Slice {
	parent: number
	name: string
	upload: string
	offset: number
	total: number
	bytes: Blob
	keepBoth: boolean
	signal: AbortSignal
	onBytes: (sent: number) => void
}

/** Every request of the page, one function each; all of them throw FilesError. */
export const api = {
	folder: (folder: number) => call<Folder>('GET', 'nodes', { params: { folder } }),
	shared: () => call<{ nodes: DemoNode[] }>('GET', 'shared'),
	trash: () => call<{ nodes: DemoNode[] }>('GET', 'trash'),
	members: () => call<{ members: Member[] }>('GET', 'members').then(({ members }) => members),
	createFolder: (parent: number, name: string) => call<{ node: DemoNode }>('POST', 'nodes', { body: { parent, name } }).then(({ node }) => node),
	rename: (id: number, name: string) => call<{ node: DemoNode }>('POST', `nodes/${id}/name`, { body: { name } }).then(({ node }) => node),
	move: (id: number, parent: number) => call<{ node: DemoNode }>('POST', `nodes/${id}/parent`, { body: { parent } }).then(({ node }) => node),
	remove: (id: number) => call('DELETE', `nodes/${id}`),
	restore: (id: number) => call<{ node: DemoNode }>('POST', `trash/${id}`).then(({ node }) => node),
	erase: (id: number) => call('DELETE', `trash/${id}`),
	shares: (id: number) => call<{ shares: Share[] }>('GET', `nodes/${id}/shares`).then(({ shares }) => shares),
	shareWith: (id: number, member: string, editable: boolean) => call<{ node: DemoNode, shares: Share[] }>('POST', `nodes/${id}/shares`, { body: { member, editable } }),
	shareByLink: (id: number, password: string) => call<{ node: DemoNode, shares: Share[] }>('POST', `nodes/${id}/shares`, { body: { link: true, password } }),
	revoke: (share: number) => call<{ node: DemoNode, shares: Share[] }>('DELETE', `shares/${share}`),
	/** The answer to the last slice has the new file. */
	send: ({ bytes, signal, onBytes, keepBoth, ...slice }: Slice) => call<{ node?: DemoNode }>('PUT', 'upload', {
		body: bytes,
		params: { ...slice, ...(keepBoth ? { keepBoth: '1' } : {}) },
		signal,
		onBytes,
	}),
	cancel: (upload: string) => call('DELETE', 'upload', { params: { upload } }),
	content: (id: number, save = false) => url(`nodes/${id}/content`) + (save ? '?download=1' : ''),
}
