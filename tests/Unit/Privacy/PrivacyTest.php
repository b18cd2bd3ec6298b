<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Privacy;

use OCA\Compagnon\Privacy\Export;
use OCA\Compagnon\Privacy\Forget;
use OCA\Compagnon\Tests\Fake\World;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Export::class)]
#[CoversClass(Forget::class)]
final class PrivacyTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->start('nadia', 'alpha');
		$this->world->start('bruno', 'alpha');
		$this->world->personalSettings()->setQuiet('nadia', true);
		$this->world->personalSettings()->setQuiet('bruno', true);
		$this->world->spaceSettings()->change(false, 'Camille');
	}

	public function testThePersonReceivesTheirRowsAndNobodyElses(): void {
		$now = $this->world->clock->now;

		self::assertSame([
			'tables' => ['compagnon_tour_progress' => [
				['tour' => 'alpha', 'state' => 'running', 'step' => 'one', 'quiet_until' => null, 'updated_at' => $now],
			]],
			'settings' => ['quiet' => true],
		], $this->world->export()->person('nadia'));
		self::assertSame(
			['tables' => ['compagnon_tour_progress' => []], 'settings' => ['quiet' => false]],
			$this->world->export()->person('lou'),
		);
	}

	public function testForgettingAPersonLeavesTheOthers(): void {
		self::assertSame(1, $this->world->forget()->person('nadia'));

		self::assertNull($this->world->repository()->find('nadia', 'alpha'));
		self::assertFalse($this->world->personalSettings()->quiet('nadia'));
		self::assertNotNull($this->world->repository()->find('bruno', 'alpha'));
		self::assertTrue($this->world->personalSettings()->quiet('bruno'));
		self::assertSame('Camille', $this->world->spaceSettings()->contact());
		self::assertSame(0, $this->world->forget()->person('nadia'));
	}

	public function testForgettingEverythingLeavesNothing(): void {
		self::assertSame(2, $this->world->forget()->everything());

		self::assertSame([], $this->world->repository()->all('bruno'));
		self::assertFalse($this->world->personalSettings()->quiet('bruno'));
		self::assertSame(['offers' => true, 'contact' => ''], $this->world->spaceSettings()->toArray());
	}
}
