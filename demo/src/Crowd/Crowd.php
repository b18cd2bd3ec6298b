<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Crowd;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Period;
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

/** Spaces of one host that answer an observatory, as real ones do: each enrols, gets its tokens, and sends a sealed report. */
final readonly class Crowd {
	private const DAY_SECONDS = 86_400;

	private SystemRandom $random;
	private Client $client;
	private Opinions $opinions;

	/** @param string $hostKey secret, as sodium_crypto_sign_secretkey gives it */
	public function __construct(
		private Line $line,
		#[\SensitiveParameter]
		private string $hostKey,
	) {
		$this->random = new SystemRandom();
		$this->client = new Client($this->random);
		$this->opinions = new Opinions();
	}

	/**
	 * Every space answers each of these surveys once.
	 *
	 * @param list<string> $surveys ids
	 */
	public function answer(int $spaces, Period $period, array $surveys): void {
		$text = $this->line->get('catalogue')['catalogue'] ?? null;
		$catalogue = Catalogue::read(is_string($text) ? $text : '');
		$keys = array_map(static fn (): string => sodium_crypto_sign_secretkey(sodium_crypto_sign_keypair()), range(1, $spaces));
		$this->line->post('registry/enrolments', array_map(fn (string $key): \Closure => fn (): array => $this->enrolment($key), $keys));
		foreach ($surveys as $id) {
			$survey = $catalogue->survey($id, $period) ?? throw new \RuntimeException("The observatory does not ask $id in $period.");
			$tokens = $this->tokens($survey, $keys);
			$this->line->post('collector/reports', array_map(fn (Token $token): \Closure => fn (): array => ['sealed' => $this->sealed($catalogue, $survey, $token)], $tokens));
		}
	}

	/**
	 * @param non-empty-string $key
	 * @return array<string, mixed>
	 */
	private function enrolment(#[\SensitiveParameter] string $key): array {
		$space = base64_encode(sodium_crypto_sign_publickey_from_secretkey($key));
		$attestation = $this->message($this->hostKey, 'attest', ['space' => $space, 'until' => gmdate('Y-m-d', time() + self::DAY_SECONDS)]);
		return $this->message($key, 'enrol', ['attestation' => $attestation]);
	}

	/**
	 * @param list<string> $keys
	 * @return array<int, Token> one of each space; the others of its batch stay unused, as in most spaces
	 */
	private function tokens(CatalogueSurvey $survey, #[\SensitiveParameter] array $keys): array {
		$issuer = (string)$survey->issuer(Stratum::Attested, $survey->kind);
		$batches = array_map(fn (): array => $this->client->blind($survey->kind === ReportKind::SpaceFigures ? 1 : 10), $keys);
		$answers = $this->line->post('registry/tokens', array_map(fn (string $key, array $blinded): \Closure => fn (): array => $this->message($key, 'tokens', [
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'kind' => $survey->kind->value,
			'blinded' => array_map(static fn (Blinded $one): string => base64_encode($one->element), $blinded),
		]), $keys, $batches));
		return array_map(fn (array $answer, int $at): Token => $this->client->finish($batches[$at], Evaluation::read($answer), $issuer)[0], $answers, array_keys($answers));
	}

	private function sealed(Catalogue $catalogue, CatalogueSurvey $survey, Token $token): string {
		$code = WithdrawalCode::make($this->random);
		$report = new Report($survey->kind, $survey->id, $survey->version, $survey->sha256, $survey->period, $token, $code->reportId(), $code->hash(), $this->opinions->on($survey));
		return base64_encode(Envelope::seal($report->bytes(), $catalogue->keys->sealing));
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	private function message(#[\SensitiveParameter] string $key, string $do, array $fields): array {
		$head = ['do' => $do, 'to' => $this->line->address, 'at' => time(), 'nonce' => bin2hex($this->random->bytes(16))];
		return SignedMessage::sign($head + $fields, $key)->toArray();
	}
}
