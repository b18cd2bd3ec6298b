<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Rights;
use OCA\Compagnon\Tour\Right;

/** Everybody may everything that is not denied. */
final class FakeRights implements Rights {
	/** @var list<Right> to everybody */
	public array $denied = [];
	/** @var array<string, list<Right>> by person */
	public array $deniedTo = [];

	#[\Override]
	public function may(string $userId, Right $right): bool {
		return !in_array($right, [...$this->denied, ...($this->deniedTo[$userId] ?? [])], true);
	}
}
