<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\NotFound;

/** Ends a survey before its time: nothing is taken any more. */
final readonly class CloseSurvey {
	public function __construct(
		private Surveys $surveys,
		private MakeCatalogue $catalogue,
	) {
	}

	/** @throws NotFound when none of this name is open */
	public function close(string $survey, string $period): void {
		if (!$this->surveys->change($survey, $period, SurveyState::Open, SurveyState::Closed)) {
			throw new NotFound('No survey of this name is open in this period.');
		}
		$this->catalogue->make();
	}
}
