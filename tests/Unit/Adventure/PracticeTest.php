<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Adventure;

use OCA\Compagnon\Adventure\Practice\MakePractice;
use OCA\Compagnon\Adventure\Practice\PracticeApart;
use OCA\Compagnon\Adventure\Practice\PracticeFolder;
use OCA\Compagnon\Adventure\Practice\RemovePractice;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\AdventureWorld;
use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(MakePractice::class)]
#[CoversClass(PracticeApart::class)]
#[CoversClass(PracticeFolder::class)]
#[CoversClass(RemovePractice::class)]
final class PracticeTest extends TestCase {
	private AdventureWorld $adventure;

	#[\Override]
	protected function setUp(): void {
		$this->adventure = new AdventureWorld();
	}

	public function testItIsMadeOnceWithThreeFiles(): void {
		self::assertNull($this->adventure->show('nadia')['practice']);
		$made = $this->adventure->practise('nadia');
		self::assertSame('Practice folder', $made['name']);
		self::assertMatchesRegularExpression('#/f/\d+$#D', $made['url']);
		self::assertSame(['Practice folder/Ideas.md', 'Practice folder/Note to throw away.md', 'Practice folder/Shopping list.md'], $this->adventure->files->paths('nadia'));

		self::assertSame($made, $this->adventure->practise('nadia'));
		self::assertSame($made, $this->adventure->show('nadia')['practice']);
		self::assertNull($this->adventure->show('bruno')['practice']);
		self::assertCount(3, $this->adventure->files->paths('nadia'));
	}

	public function testAFolderOfThePersonsOwnIsLeftAlone(): void {
		$this->adventure->files->put('nadia', 'Practice folder/mine.md', 'mine');
		self::assertFalse($this->adventure->tidy('nadia'));
		self::assertSame('Practice folder (2)', $this->adventure->practise('nadia')['name']);

		self::assertTrue($this->adventure->tidy('nadia'));
		self::assertSame(['Practice folder/mine.md'], $this->adventure->files->paths('nadia'));
		self::assertFalse($this->adventure->tidy('nadia'));
	}

	public function testItIsFoundWhereverItWasMoved(): void {
		$this->adventure->practise('nadia');
		$this->adventure->files->move((int)$this->adventure->files->find('nadia', 'Practice folder')?->id, 'Elsewhere');

		self::assertSame('Elsewhere', $this->adventure->show('nadia')['practice']['name'] ?? null);
		self::assertTrue($this->adventure->tidy('nadia'));
	}

	public function testOneThatThePersonDeletedCanBeMadeAgain(): void {
		$this->adventure->practise('nadia');
		$this->adventure->files->delete('nadia', 'Practice folder');
		self::assertNull($this->adventure->show('nadia')['practice']);

		self::assertSame('Practice folder', $this->adventure->practise('nadia')['name']);
		self::assertCount(3, $this->adventure->files->paths('nadia'));
	}

	public function testASecondClickWaitsForTheFirst(): void {
		$this->adventure->files->locked = ['Practice folder/Ideas.md'];
		$this->adventure->files->refused = function (string $path): void {
			$this->adventure->files->locked = [];
			$this->adventure->files->put('nadia', $path, 'by the first');
		};

		self::assertSame('Practice folder', $this->adventure->practise('nadia')['name']);
		self::assertSame('by the first', $this->adventure->files->bytes('nadia', 'Practice folder/Ideas.md'));
		self::assertCount(3, $this->adventure->files->paths('nadia'));
	}

	public function testNobodyWaitsForALockThatStays(): void {
		$tries = 0;
		$this->adventure->files->locked = ['Practice folder/Ideas.md'];
		$this->adventure->files->refused = static function () use (&$tries): void {
			$tries++;
		};
		try {
			$this->adventure->practise('nadia');
			self::fail('it is made');
		} catch (Unavailable) {
			self::assertSame(11, $tries);
		}
	}

	public function testWantOfRoomIsSaid(): void {
		$this->adventure->files->quota['nadia'] = 10;
		$this->expectException(Unavailable::class);
		$this->expectExceptionMessage('The practice folder could not be made');
		$this->adventure->practise('nadia');
	}

	public function testWhereThereIsNoTrashNothingIsLost(): void {
		$this->adventure->practise('nadia');
		$this->adventure->trash->fault = FilesFaultKind::Refused;
		try {
			$this->adventure->tidy('nadia');
			self::fail('it is gone');
		} catch (Unavailable $refusal) {
			self::assertStringContainsString('You can do so yourself in Files.', $refusal->sentence);
		}

		self::assertNotNull($this->adventure->show('nadia')['practice']);
	}

	public function testItEndsNoQuestAndProvesNothing(): void {
		$this->adventure->begin();
		$this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => 'folder', 'level' => 'essential']);
		$this->adventure->files->watch = function (string $moment, string $act): void {
			if ($moment === 'after' && $act === 'makeFolder') {
				$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
			}
		};
		$this->adventure->practise('nadia');
		self::assertFalse($this->adventure->check('nadia', 2, 'folder')['holds']);

		// Opened anew, it has not been done before either.
		self::assertCount(1, $this->adventure->move('nadia', 2, ['kind' => 'open', 'quest' => 'folder', 'level' => 'essential'])['moves']);
		$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
		self::assertTrue($this->adventure->check('nadia', 3, 'folder')['holds']);
	}

	public function testWhatWasDoneBeforeItWasMadeStillCounts(): void {
		$this->adventure->begin();
		$this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => 'folder', 'level' => 'essential']);
		$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
		$this->adventure->practise('nadia');

		self::assertTrue($this->adventure->check('nadia', 2, 'folder')['holds']);
	}
}
