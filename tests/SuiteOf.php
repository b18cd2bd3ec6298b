<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests;

/** Which suites PHPUnit was asked to run. */
final class SuiteOf {
	/** @return list<string> empty when none was named */
	public static function commandLine(): array {
		$arguments = is_array($_SERVER['argv'] ?? null) ? array_values(array_filter($_SERVER['argv'], 'is_string')) : [];
		foreach ($arguments as $i => $argument) {
			if ($argument === '--testsuite') {
				return explode(',', $arguments[$i + 1] ?? '');
			}
			if (str_starts_with($argument, '--testsuite=')) {
				return explode(',', substr($argument, strlen('--testsuite=')));
			}
		}
		return [];
	}
}
