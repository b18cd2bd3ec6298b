<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Secrets;

/**
 * Accounts that are connected, in the table compagnon_transfer_account. Tokens are sealed there.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ConnectionRepository {
	private const TABLE = 'compagnon_transfer_account';

	public function __construct(
		private Database $database,
		private Secrets $secrets,
	) {
	}

	/** @return list<Connection> the oldest first */
	public function all(string $userId): array {
		return array_map(static fn (Held $held): Connection => $held->connection, $this->held($userId));
	}

	/** @return list<string> everybody who has connected an account */
	public function people(): array {
		$rows = $this->database->query('SELECT DISTINCT user_id FROM *PREFIX*' . self::TABLE . ' ORDER BY user_id');
		return array_map(static fn (array $row): string => (string)$row['user_id'], $rows);
	}

	public function find(string $userId, string $id): ?Held {
		foreach ($this->held($userId) as $held) {
			if ($held->connection->id === $id) {
				return $held;
			}
		}
		return null;
	}

	/** The same account at the provider, if this person has connected it before. */
	public function ofAccount(string $userId, string $source, string $account): ?Held {
		foreach ($this->held($userId) as $held) {
			if ($held->connection->source === $source && $held->connection->account === $account) {
				return $held;
			}
		}
		return null;
	}

	public function add(string $id, string $userId, string $source, Grant $grant): void {
		$this->database->insertIgnore(self::TABLE, [
			'id' => $id,
			'user_id' => $userId,
			'source' => $source,
			'state' => ConnectionState::Ready->value,
			'label' => self::short($grant->account->label),
			'sealed' => $this->secrets->seal($grant->plain()),
			'revision' => 0,
			'created_at' => $grant->obtainedAt,
			'updated_at' => $grant->obtainedAt,
		]);
	}

	/** Whoever gets true may ask the provider for new tokens, and nobody else may. */
	public function claim(Held $held, int $now): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET revision = :next, updated_at = :now WHERE id = :id AND revision = :known AND state = :ready',
			['next' => $held->claimed(), 'now' => $now, 'id' => $held->connection->id, 'known' => $held->revision, 'ready' => ConnectionState::Ready->value],
		) === 1;
	}

	/**
	 * Stores what came of it and lets go.
	 *
	 * @param int $known revision that is replaced
	 * @return bool false when somebody else was faster; nothing is changed then
	 */
	public function settle(string $id, int $known, ConnectionState $state, Grant $grant, int $now): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET state = :state, label = :label, sealed = :sealed, revision = :next, updated_at = :now WHERE id = :id AND revision = :known',
			[
				'state' => $state->value,
				'label' => self::short($grant->account->label),
				'sealed' => $this->secrets->seal($grant->plain()),
				'next' => $known + ($known % 2 === 1 ? 1 : 2),
				'now' => $now,
				'id' => $id,
				'known' => $known,
			],
		) === 1;
	}

	/** @return bool whether it was there */
	public function remove(string $userId, string $id): bool {
		return $this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id AND user_id = :user',
			['id' => $id, 'user' => $userId],
		) === 1;
	}

	/** @return list<Held> */
	private function held(string $userId): array {
		return array_map($this->hydrate(...), $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND state <> :begun ORDER BY created_at ASC, id ASC',
			['user' => $userId, 'begun' => ConnectionState::Begun->value],
		));
	}

	/** @param Row $row */
	private function hydrate(array $row): Held {
		$grant = $this->open((string)$row['sealed']);
		$label = (string)$row['label'];
		$state = $grant === null ? ConnectionState::Lost : ConnectionState::from((string)$row['state']);
		$grant ??= new Grant(new Account('', $label), new Tokens('', null, 0, []), 0);
		$connection = new Connection((string)$row['id'], (string)$row['user_id'], (string)$row['source'], $state, $label, $grant->account->id, (int)$row['created_at'], (int)$row['updated_at']);
		return new Held($connection, $grant, (int)$row['revision']);
	}

	/** @return ?Grant null when it was sealed elsewhere: the person connects it again */
	private function open(string $sealed): ?Grant {
		try {
			return Grant::ofPlain($this->secrets->open($sealed));
		} catch (Unavailable) {
			return null;
		}
	}

	private static function short(string $label): string {
		return mb_substr($label, 0, 255);
	}
}
