<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

use OCA\Compagnon\Observatory\Publisher\Ballots;
use OCA\Compagnon\Observatory\Publisher\Count\Protect;
use OCA\Compagnon\Observatory\Publisher\Count\Rounding;
use OCA\Compagnon\Observatory\Publisher\Count\Tally;
use OCA\Compagnon\Observatory\Publisher\Issued;
use OCA\Compagnon\Observatory\Publisher\Wave;

/** Counts a wave, stratum by stratum, and keeps of it what may be shown. */
final readonly class BuildRelease {
	public function __construct(
		private Ballots $ballots,
		private Issued $issued,
	) {
	}

	/** @param int $now UTC seconds */
	public function build(Wave $wave, int $now): Release {
		if ($wave->fromOneSpace() >= Rounding::K) {
			throw new \LogicException('One space could fill a cell');
		}
		return new Release(
			$wave->survey,
			$wave->period,
			$wave->kind,
			$wave->version,
			$wave->sha256,
			$wave->title,
			$wave->purpose,
			$wave->organiser,
			$wave->contact,
			gmdate('Y-m-d', $wave->opens),
			gmdate('Y-m-d', min($wave->closes, $now)),
			gmdate('Y-m-d', $now),
			Rounding::K,
			$wave->fromOneSpace(),
			array_map(fn (string $stratum): Layer => $this->layer($wave, $stratum), Layer::ALL),
		);
	}

	/** @param Layer::ATTESTED|Layer::UNATTESTED $stratum */
	private function layer(Wave $wave, string $stratum): Layer {
		$tally = new Tally($wave->asked);
		foreach ($this->ballots->of($wave->survey, $wave->period, $wave->kind, $stratum) as $answers) {
			$tally->add($answers);
		}
		$answers = Rounding::shownTotal($tally->ballots());
		$tokens = Rounding::shownTotal($this->issued->tokens($wave->survey, $wave->period, $wave->kind, $stratum));
		$rate = $answers === null || $tokens === null ? null : round(min(1, $answers / $tokens), 3);
		return new Layer($stratum, $answers, $tokens, $rate, $answers === null ? [] : Protect::all($tally->counted()));
	}
}
