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
use OCP\IUser;
use OCP\IUserManager;

/** Deeds leave traces that are compared with what there was; states are looked at as they are. */
final readonly class NextcloudSpaceFacts implements SpaceFacts {
	/** Of a state, and of somebody who has no account. */
	private const NOTHING = '0';

	public function __construct(
		private IUserManager $users,
		private Deeds $deeds,
		private States $states,
	) {
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return $this->ask($userId, self::NOTHING, fn (IUser $user): string => $fact->isState()
			? self::NOTHING
			: $this->deeds->of($user, $fact)->mark());
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->ask($userId, false, fn (IUser $user): bool => $fact->isState()
			? $this->states->holds($user, $fact)
			: $this->deeds->of($user, $fact)->hasMoreThan($mark));
	}

	#[\Override]
	public function holds(string $userId, Fact $fact): bool {
		return $this->holdsSince($userId, $fact, self::NOTHING);
	}

	/**
	 * @template T of string|bool
	 * @param T $ofNobody
	 * @param callable(IUser): T $ask
	 * @return T
	 */
	private function ask(string $userId, string|bool $ofNobody, callable $ask): string|bool {
		try {
			$user = $this->users->get($userId);
			return $user === null ? $ofNobody : $ask($user);
		} catch (\Exception $e) {
			// Each kind of storage throws exceptions of its own; to the person they all mean the same.
			throw Unavailable::storage($e);
		}
	}
}
