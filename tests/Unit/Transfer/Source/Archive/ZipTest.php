<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Tests\Support\ArchiveWorld;
use OCA\Compagnon\Tests\Support\ZipWriter;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Archive\ZipArchive;
use OCA\Compagnon\Transfer\Source\Archive\ZipEnd;
use OCA\Compagnon\Transfer\Source\Archive\ZipFields;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Zips as programs write them, and as somebody with bad intent would. */
#[CoversClass(ZipArchive::class)]
#[CoversClass(ZipEnd::class)]
#[CoversClass(ZipFields::class)]
final class ZipTest extends TestCase {
	/** @return iterable<string, array{string}> */
	public static function wholes(): iterable {
		$zip = new ZipWriter();
		$zip->add('a.txt', 'Bonjour', 0);
		$zip->add('b.txt', str_repeat('Bonsoir ', 9));
		yield 'plain' => [$zip->bytes()];
		yield 'with a comment' => [$zip->bytes('Sauvegarde du 3 mai')];
		yield 'with a comment that looks like an end' => [$zip->bytes("PK\x05\x06" . str_repeat('x', 40))];
		yield 'ZIP64' => [$zip->bytes(large: true)];
		yield 'ZIP64 with a comment' => [$zip->bytes('Sauvegarde', true)];
		yield 'that unpacks itself' => [$zip->bytes(before: str_repeat('MZ program ', 500))];
		yield 'ZIP64 that unpacks itself' => [$zip->bytes(large: true, before: str_repeat('MZ program ', 500))];
		yield 'with something behind it' => [$zip->bytes() . "\r\n"];
		$zip = new ZipWriter();
		$zip->add('a.txt', 'Bonjour', 0, large: true);
		$zip->add('b.txt', str_repeat('Bonsoir ', 9), large: true);
		yield 'ZIP64, entries too' => [$zip->bytes(large: true)];
		$zip = new ZipWriter();
		$zip->add('a.txt', 'Bonjour', 0, ZipWriter::DESCRIPTOR);
		$zip->add('b.txt', str_repeat('Bonsoir ', 9), 8, ZipWriter::DESCRIPTOR);
		yield 'written without going back' => [$zip->bytes()];
	}

	#[DataProvider('wholes')]
	public function testAZipIsReadWhoeverWroteIt(string $bytes): void {
		$world = new ArchiveWorld(['Asso.zip' => $bytes]);
		$items = $world->items();

		self::assertSame(['archive:Asso/a.txt', 'archive:Asso/b.txt'], array_keys($items));
		self::assertSame('Bonjour', $world->bytes($items['archive:Asso/a.txt']));
		self::assertSame(str_repeat('Bonsoir ', 9), $world->bytes($items['archive:Asso/b.txt']));
		self::assertSame(hash('crc32b', 'Bonjour'), $items['archive:Asso/a.txt']->hash);
		self::assertSame(7, $items['archive:Asso/a.txt']->size);
	}

	public function testAnEmptyZipIsNoFault(): void {
		self::assertSame([], (new ArchiveWorld(['Rien.zip' => (new ZipWriter())->bytes()]))->items());
	}

	/** @return iterable<string, array{string, string}> */
	public static function broken(): iterable {
		$zip = new ZipWriter();
		$zip->add('a.txt', random_bytes(2_000), 0);
		$whole = $zip->bytes();
		yield 'nothing in it' => ['', 'archive_unknown'];
		yield 'not downloaded whole' => [substr($whole, 0, 1_500), 'archive_truncated'];
		yield 'without the last bytes' => [substr($whole, 0, -3), 'archive_truncated'];
		yield 'without its beginning' => [substr($whole, 1_000), 'archive_broken'];
		yield 'one of several parts' => [$zip->bytes(disk: 1), 'archive_multipart'];
		yield 'a damaged directory' => [str_replace("PK\x01\x02", "PK\x01\x09", $whole), 'archive_broken'];
		yield '7z' => ["7z\xbc\xaf\x27\x1c" . random_bytes(2_000), 'archive_unknown'];
		yield 'a compressed file that is no tar' => [(string)gzencode('Bonjour'), 'archive_unknown'];
		yield 'ZIP64 that leads nowhere' => [str_replace("PK\x06\x06", "PK\x06\x09", $zip->bytes(large: true)), 'archive_broken'];
	}

