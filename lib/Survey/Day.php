<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Names;

/** Days since 1970, UTC: nothing finer is kept of what people answer. */
final class Day {
	public const SECONDS = 86_400;

	public static function of(int $seconds): int {
		return intdiv($seconds, self::SECONDS);
	}

	/** @return int UTC seconds at which it begins */
	public static function begins(int $day): int {
		return $day * self::SECONDS;
	}

	/** @return string as `2026-11-28` */
	public static function text(int $day): string {
		return gmdate('Y-m-d', self::begins($day));
	}

	/**
	 * @param string $text as `2026-11-28`
	 * @throws Malformed
	 */
	public static function read(string $text): int {
		if (preg_match(Names::DAY, $text) !== 1) {
			throw new Malformed('day');
		}
		[$year, $month, $day] = array_map(intval(...), explode('-', $text));
		return self::of((int)gmmktime(0, 0, 0, $month, $day, $year));
	}
}
