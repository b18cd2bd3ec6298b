<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Publisher\Wave;
use OCA\Compagnon\Observatory\Publisher\Waves;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Port\Clock;

/** The surveys of the observatory, as its publisher sees them. */
final readonly class SurveyWaves implements Waves {
	public function __construct(
		private Surveys $surveys,
		private AskedQuestions $asked,
		private AnnounceResult $announce,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function wave(string $survey, string $period): Wave {
		return $this->of($this->find($survey, $period), true);
	}

	#[\Override]
	public function open(): array {
		$now = $this->clock->now();
		$open = array_filter($this->surveys->all(), static fn (Survey $survey): bool => $survey->isOffered($now) && $survey->isTaken($now));
		return array_values(array_map(fn (Survey $survey): Wave => $this->of($survey, false), $open));
	}

	#[\Override]
	public function freeze(string $survey, string $period): void {
		foreach ([SurveyState::Open, SurveyState::Closed] as $state) {
			$this->surveys->change($survey, $period, $state, SurveyState::Frozen);
		}
	}

	#[\Override]
	public function announce(string $survey, string $period, string $sha256, string $day): void {
		$this->announce->announce($this->find($survey, $period), $sha256, $day);
	}

	/** @throws NotFound */
	private function find(string $survey, string $period): Survey {
		return $this->surveys->find($survey, $period) ?? throw new NotFound('There is no survey of this name in this period.');
	}

	private function of(Survey $survey, bool $withQuestions): Wave {
		$file = SurveyFile::read($survey->file);
		return new Wave(
			$survey->id,
			$survey->period->name,
			$survey->kind === ReportKind::SpaceFigures ? Wave::FIGURES : Wave::ANSWERS,
			$survey->version,
			$survey->sha256,
			$file->title()->jsonSerialize(),
			$file->purpose()->jsonSerialize(),
			$survey->organiser,
			$survey->contact,
			self::at($survey->opens),
			self::at($survey->closes) + 86_399,
			$survey->state === SurveyState::Open ? $survey->endOfTaking() : 0,
			$withQuestions ? $this->asked->of($file) : [],
		);
	}

	private static function at(string $day): int {
		return (int)strtotime($day . ' 00:00:00 UTC');
	}
}
