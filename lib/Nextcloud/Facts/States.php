<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Tour\Fact;
use OCP\Authentication\TwoFactorAuth\IRegistry;
use OCP\IAvatarManager;
use OCP\IGroupManager;
use OCP\IUser;

/** How an account, or the space, is now. */
final readonly class States {
	/** Keys for the day on which the real second factor is lost: no second factor by themselves. */
	private const BACKUP_CODES = 'backup_codes';
	private const ADMINS = 'admin';

	public function __construct(
		private IAvatarManager $avatars,
		private IRegistry $secondFactors,
		private IGroupManager $groups,
	) {
	}

	public function holds(IUser $user, Fact $fact): bool {
		return match ($fact) {
			Fact::PictureSet => $this->hasPicture($user),
			Fact::SecondFactorOn => in_array(true, array_diff_key($this->secondFactors->getProviderStates($user), [self::BACKUP_CODES => true]), true),
			Fact::SecondAdmin => $this->admins() >= 2,
			default => throw new \LogicException("$fact->value is no state"),
		};
	}

	/** The platform takes a picture that was not made yet for one that the person chose. */
	private function hasPicture(IUser $user): bool {
		$avatar = $this->avatars->getAvatar($user->getUID());
		return $avatar->exists() && $avatar->isCustomAvatar();
	}

	private function admins(): int {
		$members = $this->groups->get(self::ADMINS)?->getUsers() ?? [];
		return count(array_filter($members, static fn (IUser $user): bool => $user->isEnabled()));
	}
}
