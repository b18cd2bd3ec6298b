<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

/** The worker of the demo, a process of its own that somebody may end without warning: scripts/demo-worker starts it again. */
final readonly class Power {
	private const KILL = 9;

	public function __construct(
		private string $dataFolder,
	) {
	}

	public function isOn(): bool {
		return $this->worker() !== null;
	}

	/** Ends the worker in the middle of whatever it does; it is not told before. */
	public function cut(): void {
		$worker = $this->worker();
		if ($worker !== null) {
			posix_kill($worker, self::KILL);
		}
	}

	/** @return ?int process id; null when none is ours */
	private function worker(): ?int {
		$file = $this->dataFolder . '/worker.pid';
		$pid = is_file($file) ? (int)file_get_contents($file) : 0;
		$command = $pid > 0 && is_readable("/proc/$pid/cmdline") ? (string)file_get_contents("/proc/$pid/cmdline") : '';
		return str_contains($command, "demo/console\0jobs") ? $pid : null;
	}
}
