<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Staging;

/** A folder of its own among the temporary ones, for as long as this lives. */
final class FakeStaging implements Staging {
	public ?int $room = null;
	public bool $gone = false;
	private ?string $path = null;

	public function __destruct() {
		if ($this->path !== null) {
			self::remove($this->path);
		}
	}

	#[\Override]
	public function folder(): string {
		if ($this->gone) {
			throw Unavailable::storage(new \RuntimeException('the disk went away'));
		}
		$this->path ??= sys_get_temp_dir() . '/compagnon-staging-' . bin2hex(random_bytes(6));
		if (!is_dir($this->path)) {
			mkdir($this->path, 0o700);
		}
		return $this->path;
	}

	#[\Override]
	public function room(): ?int {
		return $this->room;
	}

	private static function remove(string $path): void {
		if (!is_dir($path)) {
			unlink($path);
			return;
		}
		foreach (array_diff((array)scandir($path), ['.', '..']) as $name) {
			self::remove("$path/$name");
		}
		rmdir($path);
	}
}
