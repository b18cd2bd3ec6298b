<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Sink;

/** Keeps the body of an answer in memory, as long as it is of a size that was meant for that. */
final class MemorySink implements Sink {
	private const MOST_BYTES = 67_108_864;

	public string $bytes = '';

	/** @param int $most bytes; the answer is ended when there are more */
	public function __construct(
		private readonly int $most = self::MOST_BYTES,
	) {
	}

	#[\Override]
	public function begin(Answer $head): bool {
		return true;
	}

	#[\Override]
	public function write(string $bytes): bool {
		$this->bytes .= $bytes;
		return strlen($this->bytes) <= $this->most;
	}
}
