<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\FileLog;
use OCA\Compagnon\Port\Log;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FileLog::class)]
final class DemoLogTest extends LogContract {
	private DemoSpace $space;

	#[\Override]
	protected function log(): Log {
		$this->space = new DemoSpace();
		return $this->space->container->get(Log::class);
	}

	#[\Override]
	protected function entries(): array {
		$lines = file($this->space->folder . '/demo.log', FILE_IGNORE_NEW_LINES);
		return array_map(static function (string $line): array {
			$entry = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
			self::assertIsArray($entry);
			return ['level' => $entry['level'], 'text' => json_encode($entry, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR)];
		}, $lines === false ? [] : $lines);
	}
}
