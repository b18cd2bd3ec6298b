<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Item\Column;
use OCA\Compagnon\Transfer\Item\ItemState;

/** What a report counts over the items of a run. */
final readonly class ReportRepository {
	private const FROM = ' FROM *PREFIX*compagnon_transfer_item WHERE run_id = :run ';
	private const BLOCK = 500;

	public function __construct(
		private Database $database,
	) {
	}

	/** @return list<array{state: string, code: string, items: int, bytes: int}> most items first */
	public function reasons(string $runId): array {
		$rows = $this->database->query(
			'SELECT state, code, COUNT(*) AS items, SUM(COALESCE(size, 0)) AS bytes' . self::FROM
			. 'AND code IS NOT NULL AND state IN (:failed, :unsupported, :skipped, :vanished) GROUP BY state, code ORDER BY items DESC, code ASC',
			[
				'run' => $runId, 'failed' => ItemState::Failed->value, 'unsupported' => ItemState::Unsupported->value,
				'skipped' => ItemState::Skipped->value, 'vanished' => ItemState::Vanished->value,
			],
		);
		return array_map(static fn (array $row): array => [
			'state' => (string)$row['state'],
			'code' => (string)$row['code'],
			'items' => (int)$row['items'],
			'bytes' => (int)$row['bytes'],
		], $rows);
	}

	public function renamed(string $runId): int {
		return (int)$this->database->query('SELECT COUNT(*) AS items' . self::FROM . 'AND renamed = :renamed', ['run' => $runId, 'renamed' => 1])[0]['items'];
	}

	/** @return list<array{who: string, items: int}> who could open things at the source, most items first */
	public function people(string $runId): array {
		$people = [];
		$after = '';
		do {
			$rows = $this->database->query(
				'SELECT item_key, people' . self::FROM . 'AND people IS NOT NULL AND item_key > :after ORDER BY item_key LIMIT :limit',
				['run' => $runId, 'after' => $after, 'limit' => self::BLOCK],
			);
			foreach ($rows as $row) {
				$after = (string)$row['item_key'];
				foreach (array_filter(Column::json($row['people']), is_string(...)) as $who) {
					$people["who $who"] = ['who' => $who, 'items' => ($people["who $who"]['items'] ?? 0) + 1];
				}
			}
		} while (count($rows) === self::BLOCK);
		usort($people, static fn (array $a, array $b): int => [$b['items'], $a['who']] <=> [$a['items'], $b['who']]);
		return $people;
	}
}
