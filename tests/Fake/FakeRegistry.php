<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Voprf\Evaluation;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Transfer\SystemRandom;

/** The part of FakeObservatory that knows spaces. */
final class FakeRegistry {
	private const CLOCK_SECONDS = 300;

	/** @var array<string, string> stratum by key of a space, base64 */
	public array $spaces = [];
	/** @var array<string, string> challenge by key */
	public array $challenges = [];
	/** @var array<string, array{string, array<string, mixed>}> hash of the batch and answer, by space and batch */
	public array $batches = [];
	/** @var (\Closure(string): ?array{key: string, signature: string})|null what /.well-known/openl of the space answers */
	public ?\Closure $wellKnown = null;
	/** @var list<string> nonces of messages */
	public array $nonces = [];
	/** Uses a key of its own for this space. */
	public bool $marks = false;

	public function __construct(
		private readonly FakeObservatory $observatory,
	) {
	}

	/**
	 * @param array<array-key, mixed> $body
	 * @return array{int, array<array-key, mixed>}
	 */
	public function enrol(array $body): array {
		$message = $this->read($body);
		if ($message === null) {
			return [401, []];
		}
		$key = base64_encode($message->key);
		if ($message->fields['do'] === 'enrol' && isset($message->fields['attestation'])) {
			$this->spaces[$key] = Stratum::Attested->value;
			return $message->fields['attestation'] === ['over' => true] ? [403, []] : [200, ['stratum' => 'attested']];
		}
		if ($message->fields['do'] === 'enrol') {
			$this->challenges[$key] = bin2hex(random_bytes(16));
			return [200, ['challenge' => $this->challenges[$key]]];
		}
		$challenge = $this->challenges[$key] ?? '';
		$proof = $this->wellKnown === null ? null : ($this->wellKnown)($challenge);
		if ($proof === null || $proof['key'] !== $key || !sodium_crypto_sign_verify_detached((string)base64_decode($proof['signature'], true), "openl/proof|$challenge", $message->key)) {
			return [403, []];
		}
		$this->spaces[$key] = Stratum::Unattested->value;
		return [200, ['stratum' => 'unattested']];
	}

	/**
	 * @param array<array-key, mixed> $body
	 * @return array{int, array<array-key, mixed>}
	 */
	public function tokens(array $body): array {
		$message = $this->read($body);
		$stratum = $message === null ? null : $this->spaces[base64_encode($message->key)] ?? null;
		if ($message === null || $stratum === null) {
			return [$message === null ? 401 : 403, []];
		}
		['survey' => $survey, 'period' => $period, 'kind' => $kind, 'blinded' => $blinded] = $message->fields;
		$batch = implode('|', [base64_encode($message->key), $survey, $period, $kind, $this->observatory->issuerSeed]);
		$hash = hash('sha256', json_encode($blinded, JSON_THROW_ON_ERROR));
		if (isset($this->batches[$batch])) {
			return $this->batches[$batch][0] === $hash ? [200, $this->batches[$batch][1]] : [409, []];
		}
		$key = $this->observatory->issuer($this->marks ? 'marked' : $survey, $period, ReportKind::from($kind), Stratum::from($stratum));
		$evaluation = (new Issuer(new SystemRandom()))->evaluate($key, array_map(static fn (string $one): string => (string)base64_decode($one, true), $blinded));
		assert($evaluation instanceof Evaluation);
		$this->batches[$batch] = [$hash, $evaluation->toArray() + ['stratum' => $stratum]];
		return [200, $this->batches[$batch][1]];
	}

	/** @param array<array-key, mixed> $body */
	private function read(array $body): ?SignedMessage {
		try {
			$message = SignedMessage::read($body);
		} catch (Malformed) {
			return null;
		}
		$isFine = $message->fields['to'] === $this->observatory->address
			&& abs($message->fields['at'] - $this->observatory->clock->now) <= self::CLOCK_SECONDS
			&& !in_array($message->fields['nonce'], $this->nonces, true);
		$this->nonces[] = $message->fields['nonce'];
		return $isFine ? $message : null;
	}
}
