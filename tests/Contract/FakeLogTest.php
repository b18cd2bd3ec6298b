<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(MemoryLog::class)]
final class FakeLogTest extends LogContract {
	private MemoryLog $log;

	#[\Override]
	protected function log(): Log {
		return $this->log = new MemoryLog();
	}

	#[\Override]
	protected function entries(): array {
		return array_map(static fn (array $entry): array => [
			'level' => $entry['level'],
			'text' => $entry['message'] . ' ' . $entry['cause'],
		], $this->log->entries);
	}
}
