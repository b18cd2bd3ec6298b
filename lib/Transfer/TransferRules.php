<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Transfer\Run\Run;

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

	/**
	 * What was proposed to a member goes on whatever the space allows: whoever looks after it has asked for that.
	 *
	 * @throws Refused
	 */
	public function requireFor(Run $run, string $asker): void {
		if (!$run->isProposal()) {
			$this->require($asker);
		}
	}

	/** @throws Refused */
	public function requireForOthers(string $userId): void {
		if (!$this->mayForOthers($userId)) {
			throw new Refused('Only whoever looks after the space can begin this for somebody else.');
		}
	}
}
