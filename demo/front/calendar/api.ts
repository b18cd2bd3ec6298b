/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Member } from '../files/types.ts'

import { call } from '../http.ts'

export interface Calendar {
	id: number
	name: string
	/** whose it is; null when it is one's own */
	owner: string | null
	editable: boolean
	people: (Member & { share: number, editable: boolean })[]
}

export interface CalendarEvent {
	id: number
	calendar: number
	title: string
	/** YYYY-MM-DD */
	day: string
	/** HH:MM by the clock on the wall; empty for the whole day */
	time: string
	place: string
	repeats: Repeats | null
}

export type Repeats = 'weekly' | 'monthly' | 'yearly'

export interface Month {
	/** YYYY-MM */
	month: string
	calendars: Calendar[]
	events: CalendarEvent[]
}

export interface NewEvent {
	calendar: number
	title: string
	day: string
	time: string
	place: string
	repeats: Repeats | ''
}

/** Every request of the page; all answer with the calendars and the month that is asked for. */
export const api = {
	month: (month: string) => call<Month>('GET', 'calendars', { params: { month } }),
	create: (month: string, name: string) => call<Month>('POST', 'calendars', { body: { month, name } }),
	remove: (month: string, id: number) => call<Month>('DELETE', `calendars/${id}`, { params: { month } }),
	share: (month: string, id: number, member: string, editable: boolean) => call<Month>('POST', `calendars/${id}/shares`, { body: { month, member, editable } }),
	unshare: (month: string, share: number) => call<Month>('DELETE', `calendar-shares/${share}`, { params: { month } }),
	addEvent: (month: string, event: NewEvent) => call<Month>('POST', 'events', { body: { month, ...event } }),
	removeEvent: (month: string, id: number) => call<Month>('DELETE', `events/${id}`, { params: { month } }),
	members: () => call<{ members: Member[] }>('GET', 'members').then(({ members }) => members),
}
