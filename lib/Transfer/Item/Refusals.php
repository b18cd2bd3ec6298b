<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunOptions;

/**
 * What a provider did not give out when an earlier move asked for it. Its listing does not tell, so that every later move
 * would promise it again. Known as long as the rows of that move are kept; after that it is asked for once more.
 */
final readonly class Refusals {
	private const AT_ONCE = 100;

	public function __construct(
		private Database $database,
	) {
	}

	/**
	 * @param list<Item> $items as the run has listed them
	 * @return array<string, string> code of the reason by key, of those that have not changed since
	 */
	public function of(Run $run, array $items): array {
		$revisions = [];
		foreach ($items as $item) {
			if ($item->revision !== null) {
				$revisions[$item->key] = $item->revision;
			}
		}
		$codes = [];
		foreach (array_chunk(array_keys($revisions), self::AT_ONCE) as $keys) {
			foreach ($this->rows($run, $keys) as [$origin, $item]) {
				if ($origin === $run->origin() && $item->code !== null && $item->revision === $revisions[$item->key]) {
					$codes[$item->key] = $item->code;
				}
			}
		}
		return $codes;
	}

	/**
	 * What the listing itself said cannot come was never given a name.
	 *
	 * @param list<string> $keys
	 * @return list<array{string, Item}> with the origin of its run
	 */
	private function rows(Run $run, array $keys): array {
		$values = ['user' => $run->userId, 'source' => $run->source, 'run' => $run->id, 'unsupported' => ItemState::Unsupported->value];
		foreach ($keys as $i => $key) {
			$values["key$i"] = $key;
		}
		$list = implode(', ', array_map(static fn (int $i): string => ":key$i", array_keys($keys)));
		$rows = $this->database->query(
			'SELECT i.*, r.options AS options, r.account AS account FROM *PREFIX*compagnon_transfer_run r INNER JOIN *PREFIX*compagnon_transfer_item i ON i.run_id = r.id'
			. ' WHERE r.user_id = :user AND r.source = :source AND r.id <> :run AND r.started_at IS NOT NULL'
			. " AND i.item_key IN ($list) AND i.state = :unsupported AND i.target_name IS NOT NULL ORDER BY r.created_at, r.id",
			$values,
		);
		return array_map(static fn (array $row): array => [
			Run::originOf(RunOptions::fromJson((string)$row['options']), $run->source, Column::text($row['account'])),
			ItemRow::read($row),
		], $rows);
	}
}
