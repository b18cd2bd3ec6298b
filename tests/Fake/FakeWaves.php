<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Publisher\Wave;
use OCA\Compagnon\Observatory\Publisher\Waves;

final class FakeWaves implements Waves {
	/** @var list<string> */
	public array $frozen = [];
	/** @var array<string, string> hash by wave */
	public array $announced = [];
	/** @var (\Closure(): void)|null what happens when it is frozen */
	public ?\Closure $onFreeze = null;

	/** @param list<Wave> $waves */
	public function __construct(
		public array $waves,
	) {
	}

	#[\Override]
	public function wave(string $survey, string $period): Wave {
		foreach ($this->waves as $wave) {
			if ($wave->survey === $survey && $wave->period === $period) {
				return $wave;
			}
		}
		throw new NotFound('There is no survey of this name in this period.');
	}

	#[\Override]
	public function open(): array {
		return $this->waves;
	}

	#[\Override]
	public function freeze(string $survey, string $period): void {
		$this->frozen[] = "$survey $period";
		if ($this->onFreeze !== null) {
			($this->onFreeze)();
		}
	}

	#[\Override]
	public function announce(string $survey, string $period, string $sha256, string $day): void {
		$this->announced["$survey $period"] = $sha256;
	}
}
