/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { join } from 'node:path'
import { php } from './php.ts'
import { environment } from './space.ts'

/** @return how many files, shares, events and the like there are in the whole space, by kind */
export async function countThings(): Promise<Record<string, number>> {
	const root = environment('COMPAGNON_HOST') === 'nextcloud' ? environment('COMPAGNON_NEXTCLOUD') : environment('COMPAGNON_DATA')
	return JSON.parse(await php([join(import.meta.dirname, 'count-things.php'), environment('COMPAGNON_HOST'), root]))
}