	#[DataProvider('broken')]
	public function testWhatIsNoWholeZipIsToldAsWhatItIs(string $bytes, string $reason): void {
		try {
			(new ArchiveWorld(['Asso.zip' => $bytes]))->items();
			self::fail('It was read.');
		} catch (Fault $fault) {
			self::assertSame($reason, $fault->reason);
		}
	}

	public function testWhatCannotComeSaysWhy(): void {
		$zip = new ZipWriter();
		$zip->add('bon.txt', 'bon');
		$zip->add('../../etc/passwd', 'x');
		$zip->add('/etc/shadow', 'x');
		$zip->add('C:\\Windows\\a.dll', 'x', system: ZipWriter::DOS);
		$zip->add('a/../../b', 'x');
		$zip->add('..\\c', 'x');
		$zip->add("nul\0.txt", 'x');
		$zip->add(str_repeat('a/', 2_100) . 'z', 'x');
		$zip->add('lien', '/etc/passwd', mode: 0o120777);
		$zip->add('tuyau', mode: 0o010644);
		$zip->add('-', 'what was piped into zip', mode: 0o010600);
		$zip->add('secret', '????', flags: ZipWriter::ENCRYPTED);
		$zip->add('bzip2', '????', 12);
		$zip->add('menteur', 'abc', 0, size: 5, packed: 'abc');
		$zip->add('bombe', 'x', size: 4_000_000_000);
		$zip->add('dehors', 'x', at: 900_000);
		$zip->add('négatif', 'x', size: PHP_INT_MIN, large: true);

		$world = new ArchiveWorld(['Asso.zip' => $zip->bytes()]);
		self::assertSame([
			'bon.txt' => null, '../../etc/passwd' => 'unsafe_path', '/etc/shadow' => 'unsafe_path', 'C:/Windows/a.dll' => 'unsafe_path',
			'a/../../b' => 'unsafe_path', '..\\c' => 'unsafe_path', 'nul␀.txt' => 'unsafe_path', mb_strcut(str_repeat('a/', 2_100), 0, 1_000) => 'path_too_long',
			'lien' => 'symlink', 'tuyau' => 'special_file', '-' => null, 'secret' => 'encrypted', 'bzip2' => 'compression_unknown',
			'menteur' => 'entry_broken', 'bombe' => 'entry_broken', 'dehors' => 'entry_broken', 'négatif' => 'entry_broken',
		], $world->codes());
		self::assertGreaterThanOrEqual(0, min(array_map(static fn ($item): int => (int)$item->size, $world->items())));
	}

	public function testEntriesThatShareBytesAreABomb(): void {
		$zip = new ZipWriter();
		$at = $zip->add('0', str_repeat("\0", 1_000_000));
		for ($number = 1; $number < 50; $number++) {
			$zip->add((string)$number, str_repeat("\0", 1_000_000), at: $at);
		}
		$codes = (new ArchiveWorld(['Bombe.zip' => $zip->bytes()]))->codes();

		self::assertNull($codes[0]);
		self::assertSame(['overlapping'], array_values(array_unique(array_slice($codes, 1))));
	}

	public function testEntriesInAnyOrderAndOfOneContentAreHonest(): void {
		$zip = new ZipWriter();
		$zip->gap(str_repeat('removed', 500));
		$b = $zip->add('b', 'b');
		$zip->add('c', 'c');
		$zip->add('d', 'b', at: $b);

		self::assertSame(['b' => null, 'c' => null, 'd' => null], (new ArchiveWorld(['Asso.zip' => $zip->bytes()]))->codes());
	}

	public function testMoreThanDeclaredNeverComes(): void {
		$zip = new ZipWriter();
		$zip->add('a', str_repeat('abcdefgh', 300_000), size: 1_000_000, packed: (string)gzdeflate(str_repeat('abcdefgh', 300_000), 1));
		$zip->add('b', str_repeat('abcdefgh', 300_000), size: 1_500_000, packed: (string)gzdeflate(str_repeat('abcdefgh', 300_000), 1));
		$world = new ArchiveWorld(['Asso.zip' => $zip->bytes()]);

		foreach ($world->items() as $item) {
			self::assertSame($item->size + 1, strlen($world->bytes($item)), 'one byte more tells the lie');
		}
	}

