/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Amount, ArchiveFile, Connection, Run, RunCounts, RunItem, RunSummary, SourceFolder, TransferOverview, TransferReport } from '../shared/types.ts'

const NADIA = { id: 'nadia', name: 'Nadia Benali' }
const NONE: Amount = { items: 0, bytes: 0 }
const MEGABYTE = 1024 ** 2

export const amount = (items: number, megabytes = 0): Amount => ({ items, bytes: megabytes * MEGABYTE })

export function counts(changes: Partial<RunCounts> = {}): RunCounts {
	return {
		found: NONE,
		queued: NONE,
		fetching: NONE,
		writing: NONE,
		verified: NONE,
		identical: NONE,
		skipped: NONE,
		unsupported: NONE,
		vanished: NONE,
		failed: NONE,
		...changes,
	}
}

/** A run as the server tells it: while it moves, unless something else is said. */
export function aRun(changes: Partial<Run> = {}): Run {
	return {
		id: 'run1',
		source: 'google',
		sourceName: 'Google Drive',
		label: 'asso@jardins.example',
		connection: 'conn1',
		person: NADIA,
		startedBy: NADIA,
		mine: true,
		state: 'active',
		phase: 'move',
		target: 'Google Drive',
		options: { folders: [], without: [], documents: 'office', sharedWithMe: true, photos: true, conflicts: 'both', safeNames: true },
		found: amount(1204, 2400),
		coming: amount(1196, 2400),
		moved: amount(508, 1010),
		counts: counts({ queued: amount(680, 1380), fetching: amount(8, 10), verified: amount(508, 1010), unsupported: amount(8) }),
		speed: 6 * MEGABYTE,
		secondsLeft: 700,
		estimate: 1100,
		current: ['Budget prévisionnel 2026.xlsx', 'Affiche fête des semences.pdf'],
		renamed: 3,
		unsupported: [],
		failed: [],
		room: { needed: 1390 * MEGABYTE, free: 30_000 * MEGABYTE, enough: true },
		waiting: null,
		problem: null,
		canRetry: false,
		mayDrive: true,
		createdAt: 1_780_000_000,
		startedAt: 1_780_000_300,
		finishedAt: null,
		...changes,
	}
}

/** A run that is over, with a little of everything. */
export function anEndedRun(changes: Partial<Run> = {}): Run {
	return aRun({
		state: 'partial',
		phase: 'report',
		found: amount(1204, 2400),
		moved: amount(1190, 2392),
		counts: counts({ verified: amount(1184, 2380), identical: amount(6, 12), unsupported: amount(8), vanished: amount(1, 1), failed: amount(5, 7) }),
		current: [],
		speed: null,
		secondsLeft: null,
		unsupported: [{ code: 'form', sentence: 'Google Forms cannot be taken out.', items: 8, bytes: 0 }],
		failed: [{ code: 'not_downloadable', sentence: 'The owner does not allow downloading.', items: 5, bytes: 7 * MEGABYTE }],
		canRetry: true,
		finishedAt: 1_780_002_000,
		...changes,
	})
}

export function aSummary(changes: Partial<RunSummary> = {}): RunSummary {
	const { id, source, sourceName, label, person, startedBy, mine, state, phase, found, coming, moved, createdAt, finishedAt } = aRun()
	return { id, source, sourceName, label, person, startedBy, mine, state, phase, found, coming, moved, createdAt, finishedAt, ...changes }
}

export function aConnection(changes: Partial<Connection> = {}): Connection {
	return { id: 'conn1', source: 'google', label: 'asso@jardins.example', state: 'ready', createdAt: 1_780_000_000, ...changes }
}

export function anOverview(changes: Partial<TransferOverview> = {}): TransferOverview {
	return {
		may: true,
		mayForOthers: false,
		contact: 'Camille Roux',
		sources: [
			{ id: 'archive', name: 'Archive', needsConnection: false, configured: true },
			{ id: 'google', name: 'Google Drive', needsConnection: true, configured: true },
			{ id: 'dropbox', name: 'Dropbox', needsConnection: true, configured: false },
		],
		connections: [],
		runs: [],
		cron: { mode: 'cron', lastRun: 1_780_000_000, late: false },
		...changes,
	}
}

export function anArchive(changes: Partial<ArchiveFile> = {}): ArchiveFile {
	return {
		fileId: 11,
		path: 'Exports/takeout-20260520-001.zip',
		name: 'takeout-20260520-001.zip',
		size: 2000 * MEGABYTE,
		modifiedAt: 1_779_000_000,
		kind: 'takeout',
		set: 'takeout-20260520',
		parts: 2,
		missingParts: [],
		...changes,
	}
}

export function aFolder(id: string, changes: Partial<SourceFolder> = {}): SourceFolder {
	return { id, name: id, kind: 'folder', hasChildren: false, size: 10 * MEGABYTE, items: 4, ...changes }
}

/** What is in view, in place of the browser's IntersectionObserver, which jsdom lacks. */
export function aView() {
	let tell: (entries: IntersectionObserverEntry[]) => void = () => {}
	const turn = (isIntersecting: boolean, rows: Element[]) => tell(rows.map((target) => ({ target, isIntersecting }) as IntersectionObserverEntry))
	class Observer {
		observe = () => {}
		unobserve = () => {}
		disconnect = () => {}

		constructor(onView: typeof tell) {
			tell = onView
		}
	}
	return { Observer, show: (...rows: Element[]) => turn(true, rows), hide: (...rows: Element[]) => turn(false, rows) }
}

export function anItem(changes: Partial<RunItem> = {}): RunItem {
	return {
		key: 'a1',
		kind: 'file',
		name: 'Compte-rendu: AG?.docx',
		path: 'Vie de l’asso / Compte-rendu: AG?.docx',
		target: 'Google Drive/Vie de l’asso/Compte-rendu- AG-.docx',
		url: '/f/71',
		size: 3 * MEGABYTE,
		state: 'verified',
		code: null,
		sentence: '',
		link: null,
		...changes,
	}
}

export function aReport(changes: Partial<TransferReport> = {}): TransferReport {
	return {
		run: anEndedRun(),
		holds: true,
		skipped: [],
		people: [{ who: 'tresorerie@jardins.example', items: 34 }, { who: 'anyone', items: 12 }],
		peopleLeftOff: 3,
		folder: '/f/70',
		file: { id: 72, name: 'Bilan.md', path: 'Google Drive/Bilan.md', url: '/f/72' },
		csv: '/apps/compagnon/runs/run1/report.csv',
		...changes,
	}
}
