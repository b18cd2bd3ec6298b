/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account } from './account.ts'
import type { Authority, Client } from './oauth.ts'
import type { Reply, Route, WireRequest } from './wire.ts'

export const SCENARIOS = ['association', 'small', 'mean', 'large', 'many'] as const
export type Scenario = typeof SCENARIOS[number]

export interface Settings {
	seed: number
	scenario: Scenario
	/** Of the known clients; none stands for any on this machine. */
	redirects: string[]
}

/** One company with its account, its tokens and its routes. */
export interface Provider {
	name: string
	account: Account
	authority: Authority
	routes: Route[]
	/** Every scope that it knows. */
	scopes: string[]
	/** Its own way to say that there is nothing at this address. */
	unknown(request: WireRequest): Reply
}

export type MakeProvider = (settings: Settings, client?: Client) => Provider
