<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** Paths as Files has them: without a slash at either end. */
final readonly class Paths {
	public static function join(string $folder, string $name): string {
		return $folder === '' ? $name : "$folder/$name";
	}

	public static function parent(string $path): string {
		$slash = strrpos($path, '/');
		return $slash === false ? '' : substr($path, 0, $slash);
	}

	/** @return string the same below the folder; as it is when it lies elsewhere */
	public static function below(string $folder, string $path): string {
		return match (true) {
			$folder === $path => '',
			$folder === '' => $path,
			str_starts_with($path, "$folder/") => substr($path, strlen($folder) + 1),
			default => $path,
		};
	}
}
