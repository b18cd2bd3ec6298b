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
 * Consents that were begun, in the table compagnon_transfer_account.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class ConsentRepository {
	private const TABLE = 'compagnon_transfer_account';

	public function __construct(
		private Database $database,
		private Secrets $secrets,
	) {
	}

	public function add(Consent $consent): void {
		$this->database->insertIgnore(self::TABLE, [
			'id' => $consent->id,
			'user_id' => $consent->userId,
			'source' => $consent->source,
			'state' => ConnectionState::Begun->value,
			'label' => null,
			'sealed' => $this->secrets->seal(json_encode(['state' => $consent->state(), 'verifier' => $consent->verifier()], JSON_THROW_ON_ERROR)),
			'revision' => 0,
			'created_at' => $consent->begunAt,
			'updated_at' => $consent->begunAt,
		]);
	}

	/** Takes it out: whoever comes second with the same state finds nothing. */
	public function take(string $userId, #[\SensitiveParameter] string $state): ?Consent {
		$found = null;
		foreach ($this->all($userId) as $consent) {
			if (hash_equals($consent->state(), $state)) {
				$found = $consent;
			}
		}
		return $found !== null && $this->remove($found->id) ? $found : null;
	}

	/** Removes those of a person that were begun before then. */
	public function clear(string $userId, int $before): void {
		$this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND state = :state AND created_at < :before',
			['user' => $userId, 'state' => ConnectionState::Begun->value, 'before' => $before],
		);
	}

	private function remove(string $id): bool {
		return $this->database->execute(
			'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id AND state = :state',
			['id' => $id, 'state' => ConnectionState::Begun->value],
		) === 1;
	}

	/** @return list<Consent> those that can still be read */
	private function all(string $userId): array {
		$rows = $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE user_id = :user AND state = :state',
			['user' => $userId, 'state' => ConnectionState::Begun->value],
		);
		return array_values(array_filter(array_map($this->hydrate(...), $rows)));
	}

	/** @param Row $row */
	private function hydrate(array $row): ?Consent {
		try {
			$data = json_decode($this->secrets->open((string)$row['sealed']), true);
		} catch (Unavailable) {
			return null;
		}
		$state = is_array($data) ? $data['state'] ?? null : null;
		$verifier = is_array($data) ? $data['verifier'] ?? null : null;
		return is_string($state) && is_string($verifier)
			? new Consent((string)$row['id'], (string)$row['user_id'], (string)$row['source'], $state, $verifier, (int)$row['created_at'])
			: null;
	}
}
