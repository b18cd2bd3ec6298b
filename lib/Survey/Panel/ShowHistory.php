<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\Decision;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\Figures\FiguresReport;
use OCA\Compagnon\Survey\Figures\FiguresSlot;
use OCA\Compagnon\Survey\Figures\MeasureOnce;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SentReport;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Sending\SentState;

/** Everything that leaves the space, for every member. */
final readonly class ShowHistory {
	private const NO_COUNT = ['waiting' => 0, 'sent' => 0, 'refused' => 0, 'notSent' => 0, 'withdrawn' => 0];

	public function __construct(
		private Consent $consent,
		private DecisionRepository $decisions,
		private CatalogueStore $catalogue,
		private SentRepository $sent,
		private QueueRepository $queue,
		private MeasureOnce $measure,
		private FiguresReport $report,
		private FiguresSlot $slot,
		private SentWords $words,
		private MetricWords $metrics,
		private PanelParts $parts,
	) {
	}

	/** @return array<string, mixed> as the schema SurveyHistory of openapi.json */
	public function show(): array {
		return [
			'figures' => [...$this->planned(), ...$this->lines()],
			'answers' => $this->answers(),
			'decisions' => array_map(fn (Decision $decision): array => $this->parts->decision($decision, false), $this->decisions->all()),
			'metrics' => $this->metrics->of($this->consent->metrics() ?? []),
		];
	}

	/** @return list<array<string, mixed>> as the schema SurveySent */
	public function lines(): array {
		return array_map($this->line(...), $this->sent->figures());
	}

	/** @return array<string, mixed> */
	private function line(SentReport $sent): array {
		return [
			'id' => $sent->id,
			'survey' => $sent->survey,
			'period' => $sent->period,
			'state' => $sent->state === SentState::Renew ? SentState::Waiting->value : $sent->state->value,
			'day' => Day::text($sent->day),
			'message' => $this->words->of($sent->state, $sent->outcome),
			'report' => $sent->report ?? '',
			'chance' => [],
			'receipt' => $sent->receipt,
		];
	}

	/** @return list<array<string, mixed>> what is measured and leaves soon */
	private function planned(): array {
		$standing = $this->consent->standing();
		$survey = $standing->figures ? $this->catalogue->figures() : null;
		$measured = $survey === null ? null : $this->measure->known($survey->period);
		$since = $this->decisions->figuresSince();
		if ($survey === null || $measured === null || $since === null || $measured->day < Day::of($since) || $this->sent->figuresOf($survey->id, $survey->period->name) !== []) {
			return [];
		}
		return [[
			'id' => "planned-$survey->id",
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'state' => 'planned',
			'day' => Day::text(Day::of($this->slot->moment($survey) ?? 0)),
			'message' => $this->words->planned(),
			'report' => $this->report->shown($survey, $measured, $standing->leftOut())->bytes(),
			'chance' => FiguresReport::CHANCE,
			'receipt' => null,
		]];
	}

	/** @return list<array<string, mixed>> as the schema SurveyCount */
	private function answers(): array {
		$counts = [];
		foreach ($this->queue->counts() as $one) {
			$counts[$this->key($one)]['waiting'] = $one['many'];
		}
		foreach ($this->sent->counts() as $one) {
			$name = $this->column($one['state']);
			$counts[$this->key($one)][$name] = ($counts[$this->key($one)][$name] ?? 0) + $one['many'];
		}
		krsort($counts);
		$lines = [];
		$titles = $this->catalogue->titles();
		foreach ($counts as $key => $count) {
			[$period, $survey, $kind] = explode('|', $key);
			if (in_array($kind, [ReportKind::MemberAnswers->value, ReportKind::MemberText->value], true)) {
				$lines[] = ['survey' => $survey, 'title' => $titles[$survey] ?? null, 'period' => $period, 'kind' => $kind] + array_replace(self::NO_COUNT, $count);
			}
		}
		return $lines;
	}

	/** @param array{survey: string, period: string, kind: string, ...} $one */
	private function key(array $one): string {
		return "{$one['period']}|{$one['survey']}|{$one['kind']}";
	}

	private function column(SentState $state): string {
		return match ($state) {
			SentState::Sent, SentState::TooLate => 'sent',
			SentState::Refused => 'refused',
			SentState::NotSent => 'notSent',
			SentState::Withdrawing, SentState::Withdrawn => 'withdrawn',
			SentState::Waiting, SentState::Renew => 'waiting',
		};
	}
}
