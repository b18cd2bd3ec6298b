<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

/** Reads what a database gives, which is numbers or text depending on the database. */
final readonly class Column {
	public static function text(string|int|float|bool|null $value): ?string {
		return $value === null ? null : (string)$value;
	}

	public static function number(string|int|float|bool|null $value): ?int {
		return $value === null ? null : (int)$value;
	}

	/** @return array<array-key, mixed> */
	public static function json(string|int|float|bool|null $value): array {
		$data = json_decode((string)$value, true);
		return is_array($data) ? $data : [];
	}
}
