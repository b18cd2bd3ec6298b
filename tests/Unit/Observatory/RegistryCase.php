<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use OCA\Compagnon\Tests\Support\SpaceSide;

/** A registry, and a space that talks to it. */
abstract class RegistryCase extends CollectorCase {
	protected SpaceSide $space;

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->space = $this->newSpace();
	}

	final public function newSpace(): SpaceSide {
		return new SpaceSide(ObservatoryWorld::ADDRESS, fn (): int => $this->world->clock->now);
	}

	/** @return array<string, string> */
	final protected function attest(string $until = '2026-12-31'): array {
		return $this->enrol($this->space->message('enrol', ['attestation' => $this->world->attestation($this->space->key(), $until)]));
	}

	/**
	 * @param array<string, mixed> $message
	 * @return array<string, string>
	 */
	final protected function enrol(array $message): array {
		return $this->world->enrol()->enrol($message);
	}

	/**
	 * @param list<Blinded> $blinded
	 * @return array<string, mixed>
	 */
	final protected function ask(array $blinded, ReportKind $kind = ReportKind::MemberAnswers, string $survey = 'test-survey'): array {
		return $this->world->tokens()->issue($this->space->tokenRequest($this->survey($survey), $kind, $blinded));
	}

	/** @return array{tokens: int, spaces: int} */
	final protected function issued(Stratum $stratum = Stratum::Attested): array {
		return $this->world->harvest()->issued('test-survey', $this->survey()->period, ReportKind::MemberAnswers, $stratum);
	}

	/**
	 * @param class-string<Refusal> $kind
	 * @param callable(): mixed $do
	 */
	final protected function assertRefused(string $kind, callable $do, string $what = ''): Refusal {
		try {
			$do();
		} catch (Refusal $e) {
			self::assertInstanceOf($kind, $e, $what);
			return $e;
		}
		self::fail("It was let in. $what");
	}

	final protected function answering(SpaceSide $space): void {
		$this->world->http->script = fn (Request $request): string => $this->proof($space, substr($request->url, -64));
	}

	final protected function proof(SpaceSide $space, string $challenge): string {
		return (string)json_encode(['key' => $space->key(), 'signature' => base64_encode(sodium_crypto_sign_detached("openl/proof|$challenge", $space->secretKey))]);
	}
}
