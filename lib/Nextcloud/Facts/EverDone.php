<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Tour\Fact;
use OCP\IUser;
use OCP\IUserManager;

/** Whether a person has ever done something, as far as the space shows, without what came with the account. */
final readonly class EverDone {
	public function __construct(
		private Deeds $deeds,
		private GivenFiles $files,
		private AppRows $rows,
		private FirstRows $first,
		private BroughtBack $broughtBack,
		private IUserManager $users,
	) {
	}

	/** @throws \Exception of whatever storage does not answer */
	public function of(IUser $user, Fact $fact): bool {
		return match ($fact) {
			Fact::FolderCreated => $this->files->isThereMore(NewestInHome::folder($user)),
			Fact::FileUploaded => $this->files->isThereMore(NewestInHome::file($user)),
			Fact::VersionRestored, Fact::TrashRestored => $this->broughtBack->everDone($user, $fact),
			Fact::EventCreated => $this->first->isThereAnOwnEvent($user),
			Fact::CardCreated => $this->rows->isHere($user, $fact) && $this->first->isThereAnOwnCard($user),
			Fact::AccountCreated => count($this->users->search('', 2)) > 1,
			default => $this->deeds->of($user, $fact)->isAny(),
		};
	}
}
