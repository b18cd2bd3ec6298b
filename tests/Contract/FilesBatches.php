<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** What every Files has to do with many files at once, and how these tests speak. */
trait FilesBatches {
	public function testManyFilesAreStoredAsOneByOneWouldBe(): void {
		self::assertTrue($this->files->isFast(self::USER, self::HOME));
		$file = (string)tempnam(sys_get_temp_dir(), 'compagnon');
		file_put_contents($file, 'staged');
		$before = $this->files->find(self::USER, self::HOME);
		$stored = $this->files->createMany(self::USER, self::HOME, [
			new NewFile('été 🌻.txt', Content::ofBytes('words'), 1_234_567_890),
			new NewFile('b', Content::ofFile($file), 0),
			new NewFile('empty', Content::ofBytes(''), -5),
		]);
		unlink($file);

		self::assertSame([['Contract/été 🌻.txt', 5, 1_234_567_890], ['Contract/b', 6, 0], ['Contract/empty', 0, -5]], array_map(
			static fn (StoredFile|FilesFault $one): array => $one instanceof StoredFile ? [$one->path, $one->size, $one->modifiedAt] : [$one->kind],
			$stored,
		));
		foreach ($stored as $i => $one) {
			self::assertInstanceOf(StoredFile::class, $one);
			self::assertEquals($one, $this->files->find(self::USER, $one->path));
			self::assertEquals($one, $this->files->byId(self::USER, $one->id));
			self::assertSame(['words', 'staged', ''][$i], $this->bytesOf($one->id));
		}
		self::assertSame(11, $this->files->find(self::USER, self::HOME)?->size);
		self::assertSame(0, $before?->size);
		self::assertCount(3, $this->files->children(self::USER, self::HOME));
	}

	public function testOfManyThoseThatCannotBeStoredAreSaidAndTheOthersAreThere(): void {
		$there = $this->create('taken', 'first');
		$stored = $this->files->createMany(self::USER, self::HOME, [
			new NewFile('a', Content::ofBytes('x'), 1),
			new NewFile('taken', Content::ofBytes('second'), 2),
			new NewFile("line\nbreak", Content::ofBytes('x'), 3),
			new NewFile('z', Content::ofBytes('y'), 4),
			new NewFile('a', Content::ofBytes('again'), 5),
		]);

		self::assertSame(
			[1, FilesFaultKind::Taken, FilesFaultKind::Refused, 4, FilesFaultKind::Taken],
			array_map(static fn (StoredFile|FilesFault $one): int|FilesFaultKind => $one instanceof StoredFile ? $one->modifiedAt : $one->kind, $stored),
		);
		self::assertSame('first', $this->bytesOf($there->id));
		self::assertCount(3, $this->files->children(self::USER, self::HOME));
	}

	public function testOfManyThoseThatDoNotFitLeaveNothingBehind(): void {
		$this->leave(50_000);
		$stored = $this->files->createMany(self::USER, self::HOME, [
			new NewFile('a', Content::ofBytes(str_repeat('x', 40_000)), 1),
			new NewFile('b', Content::ofBytes(str_repeat('x', 40_000)), 1),
			new NewFile('c', Content::ofBytes(str_repeat('x', 9_000)), 1),
		]);

		self::assertInstanceOf(StoredFile::class, $stored[0]);
		self::assertSame(FilesFaultKind::Full, $stored[1] instanceof FilesFault ? $stored[1]->kind : null);
		self::assertInstanceOf(StoredFile::class, $stored[2]);
		self::assertNull($this->files->find(self::USER, self::HOME . '/b'));
		self::assertSame(1_000, $this->files->room(self::USER, self::HOME));
	}

	public function testFilesAreFoundByTheEndingOfTheirNames(): void {
		$this->files->makeFolder(self::USER, self::HOME . '/deep');
		foreach (['old.zip' => 1_000, 'deep/NEW.Zip' => 3_000, 'middle.tar.gz' => 2_000, 'no.zip.txt' => 4_000, 'zip' => 5_000] as $path => $time) {
			$folder = rtrim(self::HOME . '/' . trim(dirname($path), '.'), '/');
			$this->files->create(self::USER, $folder, basename($path), Content::ofBytes('x'), $time);
		}
		$this->files->makeFolder(self::USER, self::HOME . '/folder.zip');
		$paths = fn (string ...$endings): array => array_map(
			static fn (StoredFile $file): string => $file->path,
			array_values(array_filter($this->files->ending(self::USER, array_values($endings), 100), static fn (StoredFile $file): bool => str_starts_with($file->path, self::HOME))),
		);

		self::assertSame(['Contract/deep/NEW.Zip', 'Contract/old.zip'], $paths('.zip'));
		self::assertSame(['Contract/deep/NEW.Zip', 'Contract/middle.tar.gz', 'Contract/old.zip'], $paths('.zip', '.tar.gz'));
		self::assertSame([], $paths('.contract'));
		self::assertCount(1, $this->files->ending(self::USER, ['.zip', '.gz'], 1));
	}

	public function testManyFilesNeedAFolderToo(): void {
		$this->fails(FilesFaultKind::Missing, fn () => $this->files->createMany(self::USER, self::HOME . '/nothing', [new NewFile('a', Content::ofBytes('x'), 1)]));
	}

	protected function create(string $name, string $bytes): StoredFile {
		return $this->files->create(self::USER, self::HOME, $name, Content::ofBytes($bytes), null);
	}

	protected function bytesOf(int $fileId): string {
		$stream = $this->files->read(self::USER, $fileId);
		$bytes = (string)stream_get_contents($stream);
		fclose($stream);
		return $bytes;
	}

	/** @param \Closure(): mixed $act */
	protected function fails(FilesFaultKind $kind, \Closure $act): void {
		try {
			$act();
			self::fail("it should have failed: $kind->value");
		} catch (FilesFault $e) {
			self::assertSame($kind, $e->kind);
		}
	}
}