	public function testDamagedDataComeShortOrWithAnotherChecksum(): void {
		$zip = new ZipWriter();
		$zip->add('faux', 'Bonjour', 0, crc: 1);
		$packed = (string)gzdeflate(random_bytes(1_000));
		$zip->add('petit', random_bytes(1_000), packed: substr($packed, 0, 500) . str_repeat("\xff", 400));
		$zip->add('grand', str_repeat('x', 3_000_000), packed: str_repeat("\xff", 5_000));
		$world = new ArchiveWorld(['Asso.zip' => $zip->bytes()]);

		foreach ($world->items() as $item) {
			self::assertNotSame($item->hash, hash('crc32b', $world->bytes($item)), $item->name);
		}
	}

	public function testAHeaderThatIsNoneEndsTheItem(): void {
		$zip = new ZipWriter();
		$zip->add('a', 'a');
		$world = new ArchiveWorld(['Asso.zip' => str_replace("PK\x03\x04", "PK\x03\x09", $zip->bytes())]);

		$this->expectExceptionObject(new Fault(FaultKind::Final, 'entry_broken'));
		$world->bytes($world->items()['archive:Asso/a']);
	}

	/** @return iterable<string, array{string, int}> */
	public static function times(): iterable {
		$dos = gmmktime(12, 34, 56, 2, 29, 2024);
		yield 'of DOS, in UTC' => ['', (int)$dos];
		yield 'of Unix' => [ZipWriter::field(0x5455, "\x03" . pack('VV', 1_600_000_000, 5)), 1_600_000_000];
		yield 'of Unix, before 1970' => [ZipWriter::field(0x5455, "\x01" . pack('V', -86_400)), -86_400];
		yield 'of Unix, only when it was read' => [ZipWriter::field(0x5455, "\x02" . pack('V', 1_600_000_000)), (int)$dos];
		yield 'of Unix, the old way' => [ZipWriter::field(0x5855, pack('VV', 5, 1_500_000_000)), 1_500_000_000];
		yield 'of Windows' => [ZipWriter::field(0x0a, pack('Vvv', 0, 1, 24) . pack('PPP', (1_400_000_000 + 11_644_473_600) * 10_000_000, 0, 0)), 1_400_000_000];
		yield 'in a field cut short' => [ZipWriter::field(0x5455, "\x01\x00"), (int)$dos];
	}

	#[DataProvider('times')]
	public function testTheTimeIsTheBestOneThere(string $extra, int $expected): void {
		$zip = new ZipWriter();
		$zip->add('a', 'a', extra: ZipWriter::field(0x9999, 'unknown') . $extra);

		self::assertSame([$expected], array_map(static fn ($item): ?int => $item->modifiedAt, array_values((new ArchiveWorld(['Asso.zip' => $zip->bytes()]))->items())));
	}

	public function testFoldersAreListedOnceAndEmptyOnesStay(): void {
		$zip = new ZipWriter();
		$zip->add('/');
		$zip->add('a/b/c.txt', 'c');
		$zip->add('a/');
		$zip->add('vide/./');
		$zip->add('a//b/d.txt', 'd');
		$items = array_map(static fn ($item): array => [$item->kind, $item->parentId], (new ArchiveWorld(['X.zip' => $zip->bytes()]))->items());

		self::assertSame([
			'archive:X/a/' => [ItemKind::Folder, null],
			'archive:X/a/b/' => [ItemKind::Folder, 'archive:X/a'],
			'archive:X/a/b/c.txt' => [ItemKind::File, 'archive:X/a/b'],
			'archive:X/vide/' => [ItemKind::Folder, null],
			'archive:X/a/b/d.txt' => [ItemKind::File, 'archive:X/a/b'],
		], $items);
	}

	public function testTwoEntriesOfOneNameAreTwoFiles(): void {
		$zip = new ZipWriter();
		$zip->add('a', 'un');
		$zip->add('a', 'deux');
		$zip->add('a/b', 'trois');
		$world = new ArchiveWorld(['X.zip' => $zip->bytes()]);

		self::assertSame(
			['archive:X/a' => 'un', 'archive:X/a//2' => 'deux', 'archive:X/a/b' => 'trois'],
			array_map($world->bytes(...), array_filter($world->items(), static fn ($item): bool => $item->kind === ItemKind::File)),
		);
	}
}
