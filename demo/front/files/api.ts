/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Crumb, DemoNode, Member, Share, Text, VersionList } from './types.ts'

import { call, url } from '../http.ts'

export interface Folder {
	path: Crumb[]
	own: boolean
	editable: boolean
	nodes: DemoNode[]
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

/** Every request of the page, one function each; all of them throw DemoError. */
export const api = {
	folder: (folder: number) => call<Folder>('GET', 'nodes', { params: { folder } }),
	shared: () => call<{ nodes: DemoNode[] }>('GET', 'shared'),
	favorites: () => call<{ nodes: DemoNode[] }>('GET', 'favorites'),
	trash: () => call<{ nodes: DemoNode[] }>('GET', 'trash'),
	members: () => call<{ members: Member[] }>('GET', 'members').then(({ members }) => members),
	createFolder: (parent: number, name: string) => call<{ node: DemoNode }>('POST', 'nodes', { body: { parent, name } }).then(({ node }) => node),
	rename: (id: number, name: string) => call<{ node: DemoNode }>('POST', `nodes/${id}/name`, { body: { name } }).then(({ node }) => node),
	move: (id: number, parent: number) => call<{ node: DemoNode }>('POST', `nodes/${id}/parent`, { body: { parent } }).then(({ node }) => node),
	star: (id: number, starred: boolean) => call<{ node: DemoNode }>('POST', `nodes/${id}/favorite`, { body: { starred } }).then(({ node }) => node),
	createText: (parent: number, name: string) => call<Text>('POST', 'texts', { body: { parent, name } }),
	text: (id: number) => call<Text>('GET', `nodes/${id}/text`),
	write: (id: number, text: string, base: number) => call<Text>('POST', `nodes/${id}/text`, { body: { text, base } }),
	versions: (id: number) => call<VersionList>('GET', `nodes/${id}/versions`),
	restoreVersion: (id: number, number: number) => call<VersionList>('POST', `nodes/${id}/versions`, { body: { number } }),
	remove: (id: number) => call('DELETE', `nodes/${id}`),
	restore: (id: number) => call<{ node: DemoNode }>('POST', `trash/${id}`).then(({ node }) => node),
	erase: (id: number) => call('DELETE', `trash/${id}`),
	shares: (id: number) => call<{ shares: Share[] }>('GET', `nodes/${id}/shares`).then(({ shares }) => shares),
	shareWith: (id: number, member: string, editable: boolean) => call<{ node: DemoNode, shares: Share[] }>('POST', `nodes/${id}/shares`, { body: { member, editable } }),
	shareByLink: (id: number, password: string, ends: string) => call<{ node: DemoNode, shares: Share[] }>('POST', `nodes/${id}/shares`, { body: { link: true, password, ends } }),
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
