<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Sink;

/** Takes the few bytes of a proof, and no more. */
final class ProofSink implements Sink {
	private const MOST = 2_048;

	public string $bytes = '';

	#[\Override]
	public function begin(Answer $head): bool {
		return true;
	}

	#[\Override]
	public function write(string $bytes): bool {
		$this->bytes .= $bytes;
		return strlen($this->bytes) <= self::MOST;
	}
}
