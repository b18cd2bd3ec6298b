<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Clock;

/**
 * Makes the next catalogue of what is asked and what was published, names the hash of the one before, signs and keeps it.
 * It is read once more as a space reads it, before anybody can see it.
 */
final readonly class MakeCatalogue {
	private const K = 11;
	private const ATTEMPTS = 5;

	public function __construct(
		private Surveys $surveys,
		private Catalogues $catalogues,
		private SigningKeys $signing,
		private SealingKeys $sealing,
		private ReceiptKey $receipts,
		private IssuerSeeds $seeds,
		private Organiser $organiser,
		private StandardWords $words,
		private Clock $clock,
	) {
	}

	/** @param ?string $nextKey public key that alone may sign from then on, 32 bytes; null for the one in use */
	public function make(?string $nextKey = null): StoredCatalogue {
		for ($attempt = 0; $attempt < self::ATTEMPTS; $attempt++) {
			$before = $this->catalogues->newest();
			$allowed = $before === null ? [] : Catalogue::read($before->text)->keys->catalogue;
			$key = $this->signing->signing($allowed);
			$text = $this->text($before, $nextKey ?? $key->signingPublic());
			$read = Catalogue::read($text);
			$signed = CatalogueSignature::sign($text, $key->signingSecret())->toArray();
			$made = new StoredCatalogue($read->number, $read->sha256, $text, $signed['signature'], $signed['key']);
			// Somebody may have made one of the same number meanwhile: then this one has to follow it.
			if ($this->catalogues->add($made)) {
				return $made;
			}
		}
		throw new \LogicException('Others make catalogues all the time');
	}

	private function text(?StoredCatalogue $before, string $nextKey): string {
		$all = $this->surveys->all();
		$now = $this->clock->now();
		return json_encode([
			'format' => Catalogue::FORMAT,
			'number' => ($before->number ?? 0) + 1,
			'previous' => $before?->sha256,
			'made' => gmdate('Y-m-d', $now),
			'keys' => [
				'catalogue' => [base64_encode($nextKey)],
				'sealing' => base64_encode($this->sealing->publicKey()),
				'receipts' => base64_encode($this->receipts->publicKey()),
			],
			'organiser' => ['name' => $this->organiser->name(), 'contact' => $this->organiser->contact(), 'site' => $this->organiser->site()],
			'surveys' => array_map($this->survey(...), array_values(array_filter($all, static fn (Survey $survey): bool => $survey->isOffered($now)))),
			'results' => array_map($this->result(...), array_values(array_filter($all, static fn (Survey $survey): bool => $survey->releaseSha256 !== null))),
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/** @return array<string, mixed> */
	private function survey(Survey $survey): array {
		$file = SurveyFile::read($survey->file);
		return [
			'id' => $survey->id,
			'kind' => $survey->kind->value,
			'version' => $survey->version,
			'period' => $survey->period->name,
			'opens' => $survey->opens,
			'closes' => $survey->closes,
			'organiser' => $survey->organiser,
			'contact' => $survey->contact,
			'purpose' => $file->purpose(),
			'basis' => $this->words->basis($file),
			'retention' => $this->words->retention(),
			'k' => self::K,
			'questionnaire' => $file->questionnaire?->json,
			'sha256' => $survey->sha256,
			'metrics' => array_column($file->metrics(), 'value'),
			'issuers' => [
				Stratum::Attested->value => $this->issuers($survey, $file->kinds(), Stratum::Attested),
				Stratum::Unattested->value => $this->issuers($survey, $file->kinds(), Stratum::Unattested),
			],
		];
	}

	/**
	 * @param list<ReportKind> $kinds
	 * @return array<string, string> public keys in base64, by kind
	 */
	private function issuers(Survey $survey, array $kinds, Stratum $stratum): array {
		$keys = [];
		foreach ($kinds as $kind) {
			$keys[$kind->value] = base64_encode($this->seeds->key($survey->seed, $survey->id, $survey->period, $kind, $stratum)->publicKey);
		}
		return $keys;
	}

	/** @return array<string, mixed> */
	private function result(Survey $survey): array {
		return [
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'sha256' => $survey->releaseSha256,
			'title' => SurveyFile::read($survey->file)->title(),
			'day' => $survey->releasedOn,
		];
	}
}
