<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Tests\Fake\SequenceRandom;
use OCA\Compagnon\Transfer\Oauth\Pkce;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Pkce::class)]
final class PkceTest extends TestCase {
	public function testTheChallengeIsThatOfTheStandard(): void {
		self::assertSame('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', Pkce::challenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'));
	}

	public function testASecretHasTheShapeOfAVerifierAndIsAnotherEachTime(): void {
		$pkce = new Pkce(new SequenceRandom());
		$secrets = [$pkce->secret(), $pkce->secret(), $pkce->secret()];

		self::assertCount(3, array_unique($secrets));
		foreach ($secrets as $secret) {
			self::assertMatchesRegularExpression('/^[A-Za-z0-9._~-]{43}$/', $secret);
		}
	}
}
