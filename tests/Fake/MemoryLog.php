<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Log;

final class MemoryLog implements Log {
	/** @var list<array{level: string, message: string, cause: ?\Throwable}> */
	public array $entries = [];

	#[\Override]
	public function warning(string $message, array $context = []): void {
		$this->write('warning', $message, $context, null);
	}

	#[\Override]
	public function error(string $message, array $context = [], ?\Throwable $cause = null): void {
		$this->write('error', $message, $context, $cause);
	}

	/** @param array<string, string|int> $context */
	private function write(string $level, string $message, array $context, ?\Throwable $cause): void {
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($context));
		$words = array_map('strval', array_values($context));
		$this->entries[] = ['level' => $level, 'message' => str_replace($places, $words, $message), 'cause' => $cause];
	}
}
