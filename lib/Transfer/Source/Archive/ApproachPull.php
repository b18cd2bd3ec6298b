<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Content that lies far ahead in bytes that cannot seek: while they are gone through, whoever reads gets nothing, and does not hang. */
final class ApproachPull implements Pull {
	private const PIECE = 262_144;

	/** @var ?resource */
	private mixed $content = null;

	/** @param \Closure(): resource $open called when the place is reached */
	public function __construct(
		private readonly Bytes $bytes,
		private readonly int $place,
		private readonly \Closure $open,
	) {
	}

	#[\Override]
	public function next(): ?string {
		if ($this->content === null && !$this->bytes->approach($this->place)) {
			return '';
		}
		$this->content ??= ($this->open)();
		$piece = (string)fread($this->content, self::PIECE);
		return $piece === '' && feof($this->content) ? null : $piece;
	}
}
