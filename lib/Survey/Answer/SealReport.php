<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Sending\QueuedReport;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Token\Batch;
use OCA\Compagnon\Survey\Token\Enrolment;
use OCA\Compagnon\Survey\Token\TokenRepository;

/** Puts one member's report into an envelope that only the observatory opens, and the envelope into the queue. */
final readonly class SealReport {
	public function __construct(
		private Observatories $observatories,
		private Enrolment $enrolment,
		private CatalogueStore $catalogue,
		private TokenRepository $tokens,
		private QueueRepository $queue,
		private Random $random,
	) {
	}

	/**
	 * @param array<array-key, mixed> $content
	 * @throws Refused when the space has no token left or none yet
	 */
	public function seal(CatalogueSurvey $survey, ReportKind $kind, #[\SensitiveParameter] array $content, int $day): WithdrawalCode {
		$catalogue = $this->catalogue->current() ?? throw $this->notReady();
		$batch = $this->batch($survey, $kind);
		$token = $this->tokens->take($batch) ?? throw $this->noneLeft($batch);
		$code = WithdrawalCode::make($this->random);
		$report = new Report($kind, $survey->id, $survey->version, $survey->sha256, $survey->period, $token, $code->reportId(), $code->hash(), $content);
		try {
			$envelope = Envelope::seal($report->bytes(), $catalogue->keys->sealing);
		} catch (Malformed) {
			throw new Invalid($kind === ReportKind::MemberText ? 'texts' : 'answers', 'Your words are too long to be sealed. Shorten them a little.');
		}
		$this->queue->add(QueuedReport::sealed($code->queueId(), $survey->id, $survey->period, $kind->value, $envelope, $day));
		return $code;
	}

	/** @return 'ready'|'full'|'waiting' whether a member can answer */
	public function state(CatalogueSurvey $survey): string {
		try {
			$batch = $this->batch($survey, ReportKind::MemberAnswers);
		} catch (Refused) {
			return 'waiting';
		}
		return $this->tokens->left($batch) > 0 ? 'ready' : ($this->tokens->wasAnswered($batch) ? 'full' : 'waiting');
	}

	private function batch(CatalogueSurvey $survey, ReportKind $kind): Batch {
		$observatory = $this->observatories->named() ?? throw $this->notReady();
		$stratum = $this->enrolment->stratum($observatory) ?? throw $this->notReady();
		return Batch::of($survey, $kind, $stratum) ?? throw new Refused('This survey takes no words of your own.');
	}

	private function noneLeft(Batch $batch): Refused {
		return match (true) {
			!$this->tokens->wasAnswered($batch) => $this->notReady(),
			$batch->kind === ReportKind::MemberText => new Refused('This space has sent all the words of its own that one space may send to this survey. Your answers can be sent without them.'),
			default => new Refused('Ten members of this space have answered, and no space sends more, so that none outweighs the others. Thank you all the same.'),
		};
	}

	private function notReady(): Refused {
		return new Refused('The space is not ready for this survey yet: it still waits for the observatory. Nothing was sent; try again tomorrow.');
	}
}
