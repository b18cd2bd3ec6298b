/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the page of Files says of its list; the folder and its contents as nodes of `@nextcloud/files`, or of the demo. */
interface List {
	view?: { id?: string } | string | null
	folder?: { fileid?: number } | number | null
	contents?: { fileid?: number, id?: number | string }[]
}

/**
 * Tells a list of files that something came into from one that is opened. A Nextcloud 32 tells of a file that is brought
 * in by that alone: `files:node:created` is for what is made on the page.
 */
export class FileListNews {
	private place = ''
	private ids = new Set<number | string>()

	/** @param known the last list that was told of before */
	constructor(known?: unknown) {
		this.isNewIn(known)
	}

	/**
	 * @param list of `files:list:updated`
	 * @return whether the folder that was shown has something more now; a list that was empty may just not have been read
	 */
	isNewIn(list: unknown): boolean {
		const { view, folder, contents = [] } = (list ?? {}) as List
		const place = `${typeof view === 'object' ? view?.id : view} ${typeof folder === 'object' ? folder?.fileid : folder}`
		const ids = new Set(contents.map(({ fileid, id }) => fileid ?? id ?? ''))
		const isNew = place === this.place && this.ids.size > 0 && [...ids].some((id) => !this.ids.has(id))
		this.place = place
		this.ids = ids
		return isNew
	}
}
