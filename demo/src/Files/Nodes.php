<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\Connection;

/** The rows of files and folders. */
final readonly class Nodes {
	private const COLUMNS = 'nodes.id, nodes.owner, nodes.parent, nodes.name, nodes.folder, nodes.size, nodes.changed_at, nodes.trashed_at';

	public function __construct(
		private Connection $connection,
	) {
	}

	/** @return list<Node> from the top of the owner's space down to the node; empty when there is none */
	public function path(int $id): array {
		return $this->many(
			'WITH RECURSIVE up (id, above, depth) AS (
				SELECT id, parent, 0 FROM nodes WHERE id = ?
				UNION ALL SELECT nodes.id, nodes.parent, depth + 1 FROM nodes JOIN up ON nodes.id = above
			) SELECT ' . self::COLUMNS . ' FROM nodes JOIN up ON up.id = nodes.id ORDER BY depth DESC',
			[$id],
		);
	}

	/** @return list<Node> */
	public function children(string $owner, int $parent): array {
		return $this->many('SELECT ' . self::COLUMNS . ' FROM nodes WHERE owner = ? AND parent = ? AND trashed_at IS NULL ORDER BY folder DESC, name', [$owner, $parent]);
	}

	/**
	 * @param non-empty-list<string> $endings of names, in lower case
	 * @return list<Node> files anywhere in the owner's space, the newest first
	 */
	public function ending(string $owner, array $endings): array {
		$likes = implode(' OR ', array_fill(0, count($endings), "name LIKE ? ESCAPE '!'"));
		$patterns = array_map(static fn (string $ending): string => '%' . strtr($ending, ['!' => '!!', '%' => '!%', '_' => '!_']), $endings);
		return $this->many('SELECT ' . self::COLUMNS . " FROM nodes WHERE owner = ? AND folder = 0 AND trashed_at IS NULL AND ($likes) ORDER BY changed_at DESC, id DESC", [$owner, ...$patterns]);
	}

	/** @return list<Node> */
	public function trashed(string $owner): array {
		return $this->many('SELECT ' . self::COLUMNS . ' FROM nodes WHERE owner = ? AND trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC', [$owner]);
	}

	/** @return list<Node> what others have shared with the person */
	public function sharedWith(string $member): array {
		return $this->many('SELECT ' . self::COLUMNS . ' FROM nodes JOIN shares ON shares.node = nodes.id WHERE member = ? ORDER BY folder DESC, name', [$member]);
	}

	/** @return list<Node> the node and all that lies below it */
	public function below(int $id): array {
		return $this->many(
			'WITH RECURSIVE down (id) AS (
				SELECT ? UNION ALL SELECT nodes.id FROM nodes JOIN down ON parent = down.id
			) SELECT ' . self::COLUMNS . ' FROM nodes JOIN down ON down.id = nodes.id',
			[$id],
		);
	}

	public function child(string $owner, int $parent, string $name): ?Node {
		return $this->many('SELECT ' . self::COLUMNS . ' FROM nodes WHERE owner = ? AND parent = ? AND name = ? AND trashed_at IS NULL', [$owner, $parent, $name])[0] ?? null;
	}

	/** @return int bytes of all files of the owner below the folder, 0 for the whole space; what is in the trash counts there only */
	public function sizeBelow(string $owner, int $folder): int {
		$sum = $folder === 0
			? $this->connection->fetchOne('SELECT SUM(size) FROM nodes WHERE owner = ?', [$owner])
			: $this->connection->fetchOne(
				'WITH RECURSIVE down (id) AS (
					SELECT ? UNION ALL SELECT nodes.id FROM nodes JOIN down ON nodes.owner = ? AND parent = down.id AND trashed_at IS NULL
				) SELECT SUM(size) FROM nodes JOIN down ON down.id = nodes.id',
				[$folder, $owner],
			);
		return is_numeric($sum) ? (int)$sum : 0;
	}

	public function isTaken(string $owner, int $parent, string $name): bool {
		return $this->connection->fetchOne('SELECT 1 FROM nodes WHERE owner = ? AND parent = ? AND name = ? AND trashed_at IS NULL', [$owner, $parent, $name]) !== false;
	}

	/** @return string the name, or the first one like it that is free: "Budget (2).ods" */
	public function freeName(string $owner, int $parent, string $name): string {
		$ending = pathinfo($name, PATHINFO_EXTENSION);
		$stem = $ending === '' ? $name : substr($name, 0, -strlen($ending) - 1);
		$free = $name;
		for ($number = 2; $this->isTaken($owner, $parent, $free); $number++) {
			$free = "$stem ($number)" . ($ending === '' ? '' : ".$ending");
		}
		return $free;
	}

	/** @return int id of the new row */
	public function insert(string $owner, string $creator, int $parent, string $name, bool $folder, int $size = 0, ?int $changedAt = null): int {
		$this->connection->insert('nodes', [
			'owner' => $owner,
			'creator' => $creator,
			'parent' => $parent,
			'name' => $name,
			'folder' => $folder ? 1 : 0,
			'size' => $size,
			'changed_at' => $changedAt ?? time(),
		]);
		$id = (int)$this->connection->lastInsertId();
		if ($changedAt === null) {
			$this->touch($parent);
		}
		return $id;
	}

	public function place(Node $node, int $parent, string $name): void {
		$this->connection->update('nodes', ['parent' => $parent, 'name' => $name, 'trashed_at' => null], ['id' => $node->id]);
		$this->touch($node->parent);
		$this->touch($parent);
	}

	/** Other content, or another time of the same. */
	public function change(int $id, int $size, int $changedAt): void {
		$this->connection->update('nodes', ['size' => $size, 'changed_at' => $changedAt], ['id' => $id]);
	}

	public function trash(Node $node): void {
		$this->connection->update('nodes', ['trashed_at' => time()], ['id' => $node->id]);
		$this->touch($node->parent);
	}

	public function delete(Node $node): void {
		$this->connection->delete('nodes', ['id' => $node->id]);
	}

	/**
	 * @template T
	 * @param \Closure(): T $do
	 * @return T
	 */
	public function together(\Closure $do): mixed {
		// What fails inside and is caught there must not take the others along.
		return $this->connection->isTransactionActive() ? $do() : $this->connection->transactional($do);
	}

	private function touch(int $folder): void {
		$this->connection->update('nodes', ['changed_at' => time()], ['id' => $folder]);
	}

	/**
	 * @param list<int|string> $values
	 * @return list<Node>
	 */
	private function many(string $sql, array $values): array {
		return array_map(Node::fromRow(...), $this->connection->fetchAllAssociative($sql, $values));
	}
}
