<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\BadProof;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Sending\Reply;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;

/** Gets tokens for every survey that the space may answer, whether anybody will or not. */
final readonly class GetTokens {
	public function __construct(
		private CatalogueStore $catalogue,
		private Enrol $enrol,
		private Enrolment $enrolment,
		private Registry $registry,
		private TokenRepository $tokens,
		private Client $client,
		private Troubles $troubles,
		private Clock $clock,
	) {
	}

	public function get(Standing $standing): void {
		$surveys = $this->surveys($standing);
		$stratum = $surveys === [] ? null : $this->enrol->enrol();
		if ($stratum === null) {
			return;
		}
		foreach ($surveys as $survey) {
			foreach (Batch::all($survey, $stratum) as $batch) {
				if (!$this->tokens->isDone($batch) && !$this->batch($batch)) {
					return;
				}
			}
		}
	}

	/** @return list<CatalogueSurvey> that are open and agreed to */
	private function surveys(Standing $standing): array {
		$figures = $standing->figures ? $this->catalogue->figures() : null;
		$surveys = [...($standing->surveys === SurveyLevel::Answer ? $this->catalogue->surveys() : []), ...($figures === null ? [] : [$figures])];
		return array_values(array_filter($surveys, fn (CatalogueSurvey $survey): bool => $survey->isOpen($this->clock->now())));
	}

	/** @return bool whether to go on with the next */
	private function batch(Batch $batch): bool {
		$blinded = $this->tokens->blinded($batch, fn (): array => $this->client->blind($batch->size()));
		$reply = $this->registry->ask('tokens', 'tokens', [
			'survey' => $batch->survey->id,
			'period' => $batch->survey->period->name,
			'kind' => $batch->kind->value,
			'blinded' => array_map(static fn (Blinded $one): string => base64_encode($one->element), $blinded),
		]);
		if ($reply === null) {
			return false;
		}
		if ($reply->status !== 200) {
			return $this->refused($batch, $reply);
		}
		try {
			$this->tokens->finish($batch, $this->client->finish($blinded, Evaluation::read($reply->data), $batch->issuer));
			$this->troubles->clear(Trouble::Proof, Trouble::Unknown);
			return true;
		} catch (BadProof) {
			$this->troubles->note(Trouble::Proof);
		} catch (Malformed) {
			$this->troubles->note(Trouble::Strange, 'tokens');
		}
		$this->registry->leaveAlone();
		return false;
	}

	private function refused(Batch $batch, Reply $reply): bool {
		if ($reply->status === 409) {
			// Another copy of this space had them, before it was restored from a backup.
			$this->tokens->giveUp($batch);
			$this->troubles->note(Trouble::TokensGone, $batch->survey->period->name);
		} elseif ($reply->status === 403) {
			$this->enrolment->lose();
			$this->troubles->note(Trouble::Unknown);
		}
		return in_array($reply->status, [404, 409, 410], true);
	}
}
