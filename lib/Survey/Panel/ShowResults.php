<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\PublishedResult;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Figures\MeasureOnce;

/** Published results, beside the space's own figures. They are compared here; nothing is sent for that. */
final readonly class ShowResults {
	public function __construct(
		private Consent $consent,
		private Releases $releases,
		private MeasureOnce $measure,
		private MetricWords $metrics,
		private Clock $clock,
	) {
	}

	/** @return array{results: list<array<string, mixed>>} */
	public function all(): array {
		return ['results' => array_map($this->result(...), $this->consent->standing()->surveys->isOn() ? $this->releases->all() : [])];
	}

	/**
	 * @return array<string, mixed> as the schema SurveyComparison of openapi.json
	 * @throws NotFound when it is not here
	 */
	public function one(string $survey, string $period): array {
		$result = $this->consent->standing()->surveys->isOn() ? $this->releases->find($survey, $period) : null;
		$text = $result === null ? null : $this->releases->text($result);
		if ($result === null || $text === null) {
			throw new NotFound($result === null ? 'There is no such result.' : 'This result has not reached the space yet. It is fetched by itself within a day.');
		}
		$own = $this->measure->known($result->period) ?? $this->measure->known(Period::at($this->clock->now()));
		return [
			'result' => $this->result($result),
			'release' => json_decode($text, false, flags: JSON_THROW_ON_ERROR),
			'own' => $own === null ? null : (object)$own->figures,
			'metrics' => $this->metrics->of(array_map(static fn (Metric $metric): string => $metric->value, Metric::cases())),
		];
	}

	/** @return array<string, mixed> as the schema SurveyResult */
	private function result(PublishedResult $result): array {
		return [
			'survey' => $result->survey,
			'period' => $result->period->name,
			'title' => $result->title,
			'day' => $result->day,
			'sha256' => $result->sha256,
			'here' => $this->releases->text($result) !== null,
		];
	}
}
