<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Tour\ProgressState;
use OCA\Compagnon\Tour\StartTour;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(StartTour::class)]
final class StartTourTest extends TestCase {
	public function testOpensTheFirstStep(): void {
		$world = new World();

		$progress = $world->start('nadia', 'alpha');

		self::assertSame(
			['tour' => 'alpha', 'state' => 'running', 'step' => 'one', 'revision' => 1, 'quietUntil' => null, 'updatedAt' => $world->clock->now],
			$progress->toArray(),
		);
		self::assertEquals($progress, $world->repository()->find('nadia', 'alpha'));
	}

	public function testGoesOnWhereItWasLeft(): void {
		$world = new World();
		$world->start('nadia', 'alpha');
		$world->move('nadia', 'alpha', 'last', 1);
		$world->leave('nadia', 'alpha', 2);
		$world->clock->advance(86_400);

		$progress = $world->start('nadia', 'alpha');

		self::assertSame('last', $progress->step);
		self::assertSame(ProgressState::Running, $progress->state);
		self::assertSame(4, $progress->revision);
		self::assertNull($progress->quietUntil);
	}

	public function testGoingOnKeepsTheMarkSoThatWhatWasDoneMeanwhileCounts(): void {
		$world = new World();
		$world->start('nadia', 'alpha');
		$world->move('nadia', 'alpha', 'folder', 1);
		$world->leave('nadia', 'alpha', 2);
		$world->facts->add('nadia', Fact::FolderCreated);

		$world->start('nadia', 'alpha');

		self::assertTrue($world->check('nadia', 'alpha', 'folder'));
	}

	public function testBeginsAgainWhenAsked(): void {
		$world = new World();
		$world->start('nadia', 'alpha');
		$world->move('nadia', 'alpha', 'last', 1);

		self::assertSame('one', $world->start('nadia', 'alpha', true)->step);
	}

	public function testAFinishedOrRefusedTourBeginsWithTheFirstStep(): void {
		$world = new World();
		$world->start('nadia', 'alpha');
		$world->move('nadia', 'alpha', 'last', 1);
		$world->finish('nadia', 'alpha', 2);
		self::assertSame('one', $world->start('nadia', 'alpha')->step);

		$world->refuse('bruno', 'alpha');
		self::assertSame('one', $world->start('bruno', 'alpha')->step);
	}

	public function testAStepThatAnUpdateTookAwayIsNotGoneOnWith(): void {
		$world = new World();
		$world->start('nadia', 'alpha');
		$world->move('nadia', 'alpha', 'last', 1);
		$world->content->tour('alpha', ['steps' => [ContentFixture::step('new-one'), ContentFixture::step('folder')]] + ContentFixture::alpha());

		self::assertSame('new-one', $world->start('nadia', 'alpha')->step);
	}

	public function testTakesAMarkWhenTheFirstStepWaitsForAFact(): void {
		$world = new World();
		$world->content->tour('alpha', ['steps' => [ContentFixture::step('folder', 'files.folder-created')]] + ContentFixture::alpha());
		$world->facts->add('nadia', Fact::FolderCreated);

		$world->start('nadia', 'alpha');

		self::assertFalse($world->check('nadia', 'alpha', 'folder'));
		$world->facts->add('nadia', Fact::FolderCreated);
		self::assertTrue($world->check('nadia', 'alpha', 'folder'));
	}

	public function testStorageThatDoesNotAnswerChangesNothing(): void {
		$world = new World();
		$world->content->tour('alpha', ['steps' => [ContentFixture::step('folder', 'files.folder-created')]] + ContentFixture::alpha());
		$world->facts->gone = true;

		try {
			$world->start('nadia', 'alpha');
			self::fail('the storage is gone');
		} catch (Unavailable) {
			self::assertNull($world->repository()->find('nadia', 'alpha'));
		}
	}

	public function testATourOfAnAppThatThePersonCannotUseDoesNotExist(): void {
		$this->expectException(NotFound::class);
		(new World())->start('nadia', 'beta');
	}
}
