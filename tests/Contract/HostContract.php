<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Host;
use PHPUnit\Framework\TestCase;

/** What every Host has to do. */
abstract class HostContract extends TestCase {
	abstract protected function host(): Host;

	public function testIsOneThatAnchorsAreKnownFor(): void {
		$anchors = json_decode((string)file_get_contents(__DIR__ . '/../../resources/anchors.json'), true, flags: JSON_THROW_ON_ERROR);
		self::assertIsArray($anchors);
		$versions = $anchors['hosts'][$this->host()->name()] ?? null;

		self::assertIsArray($versions);
		self::assertGreaterThanOrEqual(min(array_keys($versions)), $this->host()->version());
	}

	public function testStaysTheSame(): void {
		self::assertSame(
			[$this->host()->name(), $this->host()->version(), $this->host()->release()],
			[$this->host()->name(), $this->host()->version(), $this->host()->release()],
		);
	}

	public function testTheFullVersionBeginsWithTheMajorOne(): void {
		self::assertMatchesRegularExpression('/^' . $this->host()->version() . '(\.\d+)*( .+)?$/', $this->host()->release());
	}
}
