<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/**
 * What a step can wait for. Most are deeds: they hold once the person has done it since the step was opened, and what was
 * there before does not count. Some are states: they hold as soon as it is so, also when it was so before.
 */
enum Fact: string {
	/** A folder in one's own home. */
	case FolderCreated = 'files.folder-created';
	/** A file in one's own home, however it came there. */
	case FileUploaded = 'files.file-uploaded';
	/** Any share, a link too. */
	case ShareCreated = 'files.share-created';
	/** A share with somebody, or a group of people, of the space. */
	case MemberShareCreated = 'files.member-share-created';
	/** A link for people without an account. */
	case LinkCreated = 'files.link-created';
	/** A link with a password; an older link that is given one counts. */
	case ProtectedLinkCreated = 'files.protected-link-created';
	case FavoriteAdded = 'files.favorite-added';
	case CalendarCreated = 'calendar.calendar-created';
	/** An event in a calendar of one's own. */
	case EventCreated = 'calendar.event-created';
	/** A contact in an address book of one's own. */
	case ContactCreated = 'contacts.contact-created';
	case AlbumCreated = 'photos.album-created';
	case CardCreated = 'deck.card-created';
	case MessageSent = 'talk.message-sent';
	/** State: a picture that the person chose, not one that was made of their initials. */
	case PictureSet = 'account.picture-set';
	/** State: something beside the password is asked for at login; backup codes alone are none. */
	case SecondFactorOn = 'account.second-factor-on';
	/** Of the whole space: somebody new has an account, whether they have been here yet or not. */
	case AccountCreated = 'members.account-created';
	/** State, of the whole space: at least two people who can log in look after it. */
	case SecondAdmin = 'members.second-admin';
	/** A link with a password and an end date. */
	case ExpiringLinkCreated = 'files.expiring-link-created';
	case VersionRestored = 'files.version-restored';
	case TrashRestored = 'files.trash-restored';
	/** A text document in which somebody else wrote too, or that was shared with somebody and written in since. */
	case WrittenTogether = 'text.written-together';
	case RecurringEventCreated = 'calendar.recurring-event-created';
	case CalendarShared = 'calendar.calendar-shared';
	case ContactGroupCreated = 'contacts.group-created';
	/** State: a language that the person chose. */
	case LanguageSet = 'account.language-set';
	/** An app on a phone or a computer, not a browser. */
	case DeviceConnected = 'account.device-connected';
	case PageCreated = 'collectives.page-created';
	case ConversationCreated = 'talk.conversation-created';

	/** Whether it is about how things are, and not about something done since the step was opened. */
	public function isState(): bool {
		return match ($this) {
			self::PictureSet, self::SecondFactorOn, self::SecondAdmin, self::LanguageSet => true,
			default => false,
		};
	}
}
