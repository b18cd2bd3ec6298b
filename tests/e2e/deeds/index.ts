/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Deed } from './deed.ts'

import { collectives } from '../acts/collectives.ts'
import { deck } from '../acts/deck.ts'
import { talk } from '../acts/talk.ts'
import * as account from './account.ts'
import * as dates from './dates.ts'
import { asInTour } from './deed.ts'
import * as files from './files.ts'
import * as people from './people.ts'

/** What people do for a quest, by the fact that proves it. */
export const deeds: Record<string, Deed> = {
	'files.folder-created': files.folderCreated,
	'files.file-uploaded': files.fileUploaded,
	'files.share-created': files.memberShareCreated,
	'files.member-share-created': files.memberShareCreated,
	'files.link-created': files.linkCreated,
	'files.protected-link-created': files.protectedLinkCreated,
	'files.expiring-link-created': files.expiringLinkCreated,
	'files.favorite-added': files.favoriteAdded,
	'files.trash-restored': files.trashRestored,
	'files.version-restored': files.versionRestored,
	'text.written-together': files.writtenTogether,
	'calendar.event-created': dates.eventCreated,
	'calendar.recurring-event-created': dates.recurringEventCreated,
	'calendar.calendar-shared': dates.calendarShared,
	'contacts.contact-created': people.contactCreated,
	'contacts.group-created': people.groupCreated,
	'members.account-created': people.accountCreated,
	'members.second-admin': people.secondAdminNamed,
	'account.picture-set': account.pictureSet,
	'account.language-set': account.languageSet,
	'account.second-factor-on': account.secondFactorOn,
	'account.device-connected': account.deviceConnected,
	'deck.card-created': { act: asInTour(deck, 'new', 'name', 'open', 'list', 'card') },
	'talk.conversation-created': { act: asInTour(talk, 'new', 'name', 'create') },
	'collectives.page-created': { act: asInTour(collectives, 'new', 'name', 'create', 'page', 'title', 'write', 'done') },
}
