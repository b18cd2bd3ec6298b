<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every Files has to do with one file at a time; what it does with many is held by FilesBatches. */
abstract class FilesContract extends TestCase {
	use FilesBatches;

	protected const USER = 'contract-in';
	protected const HOME = 'Contract';

	protected Files $files;

	/** With the people "contract-in" and "contract-out", and no folder "Contract" yet. */
	abstract protected function files(): Files;

	/** From now on, that many bytes fit into the space of "contract-in", and no more. */
	abstract protected function leave(int $bytes): void;

	/** @return list<string> what the file of "contract-in" held before, oldest first */
	abstract protected function versions(int $fileId): array;

	/** The person moves their file to another path. */
	abstract protected function move(int $fileId, string $path): void;

	#[\Override]
	protected function setUp(): void {
		$this->files = $this->files();
		$this->files->makeFolder(self::USER, self::HOME);
	}

	public function testTheHomeIsAFolder(): void {
		$home = $this->files->find(self::USER, '');

		self::assertTrue($home?->isFolder);
		self::assertSame('', $home->path);
		self::assertTrue($home->writable);
	}

	public function testNobodyOfThatNameHasFiles(): void {
		foreach ([
			fn () => $this->files->find('contract-nobody', 'a'),
			fn () => $this->files->byId('contract-nobody', 1),
			fn () => $this->files->children('contract-nobody', ''),
			fn () => $this->files->makeFolder('contract-nobody', 'a'),
			fn () => $this->files->create('contract-nobody', '', 'a', Content::ofBytes(''), null),
			fn () => $this->files->read('contract-nobody', 1),
			fn () => $this->files->room('contract-nobody', ''),
		] as $act) {
			$this->fails(FilesFaultKind::Missing, $act);
		}
	}

