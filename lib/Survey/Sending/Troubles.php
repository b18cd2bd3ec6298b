<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Day;

/** Keeps what does not work, and since which day. */
final readonly class Troubles {
	private const KEY = 'survey_troubles';

	public function __construct(
		private Settings $settings,
		private Clock $clock,
	) {
	}

	public function note(Trouble $trouble, string $detail = ''): void {
		$all = $this->all();
		$all[$trouble->value] = ['day' => $all[$trouble->value]['day'] ?? Day::of($this->clock->now()), 'detail' => $detail];
		$this->store($all);
	}

	public function clear(Trouble ...$troubles): void {
		$all = $this->all();
		$left = array_diff_key($all, array_flip(array_map(static fn (Trouble $trouble): string => $trouble->value, $troubles)));
		if (count($left) < count($all)) {
			$this->store($left);
		}
	}

	public function has(Trouble $trouble): bool {
		return isset($this->all()[$trouble->value]);
	}

	/** @return array<string, array{day: int, detail: string}> by trouble */
	public function all(): array {
		$kept = json_decode($this->settings->longText(self::KEY, '{}'), true);
		$all = [];
		foreach (is_array($kept) ? $kept : [] as $name => $one) {
			$day = is_array($one) ? $one['day'] ?? null : null;
			$detail = is_array($one) ? $one['detail'] ?? null : null;
			if (is_int($day) && is_string($detail) && Trouble::tryFrom((string)$name) !== null) {
				$all[(string)$name] = ['day' => $day, 'detail' => $detail];
			}
		}
		return $all;
	}

	/** @param array<string, array{day: int, detail: string}> $all */
	private function store(array $all): void {
		$this->settings->setLongText(self::KEY, json_encode((object)$all, JSON_THROW_ON_ERROR));
	}
}
