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
	/** Of somebody who has no account. */
	private const NOTHING = '0';

	public function __construct(
		private IUserManager $users,
		private Deeds $deeds,
		private States $states,
		private EverDone $everDone,
	) {
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return $this->ask($userId, self::NOTHING, fn (IUser $user): string => $fact->isState()
			? $this->states->mark($user, $fact)
			: $this->deeds->mark($user, $fact));
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->ask($userId, false, fn (IUser $user): bool => $fact->isState()
			? $this->states->holdsSince($user, $fact, $mark)
			: $this->deeds->of($user, $fact)->hasMoreThan($mark));
	}

	#[\Override]
	public function holds(string $userId, Fact $fact): bool {
		return $this->ask($userId, false, fn (IUser $user): bool => $fact->isState()
			? $this->states->holds($user, $fact)
			: $this->everDone->of($user, $fact));
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
