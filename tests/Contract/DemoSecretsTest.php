<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoSecrets;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSecrets::class)]
final class DemoSecretsTest extends SecretsContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function secrets(): Secrets {
		return $this->space->container->get(Secrets::class);
	}

	public function testWhatOneRequestSealsAnotherOpensAndAnotherSpaceDoesNot(): void {
		$sealed = $this->secrets()->seal('plain');
		self::assertSame('plain', $this->space->elsewhere()->get(Secrets::class)->open($sealed));
		self::assertSame(0o100600, fileperms($this->space->folder . '/secret.key'));

		$other = new DemoSpace();
		$this->expectException(Unavailable::class);
		$other->container->get(Secrets::class)->open($sealed);
	}
}
