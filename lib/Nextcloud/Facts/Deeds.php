<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Tour\Fact;
use OCP\ITagManager;
use OCP\IUser;
use OCP\IUserManager;

/** What can be done: where to look for the traces of it. Of files, only the person's own home is looked at. */
final readonly class Deeds {
	/** From here on accounts are counted, for a list of them all would take too long. */
	private const FEW_ACCOUNTS = 200;

	public function __construct(
		private OwnNodes $own,
		private SharesMade $shares,
		private AppRows $rows,
		private DavRows $dav,
		private TextsOfTwo $texts,
		private BroughtBack $broughtBack,
		private ITagManager $tags,
		private IUserManager $users,
	) {
	}

	/** @throws \Exception of whatever storage does not answer */
	public function of(IUser $user, Fact $fact): Trace {
		return match ($fact) {
			Fact::FolderCreated => $this->newestNode(NewestInHome::folder($user)),
			Fact::FileUploaded => $this->newestNode(NewestInHome::file($user)),
			Fact::ShareCreated => $this->shares->any($user),
			Fact::MemberShareCreated => $this->shares->withMembers($user),
			Fact::LinkCreated => $this->shares->links($user),
			Fact::ProtectedLinkCreated => $this->shares->protectedLinks($user),
			Fact::ExpiringLinkCreated => $this->shares->expiringLinks($user),
			Fact::FavoriteAdded => $this->favorites($user),
			Fact::VersionRestored, Fact::TrashRestored => $this->broughtBack->of($user, $fact),
			Fact::WrittenTogether => $this->texts->of($user),
			Fact::RecurringEventCreated => $this->dav->recurringEvents($user),
			Fact::ContactGroupCreated => $this->dav->contactGroups($user),
			Fact::AccountCreated => $this->accounts(),
			default => $this->rows->of($user, $fact),
		};
	}

	/**
	 * @return string at most 64 characters
	 * @throws \Exception of whatever storage does not answer
	 */
	public function mark(IUser $user, Fact $fact): string {
		if ($fact === Fact::VersionRestored || $fact === Fact::TrashRestored) {
			$this->broughtBack->wait($user, $fact);
		}
		return $this->of($user, $fact)->mark();
	}

	private function newestNode(NewestInHome $query): HighestId {
		return new HighestId($this->own->newest($query)?->getId() ?? 0);
	}

	private function favorites(IUser $user): Collection {
		$ids = $this->tags->load('files', [], false, $user->getUID())->getFavorites();
		if ($ids === false) {
			throw new \RuntimeException('the favourites cannot be read');
		}
		return Collection::of(array_map('intval', array_values(array_filter($ids, 'is_numeric'))));
	}

	private function accounts(): Collection {
		$users = $this->users->search('', self::FEW_ACCOUNTS + 1);
		if (count($users) > self::FEW_ACCOUNTS) {
			return Collection::counted((int)$this->users->countUsersTotal());
		}
		return Collection::of(array_values(array_map(static fn (IUser $user): string => $user->getUID(), $users)));
	}
}
