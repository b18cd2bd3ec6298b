<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/**
 * The score of the F-SUS, 0 to 100 in steps of 2.5: items 1, 3, 5, 7, 9 count x − 1, the others 5 − x, and an item without
 * an answer counts as 3 (Gronier and Baudet 2021, doi 10.1080/10447318.2021.1898828).
 */
final readonly class Fsus {
	public const ITEMS = 10;
	public const STEP = 2.5;
	private const MIDDLE = 3;

	/**
	 * @param mixed $items ten whole numbers from 1 to 5, null for those without an answer
	 * @return ?int score in steps of 2.5, 0 to 40; null when nothing was answered or the list is something else
	 */
	public static function steps(mixed $items): ?int {
		if (!is_array($items) || !array_is_list($items) || count($items) !== self::ITEMS || array_filter($items, 'is_int') === []) {
			return null;
		}
		$sum = 0;
		foreach ($items as $place => $item) {
			$value = $item ?? self::MIDDLE;
			if (!is_int($value) || $value < 1 || $value > 5) {
				return null;
			}
			$sum += $place % 2 === 0 ? $value - 1 : 5 - $value;
		}
		return $sum;
	}

	/** @param int $steps 0 to 40 */
	public static function band(int $steps): string {
		return match (true) {
			$steps < 8 => '0-19',
			$steps < 16 => '20-39',
			$steps < 24 => '40-59',
			$steps < 32 => '60-79',
			default => '80-100',
		};
	}
}
