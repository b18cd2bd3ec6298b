<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Transfer\SystemRandom;

/** The part of FakeObservatory that takes reports. */
final class FakeCollector {
	/** @var list<string> key pairs, the newest first */
	public array $sealing;
	public string $receipts;
	/** @var array<string, array{report: Report, bytes: string, body: string, nullifier: string, gone: bool}> by id */
	public array $kept = [];
	/** @var list<string> bodies in the order in which they came, again and again too */
	public array $bodies = [];
	public bool $isFrozen = false;
	public bool $isClosed = false;
	/** Does what it is asked for, and nobody hears of it. */
	public bool $losesAnswers = false;
	/** Signs receipts about something else. */
	public bool $lies = false;

	public function __construct(
		private readonly FakeObservatory $observatory,
	) {
		$this->sealing = [sodium_crypto_box_seed_keypair(hash('sha256', 'box', true))];
		$this->receipts = FakeObservatory::signPair('receipts');
	}

	/** @return list<Report> */
	public function reports(): array {
		return array_values(array_map(static fn (array $one): Report => $one['report'], array_filter($this->kept, static fn (array $one): bool => !$one['gone'])));
	}

	/**
	 * @param array<array-key, mixed> $body
	 * @return array{int, array<array-key, mixed>}
	 */
	public function report(array $body): array {
		$sealed = (string)base64_decode(is_string($body['sealed'] ?? null) ? $body['sealed'] : '', true);
		$this->bodies[] = hash('sha256', $sealed);
		if ($this->isClosed) {
			return [410, []];
		}
		if (strlen($sealed) > Envelope::LARGEST) {
			return [413, []];
		}
		try {
			$bytes = Envelope::open($sealed, $this->sealing);
			$report = Report::read($bytes);
		} catch (Malformed) {
			return [422, []];
		}
		$before = $this->spent($report->token->nullifier());
		if ($before !== null) {
			return $before['body'] === hash('sha256', $sealed) ? [200, $this->receipt($before['report']->reportId, $before['body'], $before['gone'])] : [409, []];
		}
		if (!$this->knows($report)) {
			return [401, []];
		}
		$this->kept[$report->reportId] = ['report' => $report, 'bytes' => $bytes, 'body' => hash('sha256', $sealed), 'nullifier' => $report->token->nullifier(), 'gone' => false];
		return [201, $this->receipt($report->reportId, hash('sha256', $sealed), false)];
	}

	/**
	 * @param array<array-key, mixed> $body
	 * @return array{int, array<array-key, mixed>}
	 */
	public function withdraw(array $body): array {
		$code = WithdrawalCode::ofSecret($body['secret'] ?? null);
		$kept = $this->kept[$code->reportId()] ?? null;
		if ($kept === null || $body['report'] !== $code->reportId() || $kept['report']->withdrawHash !== $code->hash()) {
			return [404, []];
		}
		if ($this->isFrozen) {
			return [410, []];
		}
		$this->kept[$code->reportId()]['gone'] = true;
		return [200, $this->receipt($code->reportId(), $kept['body'], true)];
	}

	private function knows(Report $report): bool {
		foreach (Stratum::cases() as $stratum) {
			$key = $this->observatory->issuer($report->survey, $report->period->name, $report->kind, $stratum);
			if ((new Issuer(new SystemRandom()))->knows($key, $report->token)) {
				return true;
			}
		}
		return false;
	}

	/** @return array{report: Report, bytes: string, body: string, nullifier: string, gone: bool}|null */
	private function spent(string $nullifier): ?array {
		foreach ($this->kept as $one) {
			if ($one['nullifier'] === $nullifier) {
				return $one;
			}
		}
		return null;
	}

	/** @return array{receipt: string, signature: string} */
	private function receipt(string $id, string $body, bool $gone): array {
		$about = $this->lies ? hash('sha256', 'something else') : $body;
		return (new Receipt($id, $about, gmdate('Y-m-d', $this->observatory->clock->now), $gone ? ReceiptKind::Withdrawn : ReceiptKind::Kept))
			->signed(sodium_crypto_sign_secretkey($this->receipts));
	}
}
