/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { call } from '../http.ts'

export interface Contact {
	id: number
	name: string
	email: string
	phone: string
}

export interface Group {
	id: number
	name: string
	/** ids of those who are in it */
	contacts: number[]
}

export interface AddressBook {
	contacts: Contact[]
	groups: Group[]
}

/** Every request of the page; all answer with the whole address book. Without an id, something new is made. */
export const api = {
	all: () => call<AddressBook>('GET', 'contacts'),
	save: (id: number | null, contact: Omit<Contact, 'id'>) => call<AddressBook>('POST', id === null ? 'contacts' : `contacts/${id}`, { body: contact }),
	remove: (id: number) => call<AddressBook>('DELETE', `contacts/${id}`),
	saveGroup: (id: number | null, name: string, contacts: number[]) => call<AddressBook>('POST', id === null ? 'contact-groups' : `contact-groups/${id}`, { body: { name, contacts } }),
	removeGroup: (id: number) => call<AddressBook>('DELETE', `contact-groups/${id}`),
}
