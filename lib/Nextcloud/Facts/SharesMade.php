<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Constants;
use OCP\IUser;
use OCP\Share\IManager;
use OCP\Share\IShare;

/** The shares that a person made. */
final readonly class SharesMade {
	private const MEMBERS = [IShare::TYPE_USER, IShare::TYPE_GROUP, IShare::TYPE_CIRCLE, IShare::TYPE_ROOM];
	private const LINKS = [IShare::TYPE_LINK];
	private const ANY = [...self::MEMBERS, ...self::LINKS, IShare::TYPE_EMAIL];

	public function __construct(
		private IManager $shares,
	) {
	}

	public function any(IUser $user): Trace {
		return self::newest($this->of($user, self::ANY));
	}

	public function withMembers(IUser $user): Trace {
		return self::newest($this->of($user, self::MEMBERS));
	}

	public function links(IUser $user): Trace {
		return self::newest($this->of($user, self::LINKS));
	}

	/** An older link can be given a password, so its id says nothing. */
	public function protectedLinks(IUser $user): Trace {
		$protected = array_filter($this->of($user, self::LINKS), static fn (IShare $share): bool => ($share->getPassword() ?? '') !== '');
		return Collection::of(array_values(array_map(static fn (IShare $share): string => $share->getId(), $protected)));
	}

	/** An older link can be given either. */
	public function expiringLinks(IUser $user): Trace {
		$expiring = array_filter($this->of($user, self::LINKS), static fn (IShare $share): bool => ($share->getPassword() ?? '') !== '' && $share->getExpirationDate() !== null);
		return Collection::of(array_values(array_map(static fn (IShare $share): string => $share->getId(), $expiring)));
	}

	/** @return array<int, int> when each file that others may write in was shared first, by its id */
	public function writable(IUser $user): array {
		$since = [];
		foreach ($this->of($user, self::ANY) as $share) {
			$at = $share->getShareTime()->getTimestamp();
			if ($share->getNodeType() === 'file' && ($share->getPermissions() & Constants::PERMISSION_UPDATE) !== 0) {
				$since[$share->getNodeId()] = min($at, $since[$share->getNodeId()] ?? $at);
			}
		}
		return $since;
	}

	/**
	 * @param list<IShare::TYPE_*> $types
	 * @return list<IShare>
	 */
	private function of(IUser $user, array $types): array {
		$shares = [];
		foreach ($types as $type) {
			if ($this->shares->shareProviderExists($type)) {
				$shares = [...$shares, ...array_values($this->shares->getSharesBy($user->getUID(), $type, null, false, -1))];
			}
		}
		return $shares;
	}

	/** @param list<IShare> $shares */
	private static function newest(array $shares): HighestId {
		return new HighestId(max(0, 0, ...array_map(static fn (IShare $share): int => (int)$share->getId(), $shares)));
	}
}
