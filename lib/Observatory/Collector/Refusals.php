<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_collector_refusal: how many bodies were refused in a minute. Nobody's address is needed to hold a
 * flood off, only that it costs nothing: over the limit nobody is served until the minute is over, and what is honest comes
 * again by itself.
 */
final readonly class Refusals {
	private const TABLE = 'compagnon_collector_refusal';
	private const MINUTE = 60;
	private const MOST = 600;
	private const MINUTES_KEPT = 60;

	public function __construct(
		private Database $database,
		private Clock $clock,
	) {
	}

	/** @throws TooMany */
	public function hold(): void {
		$now = $this->clock->now();
		$rows = $this->database->query('SELECT refused FROM *PREFIX*' . self::TABLE . ' WHERE minute = :minute', ['minute' => intdiv($now, self::MINUTE)]);
		if ((int)($rows[0]['refused'] ?? 0) >= self::MOST) {
			throw new TooMany('Too much is sent here at the moment. What is honest is taken later.', self::MINUTE - $now % self::MINUTE);
		}
	}

	public function count(): void {
		$minute = intdiv($this->clock->now(), self::MINUTE);
		if ($this->database->insertIgnore(self::TABLE, ['minute' => $minute, 'refused' => 1])) {
			$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE minute < :oldest', ['oldest' => $minute - self::MINUTES_KEPT]);
			return;
		}
		$this->database->execute('UPDATE *PREFIX*' . self::TABLE . ' SET refused = refused + 1 WHERE minute = :minute', ['minute' => $minute]);
	}
}
