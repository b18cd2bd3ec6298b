<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\CheckFact;
use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Tour\ProgressConflict;
use OCA\Compagnon\Tour\StepMark;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(CheckFact::class)]
#[CoversClass(StepMark::class)]
final class CheckFactTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->start('nadia', 'alpha');
	}

	public function testOnlyWhatCameAfterTheStepWasOpenedCounts(): void {
		$this->world->facts->add('nadia', Fact::FolderCreated);
		$this->world->move('nadia', 'alpha', 'folder', 1);
		self::assertFalse($this->world->check('nadia', 'alpha', 'folder'));

		$this->world->facts->add('bruno', Fact::FolderCreated);
		$this->world->facts->add('nadia', Fact::FileUploaded);
		self::assertFalse($this->world->check('nadia', 'alpha', 'folder'));

		$this->world->facts->add('nadia', Fact::FolderCreated);
		self::assertTrue($this->world->check('nadia', 'alpha', 'folder'));
	}

	public function testAStateCountsAlsoWhenItWasSoBefore(): void {
		$this->world->content->tour('picture', ['id' => 'picture', 'steps' => [ContentFixture::step('one', 'account.picture-set')]] + ContentFixture::alpha());
		$this->world->start('nadia', 'picture');
		self::assertFalse($this->world->check('nadia', 'picture', 'one'));

		$this->world->facts->add('nadia', Fact::PictureSet);
		self::assertTrue($this->world->check('nadia', 'picture', 'one'));
		$this->world->start('nadia', 'picture', again: true);
		self::assertTrue($this->world->check('nadia', 'picture', 'one'));

		$this->world->facts->end('nadia', Fact::PictureSet);
		self::assertFalse($this->world->check('nadia', 'picture', 'one'));
	}

	public function testAStepThatWaitsForNothingIsInvalid(): void {
		try {
			$this->world->check('nadia', 'alpha', 'one');
			self::fail('this step waits for nothing');
		} catch (Invalid $e) {
			self::assertSame('step', $e->field);
		}
	}

	public function testAnUnknownStepIsInvalid(): void {
		$this->expectException(Invalid::class);
		$this->world->check('nadia', 'alpha', 'nowhere');
	}

	public function testOnlyTheOpenStepMayBeAskedAbout(): void {
		try {
			$this->world->check('nadia', 'alpha', 'folder');
			self::fail('another step is open');
		} catch (ProgressConflict $e) {
			self::assertSame('one', $e->progress->step);
		}
	}

	public function testAPausedTourIsNotWatched(): void {
		$this->world->move('nadia', 'alpha', 'folder', 1);
		$this->world->leave('nadia', 'alpha', 2);

		$this->expectException(ProgressConflict::class);
		$this->world->check('nadia', 'alpha', 'folder');
	}

	public function testSomebodyWhoNeverStartedHasNoOpenStep(): void {
		$this->expectException(ProgressConflict::class);
		$this->world->check('bruno', 'alpha', 'folder');
	}

	public function testStorageThatDoesNotAnswerIsSaid(): void {
		$this->world->move('nadia', 'alpha', 'folder', 1);
		$this->world->facts->gone = true;

		$this->expectException(Unavailable::class);
		$this->world->check('nadia', 'alpha', 'folder');
	}
}
