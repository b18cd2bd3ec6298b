<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\MoveTour;
use OCA\Compagnon\Tour\ProgressConflict;
use OCA\Compagnon\Tour\ProgressState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(MoveTour::class)]
final class MoveTourTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->start('nadia', 'alpha');
	}

	public function testOpensAnotherStep(): void {
		$this->world->clock->advance(60);

		$progress = $this->world->move('nadia', 'alpha', 'last', 1);

		self::assertSame(['last', 2, $this->world->clock->now], [$progress->step, $progress->revision, $progress->updatedAt]);
	}

	public function testGoesBackToo(): void {
		$this->world->move('nadia', 'alpha', 'last', 1);

		self::assertSame('one', $this->world->move('nadia', 'alpha', 'one', 2)->step);
	}

	public function testAnUnknownStepNamesTheField(): void {
		try {
			$this->world->move('nadia', 'alpha', 'nowhere', 1);
			self::fail('there is no such step');
		} catch (Invalid $e) {
			self::assertSame('step', $e->field);
		}
	}

	public function testTheSecondOfTwoTabsIsToldWhereItStands(): void {
		$this->world->move('nadia', 'alpha', 'folder', 1);

		try {
			$this->world->move('nadia', 'alpha', 'last', 1);
			self::fail('the other tab was faster');
		} catch (ProgressConflict $e) {
			self::assertSame(['folder', 2], [$e->progress->step, $e->progress->revision]);
		}
		self::assertSame('folder', $this->world->repository()->find('nadia', 'alpha')?->step);
	}

	public function testATabThatIsFasterBetweenReadingAndWritingWins(): void {
		$this->world->database->meanwhile = fn () => $this->world->move('nadia', 'alpha', 'folder', 1);

		try {
			$this->world->move('nadia', 'alpha', 'last', 1);
			self::fail('the other tab was faster');
		} catch (ProgressConflict $e) {
			self::assertSame(['folder', 2], [$e->progress->step, $e->progress->revision]);
		}
	}

	public function testAPausedTourDoesNotMove(): void {
		$this->world->leave('nadia', 'alpha', 1);

		try {
			$this->world->move('nadia', 'alpha', 'last', 2);
			self::fail('the tour is paused');
		} catch (ProgressConflict $e) {
			self::assertSame(ProgressState::Paused, $e->progress->state);
		}
	}

	public function testATourThatWasNeverStartedDoesNotMove(): void {
		$this->expectException(ProgressConflict::class);
		$this->world->move('bruno', 'alpha', 'last', 0);
	}

	public function testNobodyMovesSomebodyElse(): void {
		$this->world->start('bruno', 'alpha');
		$this->world->move('bruno', 'alpha', 'last', 1);

		self::assertSame('one', $this->world->repository()->find('nadia', 'alpha')?->step);
	}

	public function testAnUnknownTourDoesNotExist(): void {
		$this->expectException(NotFound::class);
		$this->world->move('nadia', 'gamma', 'one', 1);
	}
}
