<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Observatory\Registry\Offer;
use OCA\Compagnon\Observatory\Registry\Offers;
use OCA\Compagnon\Port\Clock;

/** Tells the registry what tokens are for. */
final readonly class RegistryOffers implements Offers {
	public function __construct(
		private Surveys $surveys,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function find(string $survey, string $period): ?Offer {
		$found = $this->surveys->find($survey, $period);
		return $found === null ? null : new Offer(
			$found->id,
			$found->period,
			SurveyFile::read($found->file)->kinds(),
			$found->seed,
			$found->isOffered($this->clock->now()),
		);
	}
}
