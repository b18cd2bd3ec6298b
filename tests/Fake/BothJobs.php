<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Jobs;

/** A real list of jobs, and a fake one that tells when a run is due. */
final readonly class BothJobs implements Jobs {
	public function __construct(
		private Jobs $real,
		private FakeJobs $fake,
	) {
	}

	#[\Override]
	public function schedule(string $runId, ?int $notBefore = null): void {
		$this->real->schedule($runId, $notBefore);
		$this->fake->schedule($runId, $notBefore);
	}

	#[\Override]
	public function remove(string $runId): void {
		$this->real->remove($runId);
		$this->fake->remove($runId);
	}

	#[\Override]
	public function pace(): array {
		return $this->real->pace();
	}
}
