<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** What a step can need the person to be allowed to do. */
enum Right: string {
	case ShareWithMembers = 'sharing.members';
	case ShareByLink = 'sharing.links';
	/** Keep files of one's own: an account may have no room at all. */
	case KeepFiles = 'files.own';
	case ManageMembers = 'members.manage';
	case ChangeName = 'account.name';
	case ChangePicture = 'account.picture';
	case ChangePassword = 'account.password';
}
