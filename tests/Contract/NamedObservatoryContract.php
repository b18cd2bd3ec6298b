<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\NamedObservatory;
use PHPUnit\Framework\TestCase;

/** What every NamedObservatory has to do. */
abstract class NamedObservatoryContract extends TestCase {
	/** @param ?array<array-key, mixed> $written as somebody wrote it down; null when nobody did */
	abstract protected function observatory(?array $written): NamedObservatory;

	public function testNoneIsNamedUntilSomebodyDoes(): void {
		self::assertSame([], $this->observatory(null)->written());
	}

	public function testItIsAsItWasWritten(): void {
		$written = ['address' => 'https://openl.example.org', 'key' => base64_encode(str_repeat('k', 32)), 'attestation' => ['until' => '2027-12-31']];

		self::assertSame($written, $this->observatory($written)->written());
	}
}
