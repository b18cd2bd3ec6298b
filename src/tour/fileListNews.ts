/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the page of Files says of its list; the folder and its contents as nodes of `@nextcloud/files`, or of the demo. */
interface List {
	view?: { id?: string } | string | null
	/** Files writes what lies in a folder into `_children` as soon as that is read; a folder without is only just opened. */
	folder?: { fileid?: number, _children?: unknown[] } | number | null
	contents?: { fileid?: number, id?: number | string }[]
}

/**
 * Tells a list of files that something came into from one that is opened. A Nextcloud 32 tells of a file that is brought
 * in by that alone: `files:node:created` is for what is made on the page.
 */
export class FileListNews {
	private place = ''
	/** Null while the folder that is shown is not read. */
	private ids: Set<number | string> | null = null

	/** @param known the last list that was told of before */
	constructor(known?: unknown) {
		this.isNewIn(known)
	}

	/**
	 * @param list of `files:list:updated`
	 * @return whether the folder that is shown has something more than before
	 */
	isNewIn(list: unknown): boolean {
		const { view, folder, contents = [] } = (list ?? {}) as List
		const isNode = typeof folder === 'object'
		const place = `${typeof view === 'object' ? view?.id : view} ${isNode ? folder?.fileid : folder}`
		const ids = new Set(contents.map(({ fileid, id }) => fileid ?? id ?? ''))
		const known = place === this.place ? this.ids : null
		this.place = place
		this.ids = isNode && folder?._children === undefined ? null : ids
		return known !== null && [...ids].some((id) => !known.has(id))
	}
}
