<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;

/**
 * What a report says of items: pages of rows and how many there are of each reason.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class ItemReport {
	public const KINDS = ['all', 'renamed', 'unsupported', 'failed', 'skipped', 'vanished', 'identical', 'verified'];
	private const FROM = ' FROM *PREFIX*compagnon_transfer_item WHERE run_id = :run';

	public function __construct(
		private Database $database,
	) {
	}

	/**
	 * @param value-of<self::KINDS> $kind
	 * @param positive-int $size
	 * @return list<Item> in the order of the listing
	 */
	public function page(string $runId, string $kind, int $page, int $size): array {
		[$where, $values] = self::where($kind);
		return array_map(ItemRow::read(...), $this->database->query(
			'SELECT *' . self::FROM . "$where ORDER BY seq LIMIT :limit OFFSET :offset",
			['run' => $runId, 'limit' => $size, 'offset' => max(0, $page) * $size] + $values,
		));
	}

	/** @param value-of<self::KINDS> $kind */
	public function count(string $runId, string $kind): int {
		[$where, $values] = self::where($kind);
		return (int)$this->database->query('SELECT COUNT(*) AS items' . self::FROM . $where, ['run' => $runId] + $values)[0]['items'];
	}

	/** @return array<string, array<string, int>> by state, then by code of the reason */
	public function codes(string $runId): array {
		$codes = [];
		foreach ($this->database->query('SELECT state, code, COUNT(*) AS items' . self::FROM . ' AND code IS NOT NULL GROUP BY state, code ORDER BY state, code', ['run' => $runId]) as $row) {
			$codes[(string)$row['state']][(string)$row['code']] = (int)$row['items'];
		}
		return $codes;
	}

	/**
	 * @param positive-int $limit
	 * @return list<string> names of what is being fetched
	 */
	public function current(string $runId, int $limit): array {
		$rows = $this->database->query(
			'SELECT name' . self::FROM . ' AND state IN (:fetching, :writing) ORDER BY state, not_before, seq LIMIT :limit',
			['run' => $runId, 'fetching' => ItemState::Fetching->value, 'writing' => ItemState::Writing->value, 'limit' => $limit],
		);
		return array_map(static fn (array $row): string => (string)$row['name'], $rows);
	}

	/**
	 * @param value-of<self::KINDS> $kind
	 * @return array{string, array<string, Value>}
	 */
	private static function where(string $kind): array {
		return match ($kind) {
			'all' => ['', []],
			'renamed' => [' AND renamed = :renamed', ['renamed' => 1]],
			default => [' AND state = :state', ['state' => $kind]],
		};
	}
}
