<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Token\TokenRepository;

/** With a survey goes the key that tells who has answered it, and what is left of its tokens. */
final readonly class CloseSurveys {
	public function __construct(
		private CatalogueStore $catalogue,
		private Roll $roll,
		private TokenRepository $tokens,
		private Clock $clock,
	) {
	}

	public function close(): void {
		$catalogue = $this->catalogue->current();
		if ($catalogue === null) {
			return;
		}
		$today = Day::text(Day::of($this->clock->now()));
		$live = array_values(array_map(
			static fn (CatalogueSurvey $survey): string => "$survey->id|{$survey->period->name}",
			array_filter($catalogue->surveys, static fn (CatalogueSurvey $survey): bool => $survey->closes >= $today),
		));
		foreach ($this->roll->open() as ['survey' => $survey, 'period' => $period]) {
			if (!in_array("$survey|$period", $live, true)) {
				$this->roll->close($survey, $period);
			}
		}
		$this->tokens->keepOnly($live);
	}
}
