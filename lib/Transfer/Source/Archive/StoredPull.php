<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** A part of a file as it is. */
final class StoredPull implements Pull {
	private const PIECE = 262_144;

	public function __construct(
		private readonly Bytes $file,
		private int $from,
		private readonly int $to,
	) {
	}

	#[\Override]
	public function next(): ?string {
		$piece = $this->from < $this->to ? $this->file->at($this->from, min(self::PIECE, $this->to - $this->from)) : '';
		$this->from += strlen($piece);
		return $piece === '' ? null : $piece;
	}
}
