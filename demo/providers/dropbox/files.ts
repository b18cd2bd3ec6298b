/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Item } from '../core/account.ts'
import type { Reply, WireRequest } from '../core/wire.ts'
import type { Box } from './access.ts'

import { anything, bool, object, string } from '../core/check.ts'
import { bytes } from '../core/content.ts'
import { hashOf } from '../core/hashes.ts'
import { htmlOf, isPackage, office } from '../core/office.ts'
import { json } from '../core/wire.ts'
import { admitted, lookUp } from './access.ts'
import { asciiJson, fromBody, fromHeader } from './arguments.ts'
import { refuse } from './errors.ts'
import { meant, metadata, revision } from './metadata.ts'

const downloadArgument = object({ path: string, rev: string })
const exportArgument = object({ path: string, export_format: string })
const metadataArgument = object({ path: string, include_deleted: bool, include_has_explicit_shared_members: bool, include_media_info: bool, include_property_groups: anything })

let exported = 0

async function result(box: Box, item: Item, request: WireRequest): Promise<object> {
	return { ...await metadata(box.account, item, request.fault), '.tag': undefined }
}

function vanished(box: Box, item: Item, request: WireRequest): void {
	if (request.fault.vanish && meant(request.fault, item)) {
		box.account.remove(item)
		refuse('path', 'not_found')
	}
}

/** `content.dropboxapi.com/2/files/download` */
export async function download(box: Box, request: WireRequest): Promise<Reply> {
	admitted(box, request, 'files.content.read')
	const { path = '' } = fromHeader(request, 'files/download', downloadArgument)
	const item = lookUp(box.account, path)
	vanished(box, item, request)
	if (item.kind === 'folder') {
		refuse('path', 'not_file')
	}
	if (item.restricted) {
		refuse('path', 'restricted_content')
	}
	if (item.exportAs !== undefined || item.content === null) {
		return refuse('unsupported_file')
	}
	if (request.fault.changeMeanwhile && meant(request.fault, item)) {
		box.account.rewrite(item)
	}
	return {
		headers: { 'Content-Type': 'application/octet-stream', ETag: `W/"${revision(item)}"`, 'Dropbox-API-Result': asciiJson(await result(box, item, request)) },
		content: item.content,
	}
}

const ENDINGS: Record<string, string> = { markdown: 'md' }

function body(item: Item, format: string): Buffer {
	const title = item.name.replace(/\.[^.]*$/, '')
	const text = { title, lines: ['Nous cultivons ensemble.', 'L’eau est partagée.'], stamp: `export ${++exported}` }
	if (isPackage(format)) {
		return office(format, text)
	}
	return Buffer.from(format === 'html' ? `${htmlOf(title, text.lines)}<!-- ${text.stamp} -->` : `# ${title}\n\n${text.lines.join('\n\n')}\n\n[//]: # (${text.stamp})\n`)
}

/** `content.dropboxapi.com/2/files/export` */
export async function exportFile(box: Box, request: WireRequest): Promise<Reply> {
	admitted(box, request, 'files.content.read')
	const { path = '', export_format: wanted } = fromHeader(request, 'files/export', exportArgument)
	const item = lookUp(box.account, path)
	const format = wanted ?? item.exportAs?.[0]
	if (item.exportAs === undefined || format === undefined) {
		return refuse('non_exportable')
	}
	if (!item.exportAs.includes(format)) {
		return refuse('invalid_export_format')
	}
	const content = bytes(body(item, format))
	const name = `${item.name.replace(/\.[^.]*$/, '')}.${ENDINGS[format] ?? format}`
	const about = { export_metadata: { name, size: content.size, export_hash: await hashOf(content, 'content_hash') }, file_metadata: await result(box, item, request) }
	return { headers: { 'Content-Type': 'application/octet-stream', 'Dropbox-API-Result': asciiJson(about) }, body: content.read(0, content.size) }
}

/** `api.dropboxapi.com/2/files/get_metadata` */
export async function getMetadata(box: Box, request: WireRequest): Promise<Reply> {
	admitted(box, request, 'files.metadata.read')
	const { path = '' } = fromBody(request, 'files/get_metadata', metadataArgument)
	const item = lookUp(box.account, path)
	vanished(box, item, request)
	if (item === box.account.root) {
		refuse('path', 'malformed_path')
	}
	return json(await metadata(box.account, item, request.fault))
}
