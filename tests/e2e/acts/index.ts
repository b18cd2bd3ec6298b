/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { filesFirstSteps } from './files.ts'
import { findingThings } from './finding.ts'
import { firstDay } from './first-day.ts'
import { photos } from './photos.ts'
import { sharing } from './sharing.ts'
import { writingTogether } from './text.ts'

/** What people do in the tours, by id of the tour. */
export const acts: Record<string, TourActs> = {
	'files-first-steps': filesFirstSteps,
	'finding-things': findingThings,
	'first-day': firstDay,
	photos,
	sharing,
	'writing-together': writingTogether,
}
