/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Change } from '../core/account.ts'
import type { Reply, Route, WireRequest } from '../core/wire.ts'
import type { Drive } from './access.ts'

import { json } from '../core/wire.ts'
import { admitted, fieldsOf, item as find, pageSize } from './access.ts'
import { invalid, notFound, refuse } from './errors.ts'
import { exportFile, exportLink } from './export.ts'
import { below, only } from './fields.ts'
import { listFiles } from './list.ts'
import { meant, permissions, resource } from './resource.ts'
import { allExportFormats } from './types.ts'

async function getFile(drive: Drive, request: WireRequest, id: string): Promise<Reply> {
	const item = find(drive, request, id)
	if (request.fault.vanish && meant(request.fault, item)) {
		drive.account.remove(item)
		return notFound(id)
	}
	if (request.query.get('alt') !== 'media') {
		return json(await resource(drive.account, item, fieldsOf(request, 'kind,id,name,mimeType'), request.fault))
	}
	if (item.kind !== 'file' || item.content === null) {
		refuse(403, 'fileNotDownloadable', 'Only files with binary content can be downloaded. Use Export with Docs Editors files.', { location: 'alt' })
	}
	if (!item.canDownload) {
		refuse(403, 'cannotDownloadFile', 'This file cannot be downloaded by the user.')
	}
	if (request.fault.changeMeanwhile && meant(request.fault, item)) {
		drive.account.rewrite(item)
	}
	return { headers: { 'Content-Type': item.mime }, content: item.content }
}

function about(drive: Drive, request: WireRequest): Reply {
	if (!request.query.has('fields')) {
		refuse(400, 'required', 'The \'fields\' parameter is required for this method.', { location: 'fields' })
	}
	const items = [...drive.account.items.values()].filter((item) => item.owned)
	const sum = (trashed: boolean) => items.filter((item) => drive.account.isTrashed(item) === trashed).reduce((size, { content }) => size + (content?.size ?? 0), 0)
	const [kept, binned] = [sum(false), sum(true)]
	const { name, email } = drive.account.user
	return json(only({
		kind: 'drive#about',
		user: { kind: 'drive#user', displayName: name, emailAddress: email, me: true, permissionId: '04000000000000000001' },
		storageQuota: { limit: '16106127360', usage: String(kept + binned), usageInDrive: String(kept + binned), usageInDriveTrash: String(binned) },
		exportFormats: allExportFormats(),
		maxUploadSize: '5242880000000',
		canCreateDrives: false,
	}, fieldsOf(request, '*')))
}

function drives(drive: Drive, request: WireRequest): Reply {
	const all = drive.account.drives.map(({ id, name }) => ({ kind: 'drive#drive', id, name }))
	return json(only({ kind: 'drive#driveList', drives: all }, fieldsOf(request, 'kind,nextPageToken,drives(kind,id,name)')))
}

async function changes(drive: Drive, request: WireRequest): Promise<Reply> {
	const { account } = drive
	const from = Number(request.query.get('pageToken') ?? NaN) - 1
	if (!(from >= 0 && from <= account.changes.length) || request.fault.refusePageToken) {
		invalid('pageToken')
	}
	const fields = fieldsOf(request, 'kind,nextPageToken,newStartPageToken,changes(kind,changeType,time,removed,fileId,file(kind,id,name,mimeType))')
	const to = Math.min(account.changes.length, from + pageSize(request, 1000, 100))
	const wanted = below(below(fields, 'changes') ?? '*', 'file')
	const told = []
	for (const { id, removed } of latest(account.changes.slice(from, to))) {
		const item = account.items.get(id)
		const gone = removed && item === undefined
		const file = gone || item === undefined || wanted === null ? {} : { file: await resource(account, item, wanted, request.fault) }
		told.push({ kind: 'drive#change', changeType: 'file', time: new Date().toISOString(), removed: gone, fileId: id, ...file })
	}
	const next = to < account.changes.length ? { nextPageToken: String(to + 1) } : { newStartPageToken: String(to + 1) }
	return json(only({ kind: 'drive#changeList', ...next, changes: told }, fields))
}

/** The last change of each item. */
function latest(list: Change[]): Change[] {
	return [...new Map(list.map((change) => [change.id, change])).values()]
}

function people(drive: Drive, request: WireRequest, id: string): Reply {
	const item = find(drive, request, id)
	if (!item.owned && item.drive === undefined) {
		refuse(403, 'insufficientFilePermissions', 'The user does not have sufficient permissions for this file.')
	}
	return json(only({ kind: 'drive#permissionList', permissions: permissions(drive.account, item) }, fieldsOf(request, 'kind,nextPageToken,permissions(id,type,kind,role)')))
}

/** Everything of Drive v3 that somebody needs who takes a copy. */
export function driveRoutes(drive: Drive): Route[] {
	const host = 'www.googleapis.com'
	const allowed = (handle: (request: WireRequest, id: string) => Reply | Promise<Reply>): Route['handle'] => (request, [id = '']) => {
		admitted(drive, request)
		return handle(request, id)
	}
	const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', host, path: `/drive/v3/${path}`, handle })
	const start = () => json({ kind: 'drive#startPageToken', startPageToken: String(drive.account.changes.length + 1) })
	return [
		get('files', listFiles(drive)),
		get('files/*/export', exportFile(drive)),
		get('files/*/permissions', allowed((request, id) => people(drive, request, id))),
		get('files/*', allowed((request, id) => getFile(drive, request, id))),
		get('about', allowed((request) => about(drive, request))),
		get('drives', allowed((request) => drives(drive, request))),
		get('changes/startPageToken', allowed(start)),
		get('changes', allowed((request) => changes(drive, request))),
		{ method: 'GET', host: 'docs.google.com', path: '/*/export/Export', handle: exportLink(drive) },
	]
}
