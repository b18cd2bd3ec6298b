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
	private const NOTHING = '0';

	public function __construct(
		private IAvatarManager $avatars,
		private IRegistry $secondFactors,
		private IGroupManager $groups,
		private ChosenLanguage $language,
	) {
	}

	public function mark(IUser $user, Fact $fact): string {
		return $fact === Fact::LanguageSet ? $this->language->mark($user) : self::NOTHING;
	}

	/** Another language than before was chosen, also where that cannot be told from how it is now. */
	public function holdsSince(IUser $user, Fact $fact, string $mark): bool {
		return $this->holds($user, $fact) || ($fact === Fact::LanguageSet && $this->language->differsFrom($user, $mark));
	}

	public function holds(IUser $user, Fact $fact): bool {
		return match ($fact) {
			Fact::PictureSet => $this->hasPicture($user),
			Fact::LanguageSet => $this->language->isSet($user),
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
