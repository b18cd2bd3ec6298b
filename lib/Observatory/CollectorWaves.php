<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Observatory\Collector\Wave;
use OCA\Compagnon\Observatory\Collector\Waves;
use OCA\Compagnon\Port\Clock;

/** Tells the collector what is asked for. */
final readonly class CollectorWaves implements Waves {
	public function __construct(
		private Surveys $surveys,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function find(string $survey, string $period): ?Wave {
		$found = $this->surveys->find($survey, $period);
		return $found === null ? null : new Wave(
			$found->id,
			$found->period,
			$found->version,
			$found->sha256,
			$found->seed,
			$found->file,
			$found->isTaken($this->clock->now()),
			in_array($found->state, [SurveyState::Frozen, SurveyState::Published], true),
		);
	}
}
