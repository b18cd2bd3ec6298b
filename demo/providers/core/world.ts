/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settings } from './space.ts'

import { dropbox } from '../dropbox/provider.ts'
import { google } from '../google/provider.ts'
import { newWorld, start } from './server.ts'

const STANDARD: Settings = { seed: 1, scenario: 'association', redirects: [] }

/** All providers that there are. */
export function allProviders(settings: Partial<Settings> = {}) {
	return newWorld({ ...STANDARD, ...settings }, [google, dropbox])
}

/** The stand-ins on a port, a free one by default: for tests. */
export function startProviders(settings: Partial<Settings> = {}, port = 0) {
	return start(allProviders(settings), port)
}
