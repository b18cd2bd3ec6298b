<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\ArrayParameterType;
use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Account;

/**
 * Who sees what of others.
 *
 * @phpstan-type Share array{id: int, member: ?array{id: string, name: string}, path: ?string, editable: bool, protected: bool, ends: ?string}
 * @phpstan-type Link array{node: int, password: ?string}
 */
final readonly class Shares {
	private const COLUMNS = 'shares.id, member, accounts.name, token, editable, shares.password, expires_at';

	public function __construct(
		private Connection $connection,
	) {
	}

	/** @return ?bool whether the member may change the node; null when it is not shared with them */
	public function editableFor(int $node, string $member): ?bool {
		$editable = $this->connection->fetchOne('SELECT editable FROM shares WHERE node = ? AND member = ?', [$node, $member]);
		return $editable === false ? null : $editable === 1;
	}

	/** @return list<Share> */
	public function of(int $node): array {
		$rows = $this->connection->fetchAllAssociative('SELECT ' . self::COLUMNS . ' FROM shares LEFT JOIN accounts ON accounts.id = member WHERE node = ? ORDER BY shares.id', [$node]);
		return array_map($this->hydrate(...), $rows);
	}

	/**
	 * @param list<int> $nodes
	 * @return array<int, array{people: int, links: int}> by node; without those that are not shared
	 */
	public function counts(array $nodes): array {
		$rows = $this->connection->fetchAllAssociative(
			'SELECT node, COUNT(member) AS people, COUNT(token) AS links FROM shares WHERE node IN (?) GROUP BY node',
			[$nodes],
			[ArrayParameterType::INTEGER],
		);
		$counts = [];
		foreach ($rows as $row) {
			$counts[self::int($row['node'])] = ['people' => self::int($row['people']), 'links' => self::int($row['links'])];
		}
		return $counts;
	}

	/** @throws Refused when they see it already */
	public function withMember(int $node, string $creator, Account $member, bool $editable): int {
		if ($this->editableFor($node, $member->id) !== null) {
			throw new Refused(409, 'error.sharedTwice', 'member');
		}
		return $this->insert(['node' => $node, 'creator' => $creator, 'member' => $member->id, 'editable' => $editable ? 1 : 0]);
	}

	/**
	 * @param string $password empty for none
	 * @param ?int $expiresAt UTC seconds from which it opens no more; null for never
	 */
	public function byLink(int $node, string $creator, string $password, ?int $expiresAt = null): int {
		return $this->insert([
			'node' => $node,
			'creator' => $creator,
			'token' => bin2hex(random_bytes(10)),
			'editable' => 0,
			'password' => $password === '' ? null : password_hash($password, PASSWORD_DEFAULT),
			'expires_at' => $expiresAt,
		]);
	}

	/** @return ?Link */
	public function link(string $token): ?array {
		$row = $this->connection->fetchAssociative('SELECT node, password FROM shares WHERE token = ? AND (expires_at IS NULL OR expires_at > ?)', [$token, time()]);
		return $row === false ? null : ['node' => self::int($row['node']), 'password' => is_string($row['password']) ? $row['password'] : null];
	}

	/** @return int the node that was shared */
	public function revoke(string $creator, int $id): int {
		$node = $this->connection->fetchOne('SELECT node FROM shares WHERE id = ? AND creator = ?', [$id, $creator]);
		if ($node === false) {
			throw Refused::missing();
		}
		$this->connection->delete('shares', ['id' => $id]);
		return self::int($node);
	}

	/** @param array<string, int|string|null> $row */
	private function insert(array $row): int {
		// In microseconds: whether a text was written in before or after is told by it.
		$this->connection->insert('shares', $row + ['shared_at' => (int)(microtime(true) * 1_000_000)]);
		return (int)$this->connection->lastInsertId();
	}

	/**
	 * @param array<string, mixed> $row
	 * @return Share
	 */
	private function hydrate(array $row): array {
		$member = $row['member'];
		return [
			'id' => self::int($row['id']),
			'member' => is_string($member) ? ['id' => $member, 'name' => is_string($row['name']) ? $row['name'] : $member] : null,
			'path' => is_string($row['token']) ? '/s/' . $row['token'] : null,
			'editable' => self::int($row['editable']) === 1,
			'protected' => $row['password'] !== null,
			'ends' => is_numeric($row['expires_at']) ? gmdate('Y-m-d', (int)$row['expires_at'] - 1) : null,
		];
	}

	private static function int(mixed $value): int {
		return is_numeric($value) ? (int)$value : 0;
	}
}
