<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** What one answer adds to: reads what came in a report, and takes for unanswered what it does not know. */
final readonly class Answer {
	/** @return ?list<string> ids of choices; null when there was no answer */
	public static function cells(Asked $asked, mixed $value): ?array {
		return match ($asked->shape) {
			Shape::One, Shape::Ordered => self::one($asked, $value),
			Shape::Several => self::several($asked, $value),
			Shape::Recommend => self::recommend($value),
			Shape::Fsus => ($steps = Fsus::steps($value)) === null ? null : [Fsus::band($steps)],
		};
	}

	/** @return ?list<string> */
	private static function one(Asked $asked, mixed $value): ?array {
		$id = is_int($value) ? (string)$value : $value;
		return is_string($id) && in_array($id, $asked->ids(), true) ? [$id] : null;
	}

	/** @return ?list<string> */
	private static function several(Asked $asked, mixed $value): ?array {
		if (!is_array($value)) {
			return null;
		}
		$known = array_values(array_unique(array_intersect(array_filter($value, 'is_string'), $asked->ids())));
		return count($known) === count($value) ? $known : null;
	}

	/** @return ?list<string> */
	private static function recommend(mixed $value): ?array {
		return match (true) {
			!is_int($value) || $value < 0 || $value > 10 => null,
			$value <= 6 => ['0-6'],
			$value <= 8 => ['7-8'],
			default => ['9-10'],
		};
	}
}
