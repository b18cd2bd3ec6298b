<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Tour\Fact;

/** That something was done, where nothing else in the space shows it; the newest of each kind only. Ids only grow. */
final readonly class Deeds {
	/** What is nobody's own. */
	public const OF_THE_SPACE = '';

	public function __construct(
		private Connection $connection,
	) {
	}

	public function note(string $account, Fact $fact): void {
		$this->connection->executeStatement('INSERT OR REPLACE INTO deeds (account, fact) VALUES (?, ?)', [$account, $fact->value]);
	}
}
