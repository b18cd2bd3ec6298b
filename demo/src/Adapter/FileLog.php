<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\Log;

/** One line of JSON an entry, in the data folder. */
final readonly class FileLog implements Log {
	public function __construct(
		private string $dataFolder,
	) {
	}

	#[\Override]
	public function warning(string $message, array $context = []): void {
		$this->write('warning', $message, $context);
	}

	#[\Override]
	public function error(string $message, array $context = [], ?\Throwable $cause = null): void {
		$this->write('error', $message, $cause === null ? $context : $context + ['cause' => (string)$cause]);
	}

	/** @param array<string, string|int> $context */
	private function write(string $level, string $message, array $context): void {
		$places = array_map(static fn (string $key): string => '{' . $key . '}', array_keys($context));
		$sentence = str_replace($places, array_map(strval(...), array_values($context)), $message);
		$line = json_encode(['time' => time(), 'level' => $level, 'message' => $sentence] + $context, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
		file_put_contents($this->dataFolder . '/demo.log', $line . "\n", FILE_APPEND | LOCK_EX);
	}
}
