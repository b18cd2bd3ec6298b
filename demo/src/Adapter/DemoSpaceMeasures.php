<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\ArrayParameterType;
use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\SpaceMeasures;

/** The demo has accounts, files, shares and links; of anything else there is nothing here. */
final readonly class DemoSpaceMeasures implements SpaceMeasures {
	public function __construct(
		private Connection $connection,
	) {
	}

	#[\Override]
	public function accounts(array $without): int {
		return $this->number('SELECT COUNT(*) FROM accounts WHERE disabled = 0 AND id NOT IN (?)', $without);
	}

	#[\Override]
	public function active(int $since, array $without): int {
		return $this->number("SELECT COUNT(DISTINCT account) FROM sessions WHERE started_at >= $since AND account NOT IN (?)", $without);
	}

	#[\Override]
	public function begun(): ?int {
		return null;
	}

	#[\Override]
	public function bytes(array $without): int {
		return $this->number('SELECT COALESCE(SUM(size), 0) FROM nodes WHERE folder = 0 AND trashed_at IS NULL AND owner NOT IN (?)', $without);
	}

	#[\Override]
	public function files(array $without, int $most): int {
		return min($most, $this->number('SELECT COUNT(*) FROM nodes WHERE folder = 0 AND trashed_at IS NULL AND owner NOT IN (?)', $without));
	}

	#[\Override]
	public function apps(array $asked): array {
		return [];
	}

	#[\Override]
	public function groups(array $without): int {
		return 0;
	}

	#[\Override]
	public function shares(array $without): int {
		return $this->number('SELECT COUNT(member) FROM shares WHERE creator NOT IN (?)', $without);
	}

	#[\Override]
	public function links(array $without): int {
		return $this->number('SELECT COUNT(token) FROM shares WHERE creator NOT IN (?)', $without);
	}

	#[\Override]
	public function guests(array $without): int {
		return 0;
	}

	#[\Override]
	public function withClient(int $since, array $without): int {
		return 0;
	}

	/** @param list<string> $without */
	private function number(string $sql, array $without): int {
		// No account has an empty id, and a list must not be empty.
		$number = $this->connection->fetchOne($sql, [['', ...$without]], [ArrayParameterType::STRING]);
		return is_numeric($number) ? (int)$number : 0;
	}
}
