<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;

/** The items of a run as a tree, walked from the top while it is planned. A planned item is not "found" any more. */
final readonly class ItemTree {
	private const TABLE = '*PREFIX*compagnon_transfer_item';
	private const BLOCK = 100;
	/** No listing is as long: the places of a folder that was given its turn begin there. */
	private const TURN = 4_294_967_296;

	public function __construct(
		private Database $database,
	) {
	}

	/** What lies in a folder that nobody listed lies at the top. */
	public function liftOrphans(string $runId): void {
		do {
			$rows = $this->database->query(
				'SELECT c.item_key AS item_key FROM ' . self::TABLE . ' c LEFT JOIN ' . self::TABLE . ' p ON p.run_id = c.run_id AND p.item_key = c.parent_key'
				. ' WHERE c.run_id = :run AND c.parent_key IS NOT NULL AND p.item_key IS NULL LIMIT :limit',
				['run' => $runId, 'limit' => self::BLOCK],
			);
			foreach ($rows as $row) {
				$this->lift($runId, (string)$row['item_key']);
			}
		} while ($rows !== []);
	}

	/**
	 * Folders whose place is known and that hold something whose place is not.
	 *
	 * @return list<?Item> some of them, null for the top; none when there are no more
	 */
	public function nextParents(string $runId): array {
		$rows = $this->database->query(
			'SELECT c.parent_key AS parent_key FROM ' . self::TABLE . ' c LEFT JOIN ' . self::TABLE . ' p ON p.run_id = c.run_id AND p.item_key = c.parent_key'
			. ' WHERE c.run_id = :run AND c.state = :found AND (c.parent_key IS NULL OR p.state <> :found) ORDER BY c.not_before, c.seq LIMIT :limit',
			['run' => $runId, 'found' => ItemState::Found->value, 'limit' => self::BLOCK],
		);
		$keys = array_unique(array_map(static fn (array $row): string => (string)$row['parent_key'], $rows));
		return array_map(fn (string $key): ?Item => $key === '' ? null : $this->item($runId, $key), array_values($keys));
	}

	/**
	 * Folders that lie in each other: the circle is cut at one of them, which lies at the top from then on.
	 *
	 * @return bool false when nothing is left whose place is not known
	 */
	public function cutCircle(string $runId): bool {
		$rows = $this->database->query(
			'SELECT item_key FROM ' . self::TABLE . ' WHERE run_id = :run AND state = :found ORDER BY not_before, seq LIMIT 1',
			['run' => $runId, 'found' => ItemState::Found->value],
		);
		$key = $rows === [] ? null : (string)$rows[0]['item_key'];
		$seen = [];
		while ($key !== null && !isset($seen[$key])) {
			$seen[$key] = true;
			$parent = $this->item($runId, $key)?->parentKey;
			$key = $parent ?? $key;
		}
		if ($key !== null) {
			$this->lift($runId, $key);
		}
		return $key !== null;
	}

	/**
	 * @param positive-int $limit
	 * @return list<Item> in the folder and without a place; in an order that is the same in every run
	 */
	public function unplanned(string $runId, ?string $parentKey, ItemKind $kind, int $limit): array {
		return array_map(ItemRow::read(...), $this->database->query(
			'SELECT * FROM ' . self::TABLE . ' WHERE run_id = :run AND state = :found AND kind = :kind AND '
			. ($parentKey === null ? 'parent_key IS NULL' : 'parent_key = :parent') . ' ORDER BY item_key LIMIT :limit',
			['run' => $runId, 'found' => ItemState::Found->value, 'kind' => $kind->value, 'limit' => $limit] + ($parentKey === null ? [] : ['parent' => $parentKey]),
		));
	}

	/** @return list<string> names that were given in the folder already */
	public function namesIn(string $runId, ?string $parentKey): array {
		$rows = $this->database->query(
			'SELECT target_name FROM ' . self::TABLE . ' WHERE run_id = :run AND target_name IS NOT NULL AND ' . ($parentKey === null ? 'parent_key IS NULL' : 'parent_key = :parent'),
			['run' => $runId] + ($parentKey === null ? [] : ['parent' => $parentKey]),
		);
		return array_map(static fn (array $row): string => (string)$row['target_name'], $rows);
	}

	/**
	 * Files that a provider lists in an order of its own come one folder after the other: together they are stored faster.
	 *
	 * @param positive-int $turn of the folder
	 */
	public function gather(string $runId, ?string $parentKey, int $turn): void {
		$this->database->execute(
			'UPDATE ' . self::TABLE . ' SET seq = seq + :turn WHERE run_id = :run AND kind = :kind AND seq < :first AND '
			. ($parentKey === null ? 'parent_key IS NULL' : 'parent_key = :parent'),
			['turn' => $turn * self::TURN, 'run' => $runId, 'kind' => ItemKind::File->value, 'first' => self::TURN] + ($parentKey === null ? [] : ['parent' => $parentKey]),
		);
	}

	private function item(string $runId, string $key): ?Item {
		$rows = $this->database->query('SELECT * FROM ' . self::TABLE . ' WHERE run_id = :run AND item_key = :key', ['run' => $runId, 'key' => $key]);
		return $rows === [] ? null : ItemRow::read($rows[0]);
	}

	private function lift(string $runId, string $key): void {
		$this->database->execute('UPDATE ' . self::TABLE . ' SET parent_key = NULL WHERE run_id = :run AND item_key = :key', ['run' => $runId, 'key' => $key]);
	}
}
