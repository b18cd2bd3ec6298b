<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Tests\Fake\FakeFiles;
use OCA\Compagnon\Tests\Fake\PowerCut;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeFiles::class)]
final class FakeFilesTest extends FilesContract {
	private FakeFiles $fake;

	#[\Override]
	protected function files(): Files {
		$this->fake = new FakeFiles();
		$this->fake->fast = true;
		return $this->fake;
	}

	#[\Override]
	protected function leave(int $bytes): void {
		$this->fake->quota[self::USER] = (int)$this->fake->find(self::USER, '')?->size + $bytes;
	}

	#[\Override]
	protected function versions(int $fileId): array {
		return $this->fake->nodes[$fileId]->versions;
	}

	#[\Override]
	protected function move(int $fileId, string $path): void {
		$this->fake->move($fileId, $path);
	}

	public function testWhatIsLockedOrReadOnlyIsLeftAlone(): void {
		$made = $this->create('a', 'x');
		$this->fake->locked = [self::HOME . '/a', self::HOME . '/b'];
		$this->fails(FilesFaultKind::Locked, fn () => $this->create('b', 'x'));
		$this->fails(FilesFaultKind::Locked, fn () => $this->files->read(self::USER, $made->id));
		$this->fails(FilesFaultKind::Locked, fn () => $this->files->replace(self::USER, $made->id, $made->etag, Content::ofBytes('y'), null));

		$this->fake->readOnly = [self::HOME];
		$this->fails(FilesFaultKind::ReadOnly, fn () => $this->create('c', 'x'));
		$this->fails(FilesFaultKind::ReadOnly, fn () => $this->files->makeFolder(self::USER, self::HOME . '/d'));
		self::assertFalse($this->files->find(self::USER, self::HOME)?->writable);
	}

	public function testThePowerMayGoWhileAFileIsWritten(): void {
		$this->fake->cutAfter = 3;
		try {
			$this->create('a', 'whole');
			self::fail('the power went');
		} catch (PowerCut) {
			self::assertSame('who', $this->fake->bytes(self::USER, self::HOME . '/a'));
		}
		self::assertSame(5, $this->create('b', 'whole')->size);
	}

	public function testAWatcherSeesEachMoment(): void {
		$seen = [];
		$this->fake->watch = static function (string $moment, string $act, string $path) use (&$seen): void {
			$seen[] = "$moment $act $path";
		};
		$this->create('a', 'x');

		self::assertSame(['before create Contract/a', 'written create Contract/a', 'after create Contract/a'], $seen);
	}
}
