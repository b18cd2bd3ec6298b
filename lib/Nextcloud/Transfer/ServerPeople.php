<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\People;
use OCP\IUser;
use OCP\IUserManager;

final readonly class ServerPeople implements People {
	public function __construct(
		private IUserManager $users,
	) {
	}

	#[\Override]
	public function exists(string $userId): bool {
		return $userId !== '' && $this->users->userExists($userId);
	}

	#[\Override]
	public function name(string $userId): string {
		$name = $this->users->getDisplayName($userId);
		return $name === null || $name === '' ? $userId : $name;
	}

	#[\Override]
	public function find(string $text, int $limit): array {
		$people = [];
		foreach ([...$this->users->searchDisplayName($text, $limit), ...array_values($this->users->search($text, $limit))] as $user) {
			if ($user->isEnabled()) {
				$people[$user->getUID()] = ['id' => $user->getUID(), 'name' => self::called($user)];
			}
		}
		usort($people, static fn (array $a, array $b): int => strcoll($a['name'], $b['name']));
		return array_slice($people, 0, $limit);
	}

	private static function called(IUser $user): string {
		return $user->getDisplayName() === '' ? $user->getUID() : $user->getDisplayName();
	}
}
