<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

use OCA\Compagnon\Error\Unavailable;

/** Complete bytes, in memory or in a staging file. */
final readonly class Content {
	private function __construct(
		public int $size,
		public ?string $bytes,
		public ?string $file,
	) {
	}

	public static function ofBytes(string $bytes): self {
		return new self(strlen($bytes), $bytes, null);
	}

	/**
	 * @param string $path absolute
	 * @throws Unavailable when it is not there
	 */
	public static function ofFile(string $path): self {
		clearstatcache(true, $path);
		$size = is_file($path) ? filesize($path) : false;
		return new self($size === false ? throw Unavailable::storage(new \RuntimeException("No staged file $path")) : $size, null, $path);
	}

	/**
	 * @return resource from the first byte
	 * @throws Unavailable when the staging file is gone
	 */
	public function open(): mixed {
		$stream = $this->file === null ? fopen('php://memory', 'r+') : @fopen($this->file, 'r');
		if ($stream === false) {
			throw Unavailable::storage(new \RuntimeException("Cannot open {$this->file}"));
		}
		if ($this->bytes !== null) {
			fwrite($stream, $this->bytes);
			rewind($stream);
		}
		return $stream;
	}
}
