/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

import { calendar } from './calendar.ts'
import { collectives } from './collectives.ts'
import { contacts } from './contacts.ts'
import { deck } from './deck.ts'
import { filesFirstSteps } from './files.ts'
import { findingThings } from './finding.ts'
import { firstDay } from './first-day.ts'
import { membersAndGroups, roomLeft, secondAdmin } from './members.ts'
import { photos } from './photos.ts'
import { mySecurity } from './security.ts'
import { mySettings } from './settings.ts'
import { sharing } from './sharing.ts'
import { talk } from './talk.ts'
import { writingTogether } from './text.ts'

/** What people do in the tours, by id of the tour. */
export const acts: Record<string, TourActs> = {
	calendar,
	collectives,
	contacts,
	deck,
	'files-first-steps': filesFirstSteps,
	'finding-things': findingThings,
	'first-day': firstDay,
	'members-and-groups': membersAndGroups,
	'my-security': mySecurity,
	'my-settings': mySettings,
	photos,
	'room-left': roomLeft,
	'second-admin': secondAdmin,
	sharing,
	talk,
	'writing-together': writingTogether,
}
