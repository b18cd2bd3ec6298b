<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\Settings;

/** Writes broken content into the log once a day, not at every request that meets it. */
final readonly class FaultLog {
	private const DAY = 86_400;
	private const KEY = 'content_faults';

	public function __construct(
		private Log $log,
		private Settings $settings,
		private Clock $clock,
	) {
	}

	public function note(ContentFault $fault): void {
		$today = intdiv($this->clock->now(), self::DAY);
		$told = array_filter($this->told(), static fn (mixed $day): bool => $day === $today);
		$key = substr(hash('sha256', $fault->getMessage()), 0, 16);
		if (!isset($told[$key])) {
			$this->log->error('The content {file} cannot be used as it is. {reason}', ['file' => $fault->path, 'reason' => $fault->reason]);
			$this->settings->setLongText(self::KEY, json_encode([$key => $today] + $told, JSON_THROW_ON_ERROR));
		}
	}

	/** @return array<array-key, mixed> fault to the day when it was logged, in days since 1970 */
	private function told(): array {
		$told = json_decode($this->settings->longText(self::KEY, ''), true);
		return is_array($told) ? $told : [];
	}
}
