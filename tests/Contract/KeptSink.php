<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Sink;

/** Keeps what comes, up to a number of bytes. */
final class KeptSink implements Sink {
	public string $bytes = '';
	/** @var list<int> */
	public array $begun = [];

	public function __construct(
		private readonly bool $willBegin = true,
		private readonly int $most = PHP_INT_MAX,
	) {
	}

	#[\Override]
	public function begin(Answer $head): bool {
		$this->begun[] = $head->status;
		return $this->willBegin;
	}

	#[\Override]
	public function write(string $bytes): bool {
		$this->bytes .= $bytes;
		return strlen($this->bytes) < $this->most;
	}
}
