<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Transfer\LetIdleGo;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(LetIdleGo::class)]
final class LetIdleGoTest extends TestCase {
	private const DAY = 86_400;

	private CourseWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
	}

	public function testAPermissionGoesADayAfterTheLastMove(): void {
		$run = $this->world->draft('nadia');
		$this->world->put($run, RunState::Done);

		$this->world->clock->advance(self::DAY - 1);
		self::assertSame(1, $this->leftAfterwards());
		$this->world->clock->advance(1);
		self::assertSame(0, $this->leftAfterwards());
	}

	public function testAPermissionThatWasNeverUsedGoesAfterADay(): void {
		$this->world->connect('nadia');

		$this->world->clock->advance(self::DAY - 1);
		self::assertSame(1, $this->leftAfterwards());
		$this->world->clock->advance(1);
		self::assertSame(0, $this->leftAfterwards());
	}

	public function testAMoveThatWorksKeepsItHoweverLongItTakes(): void {
		$this->world->put($this->world->draft('nadia'), RunState::Active);

		$this->world->clock->advance(60 * self::DAY);
		self::assertSame(1, $this->leftAfterwards());
	}

	public function testAMoveThatRestsKeepsItForAWeek(): void {
		$this->world->put($this->world->draft('nadia'), RunState::Paused);

		$this->world->clock->advance(7 * self::DAY - 1);
		self::assertSame(1, $this->leftAfterwards());
		$this->world->clock->advance(1);
		self::assertSame(0, $this->leftAfterwards());
	}

	private function leftAfterwards(): int {
		$this->world->get(LetIdleGo::class)->letGo();
		return count($this->world->get(ConnectionRepository::class)->all('nadia'));
	}
}
