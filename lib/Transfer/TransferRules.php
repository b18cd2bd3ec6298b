<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Members;

/** Who may move things in. */
final readonly class TransferRules {
	public function __construct(
		private Members $members,
		private TransferSettings $settings,
	) {
	}

	public function may(string $userId): bool {
		return $this->settings->members() || $this->members->isAdmin($userId);
	}

	/** Also begin for members, who then have to say yes themselves. */
	public function mayForOthers(string $userId): bool {
		return $this->members->isAdmin($userId);
	}

	/** @throws Refused */
	public function require(string $userId): void {
		if (!$this->may($userId)) {
			throw new Refused('Moving in is not open to members of this space. Whoever looks after it can open it, or begin it for you.');
		}
	}

	/** @throws Refused */
	public function requireForOthers(string $userId): void {
		if (!$this->mayForOthers($userId)) {
			throw new Refused('Only whoever looks after the space can begin this for somebody else.');
		}
	}
}
