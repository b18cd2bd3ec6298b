/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'

export interface Member {
	id: string
	password: string
}

export interface MemberOptions {
	language?: 'fr' | 'en'
	theme?: 'light' | 'dark'
	/** Whether this is the very first visit, with all windows that a host opens then. */
	firstVisit?: boolean
	admin?: boolean
}

/** What a person does on the Files page, in the words of the tour; one implementation for each host. */
export interface FilesPage {
	/** Opens the page and waits for its list. */
	open: () => Promise<void>
	/** Clicks "New", and waits for its menu. */
	openNewMenu: () => Promise<void>
	newFolder: (name: string) => Promise<void>
	upload: (name: string, content: string) => Promise<void>
	/** Shares a file or folder with another member. */
	share: (item: string, member: Member) => Promise<void>
}

/** The host under test. */
export interface Space {
	readonly host: 'demo' | 'nextcloud'
	newMember: (options?: MemberOptions) => Promise<Member>
	/** Logs in and lands on some page of the space. */
	login: (page: Page, member: Member) => Promise<void>
	files: (page: Page) => FilesPage
	/** Paths of the pages, below the web root. */
	readonly paths: { home: string, personal: string, admin: string, files: string, transfer: string }
}

let count = 0

/** @return an id that no other test has */
export function newId(): string {
	return `membre${process.pid}x${Date.now().toString(36)}${count++}`
}

export function environment(name: string): string {
	const value = process.env[name]
	if (value === undefined || value === '') {
		throw new Error(`${name} is not set: run the browser tests with "make test" or "make test-nextcloud".`)
	}
	return value
}

/**
 * Whether a test asks for everything: always on the demo, on a Nextcloud with `make soak`. What takes minutes there is
 * otherwise tested on a part of it.
 */
export const isWhole = process.env.SOAK === '1' || process.env.COMPAGNON_HOST !== 'nextcloud'

/** Whether nothing is left out at all, however long it takes: with `make soak`. */
export const isSoak = process.env.SOAK === '1'
