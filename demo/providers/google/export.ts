/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Item } from '../core/account.ts'
import type { Reply, WireRequest } from '../core/wire.ts'
import type { Drive } from './access.ts'

import { jpeg } from '../core/jpeg.ts'
import { isPackage, office } from '../core/office.ts'
import { pdf } from '../core/pdf.ts'
import { garden, png } from '../core/pictures.ts'
import { text } from '../core/wire.ts'
import { admitted, item as find } from './access.ts'
import { refuse } from './errors.ts'
import { exportFormats } from './types.ts'

const LIMIT = 10 * 1024 * 1024

let exported = 0

function svg(title: string, stamp: string): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><!-- ${stamp} --><title>${title.replace(/[<&]/g, ' ')}</title><rect width="400" height="300" fill="#cde8c5"/><circle cx="200" cy="150" r="80" fill="#d64045"/></svg>`
}

/** A native in a format: the same text, never the same bytes. */
export function exportAs(item: Item, ending: string): Buffer {
	const stamp = `export ${++exported}`
	const content = { title: item.name, lines: item.text ?? [], stamp, atLeast: item.exportSize }
	if (isPackage(ending)) {
		return office(ending, content)
	}
	const plain = [item.name, ...content.lines]
	switch (ending) {
		case 'pdf': return pdf(content)
		case 'svg': return Buffer.from(svg(item.name, stamp))
		case 'png': return png(garden(`${item.id}/${stamp}`), 400, 300)
		case 'jpeg': return jpeg(garden(`${item.id}/${stamp}`))
		case 'rtf': return Buffer.from(`{\\rtf1\\ansi{\\*\\generator ${stamp}}${plain.map((line) => `${line.replace(/[\\{}]/g, ' ')}\\par\n`).join('')}}`, 'latin1')
		case 'json': return Buffer.from(JSON.stringify({ files: [{ id: stamp, name: 'Code', type: 'server_js', source: content.lines.join('\n') }] }))
		case 'mp4': return Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.from(stamp)])
		case 'csv': return Buffer.from(content.lines.map((line) => line.replaceAll('\t', ',')).join('\r\n') + '\r\n'.repeat(exported % 3))
		default: return Buffer.from(plain.join('\r\n') + '\r\n'.repeat(exported % 3))
	}
}

function answer(item: Item, type: string, ending: string, limit: number): Reply {
	const body = exportAs(item, ending)
	if (body.length > limit) {
		refuse(403, 'exportSizeLimitExceeded', 'This file is too large to be exported.')
	}
	return { headers: { 'Content-Type': type }, body, chunked: true }
}

/** `GET drive/v3/files/{id}/export` */
export function exportFile(drive: Drive): (request: WireRequest, parameters: string[]) => Reply {
	return (request, [id = '']) => {
		admitted(drive, request)
		const item = find(drive, request, id, true)
		if (item.kind !== 'native') {
			refuse(403, 'fileNotExportable', 'Export only supports Docs Editors files.')
		}
		const type = request.query.get('mimeType') ?? refuse(400, 'required', 'Required parameter: mimeType', { location: 'mimeType' })
		const format = exportFormats(item.mime).find((one) => one.type === type)
		if (format === undefined) {
			return refuse(400, 'badRequest', 'The requested conversion is not supported.', { location: 'convertTo' })
		}
		return answer(item, type, format.ending, LIMIT)
	}
}

/** `GET docs.google.com/…/export`: the same without the limit. */
export function exportLink(drive: Drive): (request: WireRequest) => Reply {
	return (request) => {
		if (drive.authority.bearer(request) === null) {
			return text('Unauthorized', 401)
		}
		const item = drive.account.items.get(request.query.get('id') ?? '')
		const format = item?.kind === 'native' ? exportFormats(item.mime).find(({ ending }) => ending === request.query.get('exportFormat')) : undefined
		return item === undefined || format === undefined ? text('Not Found', 404) : answer(item, format.type, format.ending, Infinity)
	}
}
