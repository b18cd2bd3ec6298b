<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use OCP\Files\IRootFolder;
use OCP\IUserManager;
use OCP\Share\IManager;
use OCP\Share\IShare;

/**
 * Marks are the highest id so far: ids of files and shares only grow, so a higher one is newer, whatever date a file
 * claims to have. Only the person's own home is looked at.
 */
final readonly class NextcloudSpaceFacts implements SpaceFacts {
	private const SHARE_TYPES = [
		IShare::TYPE_USER,
		IShare::TYPE_GROUP,
		IShare::TYPE_LINK,
		IShare::TYPE_EMAIL,
		IShare::TYPE_CIRCLE,
		IShare::TYPE_ROOM,
	];

	public function __construct(
		private IRootFolder $root,
		private IUserManager $users,
		private IManager $shares,
	) {
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return (string)$this->highest($userId, $fact);
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->highest($userId, $fact) > (int)$mark;
	}

	private function highest(string $userId, Fact $fact): int {
		$user = $this->users->get($userId);
		if ($user === null) {
			return 0;
		}
		try {
			return match ($fact) {
				Fact::FolderCreated => $this->highestNode($userId, NewestInHome::folder($user)),
				Fact::FileUploaded => $this->highestNode($userId, NewestInHome::file($user)),
				Fact::ShareCreated => $this->highestShare($userId),
			};
		} catch (\Exception $e) {
			// Each kind of storage throws exceptions of its own; to the person they all mean the same.
			throw Unavailable::storage($e);
		}
	}

	private function highestNode(string $userId, NewestInHome $query): int {
		$nodes = $this->root->getUserFolder($userId)->search($query);
		return $nodes === [] ? 0 : $nodes[0]->getId();
	}

	private function highestShare(string $userId): int {
		$highest = 0;
		foreach (self::SHARE_TYPES as $type) {
			if ($this->shares->shareProviderExists($type)) {
				foreach ($this->shares->getSharesBy($userId, $type, null, false, -1) as $share) {
					$highest = max($highest, (int)$share->getId());
				}
			}
		}
		return $highest;
	}
}
