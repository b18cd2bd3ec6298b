<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Settings;

/**
 * The last faults of the observatory's public routes, for whoever looks after it: the platform's log would note who asked.
 * By day; where in the code it happened, not what was sent.
 */
final readonly class Troubles {
	private const KEY = 'observatory_troubles';
	private const KEPT = 20;

	public function __construct(
		private Settings $settings,
		private Clock $clock,
	) {
	}

	/** Notes what is a fault of the server; what was refused as it should is none. */
	public function note(string $method, \Throwable $fault): void {
		if ($fault instanceof Refusal && !$fault instanceof Unavailable) {
			return;
		}
		$cause = $fault->getPrevious() ?? $fault;
		$line = gmdate('Y-m-d', $this->clock->now()) . " $method: " . $cause::class . ' at ' . basename($cause->getFile()) . ':' . $cause->getLine();
		try {
			$lines = $this->all();
			if (!in_array($line, $lines, true)) {
				$this->settings->setLongText(self::KEY, json_encode(array_slice([...$lines, $line], -self::KEPT), JSON_THROW_ON_ERROR));
			}
		} catch (\Throwable) {
			// Where settings cannot be written either, the request is still answered.
		}
	}

	/** @return list<string> oldest first */
	public function all(): array {
		$lines = json_decode($this->settings->longText(self::KEY, '[]'), true);
		return is_array($lines) ? array_values(array_filter($lines, is_string(...))) : [];
	}
}
