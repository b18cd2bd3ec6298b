<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;

/** The table compagnon_registry_nonce: messages of the last minutes. Older ones are refused by their time. */
final readonly class Nonces {
	private const TABLE = 'compagnon_registry_nonce';

	public function __construct(
		private Database $database,
		private Clock $clock,
	) {
	}

	/** @return bool false when it was seen before */
	public function spend(string $key, string $nonce): bool {
		$now = $this->clock->now();
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE seen_at < :oldest', ['oldest' => $now - 3 * Messages::SKEW_SECONDS]);
		return $this->database->insertIgnore(self::TABLE, ['nonce' => hash('sha256', "$key|$nonce"), 'seen_at' => $now]);
	}

	/** @return int messages of the last minute */
	public function rate(): int {
		$rows = $this->database->query('SELECT COUNT(*) AS amount FROM *PREFIX*' . self::TABLE . ' WHERE seen_at > :since', ['since' => $this->clock->now() - 60]);
		return (int)($rows[0]['amount'] ?? 0);
	}
}
