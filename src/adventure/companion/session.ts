/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What holds as long as this window is open. */

const FOLDED = 'compagnon.companion.folded'
const BEGUN = 'compagnon.companion.begun'
const TOLD = 'compagnon.companion.told'

/** Where it would take half of the screen. */
const PHONE = 512

/** Whether it is to be small or large because the person said so; null when they said nothing. */
export function wish(): boolean | null {
	const folded = read(FOLDED)
	return folded === null ? null : folded === 'true'
}

export function isPhone(): boolean {
	return window.innerWidth <= PHONE
}

/** Whether it begins small: on a phone, and where the person is at work on the quest already. */
export function isFolded(quest: string): boolean {
	return wish() ?? (isPhone() || read(BEGUN) === quest)
}

/** Notes that the person is at work on a quest. */
export function rememberBegun(quest: string): void {
	write(BEGUN, quest)
}

export function rememberFold(folded: boolean): void {
	write(FOLDED, String(folded))
}

/** Whether the person was told of a quest; it is noted that they are. */
export function wasTold(quest: string): boolean {
	const told = read(TOLD) === quest
	write(TOLD, quest)
	return told
}

function read(key: string): string | null {
	try {
		return sessionStorage.getItem(key)
	} catch {
		return null
	}
}

function write(key: string, value: string): void {
	try {
		sessionStorage.setItem(key, value)
	} catch {
		// Storage is switched off or full: nothing is remembered.
	}
}
