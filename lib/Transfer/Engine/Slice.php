<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Source\Source;

/** A run while one worker works on it. */
final class Slice {
	/** @var ?int UTC seconds before which nothing is due */
	public ?int $notBefore = null;
	private int $keptAt = 0;

	public function __construct(
		public readonly Run $run,
		public readonly Source $source,
		public readonly Lease $lease,
		public readonly RunCursor $cursor,
		private readonly RunRepository $runs,
	) {
	}

	/** @throws LeaseLost */
	public function keep(): void {
		if (!$this->runs->keepCursor($this->run->id, $this->lease->worker, $this->cursor->toArray(), $this->notBefore)) {
			throw new LeaseLost();
		}
	}

	/** Keeps the cursor when that was some seconds ago. */
	public function keepNowAndThen(int $now): void {
		if ($now - $this->keptAt >= 3) {
			$this->keptAt = $now;
			$this->keep();
		}
	}
}
