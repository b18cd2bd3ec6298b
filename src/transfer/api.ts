/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ArchiveFile, CopyFile, FolderWeight, Person, Places, Run, RunItems, RunOptions, SourceFolder, TransferOverview, TransferReport } from '../shared/types.ts'

import { call } from '../shared/api.ts'

/** What happens to a run as a whole. */
export type RunAction = 'scan' | 'start' | 'pause' | 'resume' | 'cancel' | 'retry' | 'again' | 'decline' | 'slice'

export type ItemsKind = 'renamed' | 'unsupported' | 'failed' | 'skipped' | 'identical' | 'vanished' | 'all'

export interface NewRun {
	source: string
	target: string
	connection?: string | null
	archives?: number[]
	person?: string | null
}

const run = (id: string) => '/runs/' + encodeURIComponent(id)
const query = (values: Record<string, string>) => '?' + new URLSearchParams(values).toString()

/** The requests of moving in; all of them throw ApiError. */
export const transfer = {
	overview: () => call<TransferOverview>('GET', '/transfer'),
	archives: () => call<{ archives: ArchiveFile[] }>('GET', '/transfer/archives').then(({ archives }) => archives),
	find: (link: string) => call<{ file: CopyFile }>('GET', '/transfer/find' + query({ link })).then(({ file }) => file),
	places: (path: string) => call<Places>('GET', '/transfer/places' + query({ path })),
	people: (search: string) => call<{ people: Person[] }>('GET', '/transfer/people' + query({ search })).then(({ people }) => people),

	connect: (source: string) => call<{ url: string }>('POST', '/connections', { source }).then(({ url }) => url),
	disconnect: (id: string) => call<{ revoked: boolean }>('DELETE', '/connections/' + encodeURIComponent(id)).then(({ revoked }) => revoked),

	create: (wanted: NewRun) => call<Run>('POST', '/runs', wanted),
	run: (id: string) => call<Run>('GET', run(id)),
	choose: (id: string, target: string, options: RunOptions) => call<Run>('PUT', run(id), { target, ...options }),
	act: (id: string, action: RunAction) => call<Run>('POST', `${run(id)}/${action}`),
	/** @param by which of one's own accounts or archives */
	accept: (id: string, by: Pick<NewRun, 'connection' | 'archives'>) => call<Run>('POST', run(id) + '/accept', by),
	folders: (id: string, folder: string | null) => call<{ folders: SourceFolder[] }>('GET', `${run(id)}/folders${folder === null ? '' : query({ folder })}`).then(({ folders }) => folders),
	weigh: (id: string, folder: string) => call<FolderWeight>('POST', run(id) + '/weigh', { folder }),
	items: (id: string, kind: ItemsKind, page: number) => call<RunItems>('GET', `${run(id)}/items${query({ kind, page: String(page) })}`),
	report: (id: string) => call<TransferReport>('GET', run(id) + '/report'),
	forget: (id: string) => call<{ erased: number }>('DELETE', run(id)),
}
