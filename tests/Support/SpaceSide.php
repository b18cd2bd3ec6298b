<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Transfer\SystemRandom;

/** What a space says to an observatory, honest or not. */
final class SpaceSide {
	public readonly string $secretKey;

	/** @param \Closure(): int $now */
	public function __construct(
		private readonly string $to,
		private readonly \Closure $now,
	) {
		$this->secretKey = sodium_crypto_sign_secretkey(sodium_crypto_sign_keypair());
	}

	/** @return string base64 */
	public function key(): string {
		return base64_encode(sodium_crypto_sign_publickey_from_secretkey($this->secretKey));
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array{message: string, key: string, signature: string}
	 */
	public function message(string $do, array $fields = []): array {
		/** @var array{do: string, to: string, at: int, nonce: string} $whole */
		$whole = $fields + ['do' => $do, 'to' => $this->to, 'at' => ($this->now)(), 'nonce' => bin2hex(random_bytes(16))];
		return SignedMessage::sign($whole, $this->secretKey)->toArray();
	}

	/** @return list<Blinded> */
	public function blind(int $count): array {
		return (new Client(new SystemRandom()))->blind($count);
	}

	/**
	 * @param list<Blinded> $blinded
	 * @return array{message: string, key: string, signature: string}
	 */
	public function tokenRequest(CatalogueSurvey $survey, ReportKind $kind, array $blinded): array {
		return $this->message('tokens', [
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'kind' => $kind->value,
			'blinded' => array_map(static fn (Blinded $one): string => base64_encode($one->element), $blinded),
		]);
	}

	/**
	 * @param list<Blinded> $blinded
	 * @param array<string, mixed> $answer
	 * @return list<Token>
	 */
	public function finish(CatalogueSurvey $survey, ReportKind $kind, array $blinded, array $answer): array {
		$stratum = Stratum::from(is_string($answer['stratum']) ? $answer['stratum'] : '');
		return (new Client(new SystemRandom()))->finish($blinded, Evaluation::read($answer), (string)$survey->issuer($stratum, $kind));
	}

	/**
	 * @param array<array-key, mixed> $content
	 */
	public static function report(CatalogueSurvey $survey, ReportKind $kind, Token $token, array $content, ?WithdrawalCode $code = null): Report {
		$code ??= WithdrawalCode::make(new SystemRandom());
		return new Report($kind, $survey->id, $survey->version, $survey->sha256, $survey->period, $token, $code->reportId(), $code->hash(), $content);
	}

	/** @return string base64, as the collector is sent it */
	public static function seal(Catalogue $catalogue, Report|string $report): string {
		return base64_encode(Envelope::seal(is_string($report) ? $report : $report->bytes(), $catalogue->keys->sealing));
	}
}
