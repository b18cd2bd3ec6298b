<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** How much of the memory that PHP may take is taken. */
final readonly class Memory {
	private const SHARE = 0.6;

	public static function isShort(): bool {
		$limit = ini_parse_quantity(ini_get('memory_limit'));
		return $limit > 0 && memory_get_usage(true) > $limit * self::SHARE;
	}
}
