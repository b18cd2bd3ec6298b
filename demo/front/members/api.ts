/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { call } from '../http.ts'

export interface Account {
	id: string
	name: string
	role: 'admin' | 'delegate' | 'member'
}

export interface Accounts {
	accounts: Account[]
}

/** Every request of the page; all answer with everybody. */
export const api = {
	all: () => call<Accounts>('GET', 'accounts'),
	add: (id: string, name: string, password: string) => call<Accounts>('POST', 'accounts', { body: { id, name, password } }),
	setRole: (account: string, role: 'admin' | 'member') => call<Accounts>('POST', 'accounts/role', { body: { account, role } }),
}
