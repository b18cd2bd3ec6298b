/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Deed } from './deed.ts'

import * as files from './files.ts'

/** What people do for a quest, by the fact that proves it. */
export const deeds: Record<string, Deed> = {
	'files.folder-created': files.folderCreated,
	'files.file-uploaded': files.fileUploaded,
	'files.share-created': files.memberShareCreated,
	'files.member-share-created': files.memberShareCreated,
	'files.favorite-added': files.favoriteAdded,
}
