<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** What a step can wait for. */
enum Fact: string {
	case FolderCreated = 'files.folder-created';
	case FileUploaded = 'files.file-uploaded';
	case ShareCreated = 'files.share-created';
	case MemberShareCreated = 'files.member-share-created';
	case LinkCreated = 'files.link-created';
	case ProtectedLinkCreated = 'files.protected-link-created';
	case FavoriteAdded = 'files.favorite-added';
	case CalendarCreated = 'calendar.calendar-created';
	case EventCreated = 'calendar.event-created';
	case ContactCreated = 'contacts.contact-created';
	case AlbumCreated = 'photos.album-created';
	case CardCreated = 'deck.card-created';
	case MessageSent = 'talk.message-sent';
	case PictureSet = 'account.picture-set';
	case SecondFactorOn = 'account.second-factor-on';
	case AccountCreated = 'members.account-created';
	case SecondAdmin = 'members.second-admin';
}
