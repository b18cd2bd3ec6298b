<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/**
 * A deflated part of a file. Never gives more than was declared and one byte: that byte tells that the size was a lie.
 * Broken data ends early; size and checksum show it.
 */
final class InflatePull implements Pull {
	/** Inflates to 16 MiB at most. */
	private const PIECE = 16_384;

	private ?\InflateContext $context;

	/** @param int $size bytes that it is said to hold */
	public function __construct(
		private readonly Bytes $file,
		private int $from,
		private readonly int $to,
		private int $size,
	) {
		$context = inflate_init(ZLIB_ENCODING_RAW);
		$this->context = $context === false ? null : $context;
	}

	#[\Override]
	public function next(): ?string {
		$bytes = '';
		while ($bytes === '' && $this->context !== null) {
			$piece = $this->from < $this->to ? $this->file->at($this->from, min(self::PIECE, $this->to - $this->from)) : '';
			$this->from += strlen($piece);
			$inflated = $piece === '' ? false : @inflate_add($this->context, $piece);
			if ($inflated === false || inflate_get_status($this->context) === ZLIB_STREAM_END) {
				$this->context = null;
			}
			$bytes = (string)$inflated;
		}
		$bytes = $this->limited($bytes);
		return $bytes === '' ? null : $bytes;
	}

	private function limited(string $bytes): string {
		if (strlen($bytes) > $this->size) {
			$bytes = substr($bytes, 0, $this->size + 1);
			$this->context = null;
		}
		$this->size -= strlen($bytes);
		return $bytes;
	}
}
