<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Settings;

/**
 * How long a side of the observatory that failed is left alone: min(24 h, 15 min · 2ⁿ) × U(0.5, 1), or as long as it
 * asked for. It is kept for the side, not for each report, so that the queue knows days only.
 */
final readonly class Backoff {
	private const KEY = 'survey_backoff';
	private const FIRST = 900;
	private const MOST = 86_400;
	private const DOUBLINGS = 7;

	public function __construct(
		private Settings $settings,
		private Clock $clock,
		private Random $random,
	) {
	}

	public function isQuiet(Side $side): bool {
		return $this->state($side)['until'] > $this->clock->now();
	}

	/** @param ?int $asked seconds that it asked to be left alone for */
	public function failed(Side $side, ?int $asked = null): void {
		$tries = $this->state($side)['tries'];
		$longest = min(self::MOST, self::FIRST << min($tries, self::DOUBLINGS));
		$seconds = $asked ?? $this->random->between(intdiv($longest, 2), $longest);
		$this->store($side, ['tries' => $tries + 1, 'until' => $this->clock->now() + $seconds]);
	}

	public function worked(Side $side): void {
		if ($this->state($side)['tries'] > 0) {
			$this->store($side, ['tries' => 0, 'until' => 0]);
		}
	}

	/** @return array{tries: int, until: int} */
	private function state(Side $side): array {
		$state = $this->all()[$side->value] ?? null;
		$tries = is_array($state) ? $state['tries'] ?? null : null;
		$until = is_array($state) ? $state['until'] ?? null : null;
		return ['tries' => is_int($tries) ? $tries : 0, 'until' => is_int($until) ? $until : 0];
	}

	/** @param array{tries: int, until: int} $state */
	private function store(Side $side, array $state): void {
		$this->settings->setLongText(self::KEY, json_encode([$side->value => $state] + $this->all(), JSON_THROW_ON_ERROR));
	}

	/** @return array<array-key, mixed> */
	private function all(): array {
		$all = json_decode($this->settings->longText(self::KEY, '{}'), true);
		return is_array($all) ? $all : [];
	}
}
