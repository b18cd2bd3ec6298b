<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Jobs;

final class FakeJobs implements Jobs {
	/** @var array<string, ?int> run to the time before which it is not due; null for now */
	public array $scheduled = [];
	/** @var list<array{string, ?int}> every call of schedule(), in order */
	public array $calls = [];
	/** @var 'cron'|'webcron'|'ajax' */
	public string $mode = 'cron';
	public ?int $lastRun = null;

	#[\Override]
	public function schedule(string $runId, ?int $notBefore = null): void {
		$this->scheduled[$runId] = $notBefore;
		$this->calls[] = [$runId, $notBefore];
	}

	#[\Override]
	public function remove(string $runId): void {
		unset($this->scheduled[$runId]);
	}

	#[\Override]
	public function pace(): array {
		return ['mode' => $this->mode, 'lastRun' => $this->lastRun];
	}
}
