<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Source\FoundItem;

/**
 * The table compagnon_transfer_item: one row for each thing a run has to bring. Every change of state names the old
 * one. Numbers are always counted from the rows.
 *
 * @phpstan-import-type Value from Database
 */
final readonly class ItemRepository {
	private const TABLE = 'compagnon_transfer_item';
	private const FROM = ' FROM *PREFIX*' . self::TABLE . ' WHERE run_id = :run ';
	private const UPDATE = 'UPDATE *PREFIX*' . self::TABLE . ' SET ';
	private const AT_ONCE = 100;
	private const STOPPED = 'cancelled';

	private ManyRows $many;

	public function __construct(
		private Database $database,
	) {
		$this->many = new ManyRows($database);
	}

	/**
	 * Notes what a source has listed; what was listed before is brought up to date in its place.
	 *
	 * @param list<FoundItem> $items
	 * @return int the next place after these
	 */
	public function note(string $runId, array $items, int $place): int {
		foreach (array_chunk($items, self::AT_ONCE) as $chunk) {
			$rows = [];
			foreach ($chunk as $item) {
				// What is listed twice is as it was the second time.
				$rows[Item::keyOf($item->kind, $item->id)] = ['kind' => $item->kind->value, 'source_id' => $item->id] + ItemRow::listed($item);
			}
			$new = array_diff_key($rows, array_flip($this->known($runId, array_keys($rows))));
			foreach (array_diff_key($rows, $new) as $key => $row) {
				if (!$this->change($runId, $key, ItemState::Found, ItemState::Found, array_diff_key($row, ['kind' => true, 'source_id' => true]))) {
					throw new \LogicException('An item was listed and could not be noted');
				}
			}
			$added = [];
			foreach ($new as $key => $row) {
				$added[] = ['run_id' => $runId, 'item_key' => $key, 'seq' => $place++, 'state' => ItemState::Found->value]
					+ ['renamed' => 0, 'attempts' => 0, 'not_before' => 0, 'staged_bytes' => 0] + $row;
			}
			$this->many->insert('*PREFIX*' . self::TABLE, $added);
		}
		return $place;
	}

	/**
	 * Takes out what is not there any more, with all that lies below it.
	 *
	 * @param list<string> $keys
	 */
	public function withdraw(string $runId, array $keys): void {
		while ($keys !== []) {
			$below = [];
			foreach (array_chunk($keys, self::AT_ONCE) as $chunk) {
				[$list, $values] = self::listOf($chunk);
				foreach ($this->database->query('SELECT item_key' . self::FROM . "AND parent_key IN ($list)", ['run' => $runId] + $values) as $row) {
					$below[] = (string)$row['item_key'];
				}
				$this->database->execute('DELETE' . self::FROM . "AND item_key IN ($list)", ['run' => $runId] + $values);
			}
			$keys = $below;
		}
	}

	public function clear(string $runId): void {
		$this->database->execute('DELETE' . self::FROM, ['run' => $runId]);
	}

	public function find(string $runId, string $key): ?Item {
		return $this->select('AND item_key = :key', ['run' => $runId, 'key' => $key])[0] ?? null;
	}

	/**
	 * @param positive-int $limit
	 * @return list<Item> what has waited for another try and is due
	 */
	public function again(string $runId, int $now, int $limit): array {
		return $this->select(
			'AND state = :state AND not_before > 0 AND not_before <= :now ORDER BY not_before, seq LIMIT :limit',
			['run' => $runId, 'state' => ItemState::Queued->value, 'now' => $now, 'limit' => $limit],
		);
	}

	/**
	 * @param positive-int $limit
	 * @return list<Item> folders that wait and are due
	 */
	public function dueFolders(string $runId, int $now, int $limit): array {
		return $this->select(
			'AND state = :state AND kind = :kind AND not_before <= :now ORDER BY not_before, seq LIMIT :limit',
			['run' => $runId, 'state' => ItemState::Queued->value, 'kind' => ItemKind::Folder->value, 'now' => $now, 'limit' => $limit],
		);
	}

	/** @return ?int when the next one that waits is due; null when none waits */
	public function nextDueAt(string $runId): ?int {
		$row = $this->database->query('SELECT MIN(not_before) AS at' . self::FROM . 'AND state = :state', ['run' => $runId, 'state' => ItemState::Queued->value])[0];
		return Column::number($row['at']);
	}

	/**
	 * @param positive-int $limit
	 * @return list<Item> by key, after that one
	 */
	public function inState(string $runId, ItemState $state, string $after, int $limit): array {
		return $this->select(
			'AND state = :state AND item_key > :after ORDER BY item_key LIMIT :limit',
			['run' => $runId, 'state' => $state->value, 'after' => $after, 'limit' => $limit],
		);
	}

	/**
	 * @param positive-int $limit
	 * @return list<array{int, Item}> place and item, in that order, after that place
	 */
	public function afterPlace(string $runId, ItemState $state, int $place, int $limit): array {
		$rows = $this->database->query(
			'SELECT *' . self::FROM . 'AND state = :state AND not_before = 0 AND seq > :place ORDER BY seq LIMIT :limit',
			['run' => $runId, 'state' => $state->value, 'place' => $place, 'limit' => $limit],
		);
		return array_map(static fn (array $row): array => [(int)$row['seq'], ItemRow::read($row)], $rows);
	}

	/**
	 * @param array<string, Value> $columns what changes besides, by column
	 * @return bool false when the item was in another state
	 */
	public function change(string $runId, string $key, ItemState $from, ItemState $to, array $columns = []): bool {
		$set = implode('', array_map(static fn (string $column): string => ", $column = :$column", array_keys($columns)));
		return $this->database->execute(
			self::UPDATE . "state = :to$set WHERE run_id = :run AND item_key = :key AND state = :from",
			['to' => $to->value, 'run' => $runId, 'key' => $key, 'from' => $from->value] + $columns,
		) === 1;
	}

	/**
	 * The same for many, each with values of its own.
	 *
	 * @param array<string, non-empty-array<string, Value>> $rows by key, all with the same columns
	 * @return bool false when one was in another state
	 */
	public function changeEach(string $runId, ItemState $from, ItemState $to, array $rows): bool {
		$values = ['to' => $to->value, 'run' => $runId, 'from' => $from->value];
		return $this->many->update(self::UPDATE . 'state = :to, ', 'run_id = :run AND state = :from AND item_key', $values, $rows) === count($rows);
	}

	/**
	 * @param list<string> $keys
	 * @return int how many were in the old state
	 */
	public function changeAll(string $runId, array $keys, ItemState $from, ItemState $to): int {
		$changed = 0;
		foreach (array_chunk($keys, self::AT_ONCE) as $chunk) {
			[$list, $values] = self::listOf($chunk);
			$changed += $this->database->execute(
				self::UPDATE . "state = :to WHERE run_id = :run AND state = :from AND item_key IN ($list)",
				['to' => $to->value, 'run' => $runId, 'from' => $from->value] + $values,
			);
		}
		return $changed;
	}

	/** Everything in one state goes to another; what is in staging stays. */
	public function putBack(string $runId, ItemState $from, ItemState $to): int {
		return $this->database->execute(
			self::UPDATE . 'state = :to WHERE run_id = :run AND state = :from',
			['to' => $to->value, 'run' => $runId, 'from' => $from->value],
		);
	}

	/** What did not come is tried again from the beginning, and so is what was stopped before its turn. */
	public function retryFailed(string $runId): int {
		return $this->database->execute(
			self::UPDATE . 'state = :to, attempts = 0, not_before = 0, staged_bytes = 0, hash_state = NULL, code = NULL'
			. ' WHERE run_id = :run AND (state = :failed OR (state = :skipped AND code = :stopped))',
			[
				'to' => ItemState::Queued->value, 'run' => $runId, 'failed' => ItemState::Failed->value,
				'skipped' => ItemState::Skipped->value, 'stopped' => self::STOPPED,
			],
		);
	}

	/** The run ends early: what has not come to its end is given one, so that nothing is left uncounted. */
	public function stopOpen(string $runId, ItemState $to): int {
		return $this->database->execute(
			self::UPDATE . 'state = :to, code = :stopped, staged_bytes = 0, hash_state = NULL'
			. ' WHERE run_id = :run AND state IN (:found, :queued, :fetching, :writing)',
			[
				'to' => $to->value, 'stopped' => self::STOPPED, 'run' => $runId,
				'found' => ItemState::Found->value, 'queued' => ItemState::Queued->value,
				'fetching' => ItemState::Fetching->value, 'writing' => ItemState::Writing->value,
			],
		);
	}

	/** Notes how much of an item lies in staging. */
	public function setStaged(string $runId, string $key, int $bytes, ?string $hashState): bool {
		return $this->change($runId, $key, ItemState::Fetching, ItemState::Fetching, ['staged_bytes' => $bytes, 'hash_state' => $hashState]);
	}

	/** Notes what an item is by now that is being fetched; name and place stay as they were planned. */
	public function listAgain(string $runId, string $key, FoundItem $item): bool {
		$columns = array_intersect_key(ItemRow::listed($item), array_flip(['size', 'modified_at', 'revision', 'algorithm', 'hash']));
		return $this->change($runId, $key, ItemState::Fetching, ItemState::Fetching, $columns);
	}

	public function counts(string $runId): ItemCounts {
		$rows = $this->database->query(
			'SELECT state, COUNT(*) AS items, SUM(COALESCE(size, 0)) AS declared,'
			. ' SUM(COALESCE(size, CASE WHEN state IN (:verified, :identical) THEN staged_bytes ELSE 0 END)) AS bytes'
			. self::FROM . 'GROUP BY state',
			['run' => $runId, 'verified' => ItemState::Verified->value, 'identical' => ItemState::Identical->value],
		);
		$states = [];
		foreach ($rows as $row) {
			$states[(string)$row['state']] = ['items' => (int)$row['items'], 'bytes' => (int)$row['bytes'], 'declared' => (int)$row['declared']];
		}
		return new ItemCounts($states);
	}

	/**
	 * @param list<string> $keys
	 * @return list<string> those of them that are there
	 */
	private function known(string $runId, array $keys): array {
		[$list, $values] = self::listOf($keys === [] ? [''] : $keys);
		return array_map(
			static fn (array $row): string => (string)$row['item_key'],
			$this->database->query('SELECT item_key' . self::FROM . "AND item_key IN ($list)", ['run' => $runId] + $values),
		);
	}

	/**
	 * @param non-empty-list<string> $values
	 * @return array{string, array<string, string>} placeholders and what they stand for
	 */
	private static function listOf(array $values): array {
		$named = [];
		foreach ($values as $i => $value) {
			$named["value$i"] = $value;
		}
		return [':' . implode(', :', array_keys($named)), $named];
	}

	/**
	 * @param array<string, Value> $values
	 * @return list<Item>
	 */
	private function select(string $where, array $values): array {
		return array_map(ItemRow::read(...), $this->database->query('SELECT *' . self::FROM . $where, $values));
	}
}
