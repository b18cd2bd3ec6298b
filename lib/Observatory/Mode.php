<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Settings;

/** Whether this Nextcloud is an observatory. Off, nothing of it can be reached from outside. */
final readonly class Mode {
	private const KEY = 'observatory';

	public function __construct(
		private Settings $settings,
	) {
	}

	public function isOn(): bool {
		return $this->settings->flag(self::KEY, false);
	}

	/** @throws NotFound */
	public function demand(): void {
		if (!$this->isOn()) {
			throw new NotFound('This space is not an observatory.');
		}
	}

	public function turn(bool $on): void {
		$this->settings->setFlag(self::KEY, $on);
	}
}
