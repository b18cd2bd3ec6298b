<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** What was seen of one step at one width. */
final readonly class StepResult {
	/**
	 * @param string $tour id of a tour
	 * @param string $step id of a step of that tour
	 */
	public function __construct(
		public string $tour,
		public string $step,
		public Device $device,
		public Seen $seen,
	) {
	}

	/** @return array{string, string, string, string} tour, step, device, what was seen */
	public function toList(): array {
		return [$this->tour, $this->step, $this->device->value, $this->seen->value];
	}

	/** @return ?self null when this is no result, or one of a version that knew more */
	public static function fromList(mixed $list): ?self {
		if (!is_array($list) || !array_is_list($list) || count(array_filter($list, 'is_string')) !== 4) {
			return null;
		}
		/** @var array{string, string, string, string} $list */
		[$tour, $step, $device, $seen] = $list;
		$device = Device::tryFrom($device);
		$seen = Seen::tryFrom($seen);
		return $device === null || $seen === null ? null : new self($tour, $step, $device, $seen);
	}
}
