<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Console;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Observatory\AddSurvey;
use OCA\Compagnon\Observatory\CloseSurvey;
use OCA\Compagnon\Observatory\Harvest;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Survey;
use OCA\Compagnon\Observatory\SurveyFile;
use OCA\Compagnon\Observatory\Surveys;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Clock;

/** Surveys, for whoever runs the observatory. */
final readonly class SurveyConsole {
	private const SCHEMAS = __DIR__ . '/../../../resources/schema/';

	public function __construct(
		private Mode $mode,
		private Surveys $surveys,
		private AddSurvey $add,
		private CloseSurvey $close,
		private Harvest $harvest,
		private Clock $clock,
	) {
	}

	/**
	 * @param string $json what is asked
	 * @return list<string>
	 * @throws Refusal
	 */
	public function add(string $json, ?string $period, ?string $opens, ?string $closes, ?string $organiser, ?string $contact): array {
		$this->mode->demand();
		try {
			$quarter = $period === null ? Period::at($this->clock->now()) : new Period($period);
		} catch (Malformed) {
			throw new Invalid('period', 'A period is a quarter of a year, as 2026-Q4.');
		}
		$survey = $this->add->add(
			$json,
			$quarter->name,
			$opens ?? gmdate('Y-m-d', $quarter->firstDay()),
			$closes ?? gmdate('Y-m-d', $quarter->lastDay()),
			$organiser,
			$contact,
		);
		return ['It is in the catalogue: ' . $this->line($survey)];
	}

	/** @return list<string> */
	public function list(): array {
		return array_map($this->line(...), $this->surveys->all());
	}

	/**
	 * @return list<string>
	 * @throws NotFound
	 */
	public function show(string $id, ?string $period): array {
		$survey = $this->find($id, $period);
		$file = SurveyFile::read($survey->file);
		$lines = [$this->line($survey), $file->title()->en, "asked by $survey->organiser ($survey->contact)", "sha256 $survey->sha256"];
		foreach ($file->kinds() as $kind) {
			foreach (Stratum::cases() as $stratum) {
				$issued = $this->harvest->issued($survey->id, $survey->period, $kind, $stratum);
				$reports = $this->harvest->count($survey->id, $survey->period, $kind, $stratum);
				$lines[] = "$kind->value, $stratum->value: {$issued['spaces']} spaces, {$issued['tokens']} tokens, $reports reports";
			}
		}
		return $lines;
	}

	/**
	 * @return list<string>
	 * @throws NotFound
	 */
	public function close(string $id, ?string $period): array {
		$survey = $this->find($id, $period);
		$this->close->close($survey->id, $survey->period->name);
		return ["$survey->id $survey->period is closed. Nothing is taken for it any more."];
	}

	/**
	 * @return list<string> question and words, in an order of chance, one a line
	 * @throws NotFound
	 */
	public function texts(string $id, ?string $period): array {
		$survey = $this->find($id, $period);
		$lines = [];
		foreach (Stratum::cases() as $stratum) {
			foreach ($this->harvest->contents($survey->id, $survey->period, ReportKind::MemberText, $stratum) as $text) {
				$word = static fn (string $name): string => is_string($text[$name] ?? null) ? $text[$name] : '';
				$lines[] = $word('question') . "\t" . str_replace("\n", ' / ', $word('words'));
			}
		}
		return $lines;
	}

	/** @return list<string> */
	public function schema(): array {
		return [(string)file_get_contents(self::SCHEMAS . 'questionnaire.json'), (string)file_get_contents(self::SCHEMAS . 'figures.json')];
	}

	private function find(string $id, ?string $period): Survey {
		foreach ($this->surveys->all() as $survey) {
			if ($survey->id === $id && ($period ?? $survey->period->name) === $survey->period->name) {
				return $survey;
			}
		}
		throw new NotFound('There is no such survey. The action list shows those that are there.');
	}

	private function line(Survey $survey): string {
		return "$survey->id  $survey->period  {$survey->state->value}  $survey->opens to $survey->closes  {$survey->kind->value}  $survey->version";
	}
}
