/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A file or folder, as /demo/api tells it; times in UTC seconds, sizes in bytes. */
export interface DemoNode {
	id: number
	name: string
	folder: boolean
	parent: number
	size: number
	changedAt: number
	trashedAt: number | null
	/** who it belongs to; null when it is one's own */
	owner: string | null
	editable: boolean
	people: number
	links: number
	favorite: boolean
}

export interface Share {
	id: number
	member: Member | null
	/** path of the link; null when it is shared with a member */
	path: string | null
	editable: boolean
	protected: boolean
	/** last day on which the link opens, as YYYY-MM-DD */
	ends: string | null
}

export interface Member {
	id: string
	name: string
}

export interface Crumb {
	id: number
	name: string
}

/** A plain text, with what makes sure that nobody writes over somebody else. */
export interface Text {
	id: number
	name: string
	/** id of its folder; 0 for the top */
	folder: number
	own: boolean
	editable: boolean
	text: string
	base: number
	/** names of those who wrote in it */
	writers: string[]
}

export interface VersionList {
	size: number
	changedAt: number
	versions: { number: number, size: number, changedAt: number }[]
}

export type View = 'files' | 'shared' | 'favorites' | 'trash'

/** Where in the page somebody is. */
export interface Place {
	view: View
	/** id of the folder; 0 for the top */
	folder: number
}
