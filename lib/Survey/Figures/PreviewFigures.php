<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Day;

/** Shows what would be sent, byte for byte, before anybody has agreed to anything. */
final readonly class PreviewFigures {
	public function __construct(
		private CatalogueStore $catalogue,
		private Consent $consent,
		private DecisionRepository $decisions,
		private MeasureOnce $measure,
		private FiguresReport $report,
		private FiguresSlot $slot,
		private Clock $clock,
	) {
	}

	/**
	 * @param list<string> $leftOut names of figures that would not be given
	 * @param bool $again whether to measure although it was done in this period
	 * @return array<string, mixed> as the schema SurveyPreview of openapi.json
	 * @throws NotFound when no figures are asked for
	 */
	public function preview(array $leftOut, bool $again = false): array {
		$catalogue = $this->catalogue->current();
		$survey = $this->catalogue->figures();
		if ($catalogue === null || $survey === null) {
			throw new NotFound('No figures are asked for at the moment.');
		}
		if (array_diff($leftOut, $this->consent->metrics() ?? []) !== []) {
			throw Invalid::kind('leftOut');
		}
		// Before a yes it is measured anew each day, for only what is measured on the day of the yes or later may leave.
		$measured = $this->measure->of($survey->period, $this->decisions->figuresSince() ?? $this->clock->now(), $again);
		$moment = $this->slot->moment($survey);
		return [
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'report' => $this->report->shown($survey, $measured, $leftOut)->bytes(),
			'chance' => FiguresReport::CHANCE,
			'figures' => (object)$this->report->content($survey, $measured, $leftOut),
			'measured' => Day::text($measured->day),
			'leaves' => $moment === null ? null : Day::text(Day::of($moment)),
			'seal' => base64_encode($catalogue->keys->sealing),
		];
	}
}
