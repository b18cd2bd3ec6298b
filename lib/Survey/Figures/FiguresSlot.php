<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\SpaceKey;

/** When the figures leave: each space has its own moment of the first seven days, so that the observatory is never run over. */
final readonly class FiguresSlot {
	private const SPAN = 604_800;

	public function __construct(
		private DecisionRepository $decisions,
		private SpaceKey $key,
	) {
	}

	/** @return ?int UTC seconds; null when figures are not agreed to */
	public function moment(CatalogueSurvey $survey): ?int {
		$since = $this->decisions->figuresSince();
		if ($since === null) {
			return null;
		}
		$base = max(Day::begins(Day::read($survey->opens)), $since);
		$room = Day::begins(Day::read($survey->closes)) + Day::SECONDS - $base;
		return $base + $this->key->slot("figures|$survey->id|{$survey->period->name}", max(1, min(self::SPAN, $room)));
	}
}
