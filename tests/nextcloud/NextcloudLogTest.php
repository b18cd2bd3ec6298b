<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\ServerLog;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Tests\Contract\LogContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerLog::class)]
final class NextcloudLogTest extends LogContract {
	private int $from = 0;

	#[\Override]
	protected function log(): Log {
		clearstatcache();
		$this->from = (int)filesize($this->file());
		return Support::adapter(Log::class);
	}

	#[\Override]
	protected function entries(): array {
		$entries = [];
		foreach (explode("\n", (string)file_get_contents($this->file(), offset: $this->from)) as $line) {
			$entry = json_decode($line, true);
			if (is_array($entry) && ($entry['app'] ?? null) === 'compagnon') {
				$level = [2 => 'warning', 3 => 'error'][$entry['level']] ?? 'other';
				$entries[] = ['level' => $level, 'text' => json_encode($entry, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR)];
			}
		}
		return $entries;
	}

	private function file(): string {
		return Support::dataFolder() . '/nextcloud.log';
	}
}