	public function testWhatIsNotThereIsNotFound(): void {
		self::assertNull($this->files->find(self::USER, self::HOME . '/nothing'));
		self::assertNull($this->files->find(self::USER, self::HOME . '/nothing/below'));
		self::assertNull($this->files->byId(self::USER, 999_999_999));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->children(self::USER, self::HOME . '/nothing'));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->read(self::USER, 999_999_999));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->touch(self::USER, 999_999_999, 1));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->replace(self::USER, 999_999_999, 'e', Content::ofBytes('x'), 1));
	}

	public function testAFolderIsMadeWithThoseItLiesIn(): void {
		$made = $this->files->makeFolder(self::USER, self::HOME . '/Été 2026/🌻/c');

		self::assertTrue($made->isFolder);
		self::assertTrue($made->writable);
		self::assertSame([self::HOME . '/Été 2026/🌻/c', 'c'], [$made->path, $made->name()]);
		self::assertSame($made->id, $this->files->makeFolder(self::USER, self::HOME . '/Été 2026/🌻/c')->id);
		self::assertSame($made->id, $this->files->byId(self::USER, $made->id)?->id);
		self::assertSame([], $this->files->children(self::USER, $made->path));
		self::assertSame(['🌻'], array_map(static fn ($child): string => $child->name(), $this->files->children(self::USER, self::HOME . '/Été 2026')));
	}

	public function testAFolderCannotBeMadeWhereAFileIs(): void {
		$this->create('a', 'x');

		$this->fails(FilesFaultKind::Taken, fn () => $this->files->makeFolder(self::USER, self::HOME . '/a'));
		$this->fails(FilesFaultKind::Taken, fn () => $this->files->makeFolder(self::USER, self::HOME . '/a/b'));
	}

	public function testANewFileIsThereWithItsTime(): void {
		$made = $this->files->create(self::USER, self::HOME, 'Été à l’œuvre 🌻.md', Content::ofBytes('words'), 1_234_567_890);

		self::assertSame([self::HOME . '/Été à l’œuvre 🌻.md', 5, 1_234_567_890, false, true], [$made->path, $made->size, $made->modifiedAt, $made->isFolder, $made->writable]);
		self::assertGreaterThan(0, $made->id);
		self::assertNotSame('', $made->etag);
		self::assertEquals($made, $this->files->find(self::USER, $made->path));
		self::assertEquals($made, $this->files->byId(self::USER, $made->id));
		self::assertEquals([$made], $this->files->children(self::USER, self::HOME));
		self::assertSame('words', $this->bytesOf($made->id));
		self::assertSame(5, $this->files->find(self::USER, self::HOME)?->size);
	}

	public function testAFileComesFromStagingAsFromMemory(): void {
		$file = (string)tempnam(sys_get_temp_dir(), 'compagnon');
		$bytes = str_repeat(random_bytes(1_024), 3_000);
		file_put_contents($file, $bytes);
		$made = $this->files->create(self::USER, self::HOME, 'large.bin', Content::ofFile($file), 42);

		self::assertSame([3_072_000, 42], [$made->size, $made->modifiedAt]);
		self::assertSame(sha1($bytes), sha1($this->bytesOf($made->id)));
		self::assertStringEqualsFile($file, $bytes);
		unlink($file);
	}

	/** @return iterable<string, array{int}> */
	public static function times(): iterable {
		yield 'long ago' => [-86_400 * 365 * 20];
		yield 'the beginning' => [0];
		yield 'after 2038' => [4_102_444_800];
	}

	#[DataProvider('times')]
	public function testEveryTimeIsKept(int $time): void {
		$made = $this->files->create(self::USER, self::HOME, 'a', Content::ofBytes('x'), $time);

		self::assertSame($time, $made->modifiedAt);
		self::assertSame($time, $this->files->find(self::USER, $made->path)?->modifiedAt);
		self::assertSame($time + 1, $this->files->touch(self::USER, $made->id, $time + 1)->modifiedAt);
		self::assertSame($time + 1, $this->files->byId(self::USER, $made->id)?->modifiedAt);
	}

	public function testAnEmptyFileIsAFile(): void {
		self::assertSame(0, $this->create('empty', '')->size);
		self::assertSame('', $this->bytesOf((int)$this->files->find(self::USER, self::HOME . '/empty')?->id));
	}

	public function testANameThatIsTakenIsLeftAlone(): void {
		$first = $this->create('a', 'first');
		$this->files->makeFolder(self::USER, self::HOME . '/b');

		$this->fails(FilesFaultKind::Taken, fn () => $this->create('a', 'second'));
		$this->fails(FilesFaultKind::Taken, fn () => $this->create('b', 'second'));
		self::assertEquals($first, $this->files->find(self::USER, $first->path));
		self::assertSame('first', $this->bytesOf($first->id));
	}

	public function testLargeAndSmallLettersAreTwoNames(): void {
		$this->create('Bilan.ods', 'large');
		$this->create('bilan.ods', 'small');

		self::assertCount(2, $this->files->children(self::USER, self::HOME));
	}

	public function testAFileNeedsAFolder(): void {
		$this->create('file', 'x');

		foreach (['nothing', 'file'] as $folder) {
			$this->fails(FilesFaultKind::Missing, fn () => $this->files->create(self::USER, self::HOME . "/$folder", 'a', Content::ofBytes('x'), null));
		}
	}

	public function testANameThatWouldBeLostIsRefused(): void {
		foreach (['', '.', '..', 'a/b', "a\nb", 'a.part', '.htaccess', str_repeat('x', 251)] as $name) {
			$this->fails(FilesFaultKind::Refused, fn () => $this->create($name, 'x'));
		}
		self::assertSame([], $this->files->children(self::USER, self::HOME));
	}

	public function testNewContentKeepsIdAndPlaceAndTheOldContentAsAVersion(): void {
		$first = $this->files->create(self::USER, self::HOME, 'a.txt', Content::ofBytes('first'), 1_700_000_000);
		$second = $this->files->replace(self::USER, $first->id, $first->etag, Content::ofBytes('second one'), 1_750_000_000);

		self::assertSame([$first->id, $first->path, 10, 1_750_000_000], [$second->id, $second->path, $second->size, $second->modifiedAt]);
		self::assertNotSame($first->etag, $second->etag);
		self::assertSame('second one', $this->bytesOf($first->id));
		self::assertSame(['first'], $this->versions($first->id));
		self::assertEquals($second, $this->files->byId(self::USER, $first->id));
	}

	public function testAFileThatChangedIsNotReplaced(): void {
		$first = $this->files->create(self::USER, self::HOME, 'a.txt', Content::ofBytes('first'), 1_700_000_000);
		$second = $this->files->replace(self::USER, $first->id, $first->etag, Content::ofBytes('second'), null);

		$this->fails(FilesFaultKind::Changed, fn () => $this->files->replace(self::USER, $first->id, $first->etag, Content::ofBytes('third'), null));
		self::assertSame('second', $this->bytesOf($first->id));
		self::assertSame($second->etag, $this->files->byId(self::USER, $first->id)?->etag);
	}

	public function testWhatDoesNotFitLeavesNothingBehind(): void {
		$there = $this->create('there', 'old');
		$file = (string)tempnam(sys_get_temp_dir(), 'compagnon');
		file_put_contents($file, str_repeat('x', 200_000));
		$this->leave(50_000);

		self::assertSame(50_000, $this->files->room(self::USER, self::HOME));
		$this->fails(FilesFaultKind::Full, fn () => $this->create('bytes', str_repeat('x', 200_000)));
		$this->fails(FilesFaultKind::Full, fn () => $this->files->create(self::USER, self::HOME, 'stream', Content::ofFile($file), 1));
		$this->fails(FilesFaultKind::Full, fn () => $this->files->replace(self::USER, $there->id, $there->etag, Content::ofFile($file), 1));
		self::assertSame([$there->id], array_map(static fn ($child): int => $child->id, $this->files->children(self::USER, self::HOME)));
		self::assertSame('old', $this->bytesOf($there->id));
		self::assertSame(40_000, $this->create('small', str_repeat('x', 40_000))->size);
		self::assertSame(10_000, $this->files->room(self::USER, self::HOME));
		unlink($file);
	}

	public function testAFileIsFoundByItsIdWhereverThePersonPutsIt(): void {
		$made = $this->create('a', 'x');
		$this->files->makeFolder(self::USER, self::HOME . '/b');
		$this->move($made->id, self::HOME . '/b/c');

		self::assertSame(self::HOME . '/b/c', $this->files->byId(self::USER, $made->id)?->path);
		self::assertNull($this->files->find(self::USER, $made->path));
	}

	public function testNobodyReachesTheFilesOfSomebodyElse(): void {
		$made = $this->create('a', 'x');

		self::assertNull($this->files->byId('contract-out', $made->id));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->read('contract-out', $made->id));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->replace('contract-out', $made->id, $made->etag, Content::ofBytes('y'), null));
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->touch('contract-out', $made->id, 1));
	}

	public function testFilesAreFoundByTheEndingOfTheirNames(): void {
		$this->files->makeFolder(self::USER, self::HOME . '/deep/folder.zip');
		$old = $this->files->create(self::USER, self::HOME, 'contract-old.ZIP', Content::ofBytes('x'), 1_000_000_000);
		$new = $this->files->create(self::USER, self::HOME . '/deep', 'contract-new.tar.gz', Content::ofBytes('y'), 1_700_000_000);
		$this->files->create(self::USER, self::HOME, 'contract-zip.txt', Content::ofBytes('z'), 1_800_000_000);

		$found = $this->files->ending(self::USER, ['.zip', '.tar.gz'], 10);
		self::assertEquals([$this->files->byId(self::USER, $new->id), $this->files->byId(self::USER, $old->id)], $found);
		self::assertCount(1, $this->files->ending(self::USER, ['.zip', '.tar.gz'], 1));
		self::assertSame([], array_filter($this->files->ending('contract-out', ['.zip'], 10), static fn ($file): bool => str_contains($file->path, 'contract-')));
	}

	public function testAFolderCannotBeRead(): void {
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->read(self::USER, (int)$this->files->find(self::USER, self::HOME)?->id));
	}
}
