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

/** Writes a broken content file into the log once a day, not at every request that meets it. */
final readonly class FaultLog {
	private const DAY = 86_400;

	public function __construct(
		private Log $log,
		private Settings $settings,
		private Clock $clock,
	) {
	}

	public function note(ContentFault $fault): void {
		$key = 'fault_' . substr(hash('sha256', $fault->path), 0, 16);
		$today = hash('sha256', $fault->reason . '|' . intdiv($this->clock->now(), self::DAY));
		if ($this->settings->text($key, '') !== $today) {
			$this->log->error('The content file {file} cannot be used: {reason}', ['file' => $fault->path, 'reason' => $fault->reason]);
			$this->settings->setText($key, $today);
		}
	}
}
