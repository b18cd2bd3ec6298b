<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Tests\Support\ZipWriter;
use OCA\Compagnon\Transfer\Source\Archive\EntryNames;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(EntryNames::class)]
final class EntryNamesTest extends TestCase {
	/** @return iterable<string, array{string, string, 2?: int, 3?: int, 4?: string}> */
	public static function names(): iterable {
		yield 'says that it is UTF-8' => ['été.txt', 'été.txt', ZipWriter::UTF8];
		yield 'is UTF-8 and does not say so (macOS)' => ['été.txt', 'été.txt'];
		yield 'code page 437' => ["\x82t\x82.txt", 'été.txt'];
		yield 'code page 437, letters that 850 has as well' => ["\x80\x87\x90\x9a", 'ÇçÉÜ'];
		yield 'code page 850, capitals' => ["\xb7 lire \xd4t\xea.txt", 'À lire ÈtÛ.txt'];
		yield 'says UTF-8 and is not' => ["\x82t\x82.txt", 'été.txt', ZipWriter::UTF8];
		yield 'Unicode path' => ['_t_.txt', 'été.txt', 0, 3, self::unicode('_t_.txt', 'été.txt')];
		yield 'Unicode path of another name' => ['neu.txt', 'neu.txt', 0, 3, self::unicode('alt.txt', 'été.txt')];
		yield 'backslashes of Windows' => ['a\\b\\c.txt', 'a/b/c.txt', 0, ZipWriter::DOS];
		yield 'a backslash among slashes' => ['a/b\\c.txt', 'a/b\\c.txt', 0, ZipWriter::DOS];
		yield 'a backslash of Unix' => ['a\\b.txt', 'a\\b.txt'];
	}

	#[DataProvider('names')]
	public function testNamesOfZipsAreReadAsTheyWereMeant(string $raw, string $expected, int $flags = 0, int $system = 3, string $extra = ''): void {
		self::assertSame($expected, EntryNames::ofZip($raw, $flags, $system, $extra));
	}

	public function testNamesOfTarsAreUtf8OrLatin(): void {
		self::assertSame('été', EntryNames::ofTar('été'));
		self::assertSame('été', EntryNames::ofTar("\xe9t\xe9"));
	}

	/** @return iterable<string, array{string, ?string}> */
	public static function paths(): iterable {
		yield 'a file' => ['a/b.txt', 'a/b.txt'];
		yield 'a folder' => ['a/b/', 'a/b'];
		yield 'the root of Dropbox' => ['/', ''];
		yield 'this folder' => ['./a', 'a'];
		yield 'nothing between' => ['a//b/./c', 'a/b/c'];
		yield 'hidden' => ['a/.b', 'a/.b'];
		yield 'three dots' => ['a/...', 'a/...'];
		yield 'a colon' => ['a: b/c:d', 'a: b/c:d'];
		yield 'up' => ['../a', null];
		yield 'up in between' => ['a/../b', null];
		yield 'up at the end' => ['a/..', null];
		yield 'up with backslashes' => ['a\\..\\b', null];
		yield 'from the root' => ['/a', null];
		yield 'from the root of Windows' => ['\\a', null];
		yield 'a drive' => ['C:/a', null];
		yield 'a drive alone' => ['c:', null];
		yield 'the end of a C string' => ["a\0b", null];
	}

	#[DataProvider('paths')]
	public function testNoPathLeavesItsFolder(string $name, ?string $expected): void {
		self::assertSame($expected, EntryNames::path($name));
	}

	private static function unicode(string $raw, string $name): string {
		return ZipWriter::field(0x7075, "\x01" . pack('V', crc32($raw)) . $name);
	}
}
