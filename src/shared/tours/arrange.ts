/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourRoom, TourSummary } from '../types.ts'

import { t } from '../l10n.ts'
import { standingOf } from './standing.ts'

/** Tours under one heading. */
export interface Group extends TourRoom {
	/** Those that are under way or were not begun. */
	left: TourSummary[]
	/** Those that were finished or refused. */
	seen: TourSummary[]
}

/**
 * What is next first: what is under way, the latest of it at the top; then the rooms in their order, those in which
 * nothing is left at the end.
 *
 * @param tours in the order in which they are best taken
 * @param rooms in their order
 */
export function arrange(tours: readonly TourSummary[], rooms: readonly TourRoom[]): Group[] {
	const ids = new Set(rooms.map(({ id }) => id))
	const roomOf = ({ room }: TourSummary) => room !== null && ids.has(room) ? room : ''
	const outside = { id: '', title: rooms.length === 0 ? t('All tours') : t('Other tours'), about: '' }
	const rest = tours.filter((tour) => !isOpen(tour))
	const groups = [...rooms, outside].map((room): Group => {
		const inside = rest.filter((tour) => roomOf(tour) === room.id)
		return { ...room, left: inside.filter(isNew), seen: inside.filter((tour) => !isNew(tour)) }
	})
	return [
		{ id: 'open', title: t('To be continued'), about: t('What you have begun: your place is kept.'), left: tours.filter(isOpen).sort(latestFirst), seen: [] },
		...groups.filter(({ left }) => left.length > 0),
		...groups.filter(({ left }) => left.length === 0),
	].filter(({ left, seen }) => left.length + seen.length > 0)
}

function isOpen(tour: TourSummary): boolean {
	return standingOf(tour).kind === 'open'
}

function isNew(tour: TourSummary): boolean {
	return standingOf(tour).kind === 'new'
}

function latestFirst(one: TourSummary, other: TourSummary): number {
	return (other.progress?.updatedAt ?? 0) - (one.progress?.updatedAt ?? 0)
}
