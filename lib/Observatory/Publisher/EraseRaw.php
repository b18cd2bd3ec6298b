<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;

/** Three months after a wave was frozen only its counts remain. */
final readonly class EraseRaw {
	private const MONTHS = '-3 months';

	public function __construct(
		private ReleaseRepository $releases,
		private Ballots $ballots,
		private Database $database,
		private Clock $clock,
	) {
	}

	/** @return int waves whose reports are gone now */
	public function erase(): int {
		$now = $this->clock->now();
		$waves = $this->releases->toErase((new \DateTimeImmutable("@$now"))->modify(self::MONTHS)->getTimestamp());
		foreach ($waves as $wave) {
			$this->database->transactional(function () use ($wave, $now): void {
				$this->ballots->erase($wave['survey'], $wave['period']);
				$this->releases->noteErased($wave['survey'], $wave['period'], $now);
			});
		}
		return count($waves);
	}
}
