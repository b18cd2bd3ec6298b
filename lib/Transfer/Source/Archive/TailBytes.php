<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Staging;

/**
 * The last part of a file that cannot seek, read through once and kept in staging: a zip's directory lies at its end. The
 * copy has no name, so that it goes with the process whatever ends it.
 */
final readonly class TailBytes implements Bytes {
	private const PIECE = 1_048_576;

	private function __construct(
		private Bytes $copy,
		private int $from,
		private int $size,
	) {
	}

	/** @throws Unavailable when staging takes nothing */
	public static function copy(FileBytes $file, int $from, Staging $staging): self {
		$path = $staging->folder() . '/tail-' . bin2hex(random_bytes(8));
		$copy = @fopen($path, 'x+');
		if ($copy === false || !unlink($path)) {
			throw Unavailable::storage(new \RuntimeException("Cannot stage $path"));
		}
		for ($place = $from; $place < $file->size(); $place += self::PIECE) {
			$piece = $file->at($place, self::PIECE);
			if (fwrite($copy, $piece) !== strlen($piece)) {
				throw Unavailable::storage(new \RuntimeException('Staging is full'));
			}
		}
		rewind($copy);
		return new self(new FileBytes(static fn () => $copy, $file->size() - $from), $from, $file->size());
	}

	#[\Override]
	public function at(int $from, int $length): string {
		return $this->copy->at($from - $this->from, $length);
	}

	#[\Override]
	public function size(): int {
		return $this->size;
	}

	#[\Override]
	public function isSeekable(): bool {
		return true;
	}

	#[\Override]
	public function approach(int $place): bool {
		return true;
	}

	public function has(int $place): bool {
		return $place >= $this->from;
	}
}
