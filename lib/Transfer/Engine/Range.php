<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Sink;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** One of several ranges of a file that come at the same time; writes where it belongs. */
final class Range implements Sink {
	public ?Fault $fault = null;
	/** Whether the provider gave the whole file instead. */
	public bool $isRefused = false;
	private int $size = 0;

	/**
	 * @param int $from first byte
	 * @param int $to last byte
	 * @param resource $file at the first byte
	 */
	public function __construct(
		public readonly int $segment,
		public readonly int $from,
		public readonly int $to,
		private readonly mixed $file,
	) {
	}

	public function size(): int {
		return $this->size;
	}

	public function header(): string {
		return "bytes=$this->from-$this->to";
	}

	public function isWhole(): bool {
		return $this->size === $this->to - $this->from + 1;
	}

	#[\Override]
	public function begin(Answer $head): bool {
		$this->isRefused = $head->status !== 206;
		return !$this->isRefused && preg_match('/^bytes (\d+)-/', (string)$head->header('content-range'), $range) === 1 && (int)$range[1] === $this->from;
	}

	#[\Override]
	public function write(string $bytes): bool {
		if ($this->size + strlen($bytes) > $this->to - $this->from + 1) {
			$this->fault = new Fault(FaultKind::Restart, 'checksum');
			return false;
		}
		if (@fwrite($this->file, $bytes) !== strlen($bytes)) {
			$this->fault = new Fault(FaultKind::NoRoom, 'no_staging_room');
			return false;
		}
		$this->size += strlen($bytes);
		return true;
	}

	/** So that whoever reads the file sees all of it. */
	public function flush(): void {
		fflush($this->file);
	}
}
