<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Corrupt;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Port\Clock;

/** Ends a wave: from then on nothing is taken in or back, and what was sent is counted. */
final readonly class FreezeWave {
	public function __construct(
		private Waves $waves,
		private ReleaseRepository $releases,
		private BuildRelease $build,
		private Clock $clock,
	) {
	}

	/**
	 * A freeze that was interrupted is done again; one that was done is answered with what was counted.
	 *
	 * @param bool $early although reports can still arrive
	 * @throws NotFound|Refused|Corrupt
	 */
	public function freeze(string $survey, string $period, bool $early = false): Release {
		$wave = $this->waves->wave($survey, $period);
		$now = $this->clock->now();
		if (!$early && $now < $wave->takenUntil) {
			throw new Refused('Answers can still arrive until {day}. With --early the survey ends now, without them.', ['day' => gmdate('Y-m-d', $wave->takenUntil)]);
		}
		// First the row: whoever takes reports or withdrawals sees it, and nothing moves while it is counted.
		$this->releases->begin($survey, $period, $now);
		$this->waves->freeze($survey, $period);
		$row = $this->releases->find($survey, $period);
		if ($row?->body !== null) {
			return Release::read($row->body);
		}
		$release = $this->build->build($wave, $now);
		$this->releases->keep($survey, $period, $release->json());
		return $release;
	}
}
