<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\QueuedReport;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SentReport;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Token\Batch;
use OCA\Compagnon\Survey\Token\Enrolment;
use OCA\Compagnon\Survey\Token\TokenRepository;

/** Measures as soon as a survey is open, so that members can look, and seals when the space's moment has come. */
final readonly class PrepareFigures {
	public function __construct(
		private CatalogueStore $catalogue,
		private Observatories $observatories,
		private Enrolment $enrolment,
		private TokenRepository $tokens,
		private MeasureOnce $measure,
		private FiguresReport $report,
		private FiguresSlot $slot,
		private DecisionRepository $decisions,
		private QueueRepository $queue,
		private SentRepository $sent,
		private Database $database,
		private Clock $clock,
		private Random $random,
	) {
	}

	/** @param bool $atOnce whether the space's moment is not waited for */
	public function prepare(Standing $standing, bool $atOnce = false): void {
		$survey = $standing->figures ? $this->catalogue->figures() : null;
		if ($survey === null || !$survey->isOpen($this->clock->now())) {
			return;
		}
		$before = $this->sent->figuresOf($survey->id, $survey->period->name);
		if ($before !== [] && $before[0]->state !== SentState::Renew) {
			return;
		}
		$measured = $this->measure->of($survey->period, $this->decisions->figuresSince());
		if ($atOnce || $this->slot->moment($survey) <= $this->clock->now()) {
			$this->seal($survey, $measured, $standing->leftOut(), $before[0] ?? null);
		}
	}

	/** @param list<string> $leftOut */
	private function seal(CatalogueSurvey $survey, Measured $measured, array $leftOut, ?SentReport $renewed): void {
		$catalogue = $this->catalogue->current();
		$batch = $this->batch($survey);
		if ($catalogue === null || $batch === null) {
			return;
		}
		$this->database->transactional(function () use ($survey, $measured, $leftOut, $renewed, $catalogue, $batch): void {
			$token = $this->tokens->take($batch);
			if ($token !== null) {
				$this->enqueue($survey, $measured, $leftOut, $token, $catalogue->keys->sealing, $renewed);
			} elseif ($renewed !== null && $this->tokens->isDone($batch) && $this->catalogue->fetchedDay() > $renewed->day) {
				// The registry gives one token for figures in a quarter, and the catalogue of a later day has no other key.
				$this->sent->settle($renewed->id, $renewed->survey, $renewed->period, $renewed->kind, SentState::Refused, Outcome::BadToken);
			}
		});
	}

	/** @param list<string> $leftOut */
	private function enqueue(CatalogueSurvey $survey, Measured $measured, array $leftOut, #[\SensitiveParameter] Token $token, string $sealingKey, ?SentReport $renewed): void {
		$code = WithdrawalCode::make($this->random);
		$bytes = $this->report->sent($survey, $measured, $leftOut, $token, $code)->bytes();
		$envelope = Envelope::seal($bytes, $sealingKey);
		if ($renewed !== null) {
			$this->sent->remove($renewed->id);
		}
		$this->sent->begin($code->queueId(), $survey->id, $survey->period->name, $bytes, $code->secret());
		if ($renewed !== null) {
			// A second refusal is the last one.
			$this->sent->settle($code->queueId(), $survey->id, $survey->period->name, ReportKind::SpaceFigures->value, SentState::Waiting, Outcome::BadToken);
		}
		$this->queue->add(QueuedReport::sealed($code->queueId(), $survey->id, $survey->period, ReportKind::SpaceFigures->value, $envelope, Day::of($this->clock->now())));
	}

	private function batch(CatalogueSurvey $survey): ?Batch {
		$observatory = $this->observatories->named();
		$stratum = $observatory === null ? null : $this->enrolment->stratum($observatory);
		return $stratum === null ? null : Batch::of($survey, ReportKind::SpaceFigures, $stratum);
	}
}
