<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SpaceMeasures;
use OCA\Compagnon\Tests\Fake\FakeSpaceMeasures;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeSpaceMeasures::class)]
final class FakeSpaceMeasuresTest extends SpaceMeasuresContract {
	private FakeSpaceMeasures $fake;

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->fake = new FakeSpaceMeasures();
	}

	#[\Override]
	protected function measures(): SpaceMeasures {
		return $this->fake;
	}

	#[\Override]
	protected function account(string $id): void {
		$this->fake->add('account', $id);
	}

	#[\Override]
	protected function come(string $id): void {
		$this->fake->add('login', $id, time());
	}

	#[\Override]
	protected function file(string $id, int $bytes): void {
		$this->fake->add('file', $id, $bytes);
	}

	#[\Override]
	protected function share(string $id): void {
		$this->fake->add('share', $id);
	}

	#[\Override]
	protected function link(string $id): void {
		$this->fake->add('link', $id);
	}
}
