/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { ArchiveFile } from '../../shared/types.ts'

/** Archives that belong together: an export is often cut into several files. */
export interface ArchiveSet {
	key: string
	name: string
	kind: ArchiveFile['kind']
	files: ArchiveFile[]
	size: number
	parts: number
	missing: number[]
	modifiedAt: number
}

/** @return in the order in which the archives come */
export function setsOf(archives: ArchiveFile[]): ArchiveSet[] {
	return [...groupsOf(archives)].map(([key, files]) => ({
		key,
		name: files[0]!.set ?? files[0]!.name,
		kind: files[0]!.kind,
		files,
		size: files.reduce((sum, { size }) => sum + size, 0),
		parts: Math.max(...files.map(({ parts }) => parts)),
		missing: files[0]!.missingParts,
		modifiedAt: Math.max(...files.map(({ modifiedAt }) => modifiedAt)),
	}))
}

function keyOf({ set, fileId }: ArchiveFile): string {
	return set === null ? `file ${fileId}` : `set ${set}`
}

function groupsOf(archives: ArchiveFile[]): Map<string, ArchiveFile[]> {
	const groups = new Map<string, ArchiveFile[]>()
	for (const archive of archives) {
		groups.set(keyOf(archive), [...groups.get(keyOf(archive)) ?? [], archive])
	}
	return groups
}
