<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

/** A file as some storages give it: in small pieces, and it says that it can seek, but does not. */
final class LyingStream {
	/** @var ?resource set by PHP */
	public $context;
	/** @var resource */
	private mixed $file;

	/** @return resource|false */
	public static function open(string $path): mixed {
		if (!in_array('lying', stream_get_wrappers(), true)) {
			stream_wrapper_register('lying', self::class);
		}
		return fopen("lying://$path", 'r');
	}

	public function stream_open(string $path): bool {
		$file = fopen(substr($path, 8), 'r');
		$this->file = $file === false ? throw new \LogicException($path) : $file;
		return true;
	}

	public function stream_read(int $count): string|false {
		return fread($this->file, max(1, min($count, 3_000)));
	}

	public function stream_eof(): bool {
		return feof($this->file);
	}

	public function stream_seek(): bool {
		return false;
	}
}
