<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Tests\Support\ArchiveWorld;
use OCA\Compagnon\Tests\Support\TarWriter;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use OCA\Compagnon\Transfer\Source\Archive\GzipBytes;
use OCA\Compagnon\Transfer\Source\Archive\TarArchive;
use OCA\Compagnon\Transfer\Source\Archive\TarHeader;
use OCA\Compagnon\Transfer\Source\Choice;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(TarArchive::class)]
#[CoversClass(TarHeader::class)]
#[CoversClass(GzipBytes::class)]
final class TarTest extends TestCase {
	public function testNamesTimesAndSizesOfEveryDialect(): void {
		$long = str_repeat('long ', 40) . 'nom.txt';
		$tar = (new TarWriter())
			->add('vieux.txt', 'v', "\0", more: '')
			->add('dossier/', type: "\0", more: '')
			->add('fin.txt', 'u', prefix: 'un/prefixe')
			->longName($long)->add('tronqué', 'g')
			->pax(['path' => 'été/é.txt', 'mtime' => '1600000000.75'])->add('x', 'p')
			->pax(['size' => '3'])->add('taille', 'abc', size: str_repeat('0', 11) . "\0")
			->add('base256', 'b', size: "\x80" . str_repeat("\0", 10) . "\x01", modifiedAt: "\xff" . str_repeat("\xff", 10) . "\xf0")
			->pax(['comment' => 'de git'], 'g')->add("\xe9t\xe9", 'l');
		$world = new ArchiveWorld(['X.tar' => $tar->bytes()]);
		$found = [];
		foreach ($world->items() as $item) {
			if ($item->kind === ItemKind::File) {
				$found[substr($item->id, strlen('archive:X/'))] = [$world->bytes($item), $item->modifiedAt];
			}
		}

		self::assertSame([
			'vieux.txt' => ['v', 1_700_000_000], 'un/prefixe/fin.txt' => ['u', 1_700_000_000], $long => ['g', 1_700_000_000],
			'été/é.txt' => ['p', 1_600_000_000], 'taille' => ['abc', 1_700_000_000], 'base256' => ['b', -16], 'été' => ['l', 1_700_000_000],
		], $found);
	}

	public function testWhatCannotComeSaysWhy(): void {
		$tar = (new TarWriter())
			->add('bon', 'bon')
			->add('dur', type: '1')->add('lien', type: '2')->add('disque', type: '4')->add('tuyau', type: '6')
			->add('../haut', 'x')->add('/etc/passwd', 'x')
			->add('trous', 'xy', 'S', more: "ustar  \0")
			->pax(['GNU.sparse.major' => '1', 'GNU.sparse.name' => 'trous2'])->add('GNUSparseFile.1/trous2', 'x')
			->add('après', 'x');

		self::assertSame([
			'bon' => null, 'dur' => 'hard_link', 'lien' => 'symlink', 'disque' => 'special_file', 'tuyau' => 'special_file', '../haut' => 'unsafe_path',
			'/etc/passwd' => 'unsafe_path', 'trous' => 'sparse', 'trous2' => 'sparse', 'après' => null,
		], (new ArchiveWorld(['X.tar' => $tar->bytes()]))->codes());
	}

	public function testTheMapOfASparseFileIsGoneOver(): void {
		$sparse = (new TarWriter())->add('trous', '', 'S', more: "ustar  \0" . str_repeat("\0", 482 - 265) . "\x01")->raw(str_repeat("\x01", 512))->raw(str_repeat("\x01", 504) . str_repeat("\0", 8));

		self::assertSame(['trous' => 'sparse', 'b' => null], (new ArchiveWorld(['X.tar' => $sparse->add('b', 'b')->bytes()]))->codes());
	}

	/** @return iterable<string, array{string, string}> */
	public static function broken(): iterable {
		$tar = (new TarWriter())->add('a', random_bytes(3_000))->add('b', 'b');
		$whole = $tar->bytes();
		yield 'cut in a file' => [substr($whole, 0, 2_000), 'archive_truncated'];
		yield 'cut between two files' => [substr($whole, 0, 512 + 3_072), 'archive_truncated'];
		yield 'cut in a head' => [substr($whole, 0, 512 + 3_072 + 100), 'archive_truncated'];
		yield 'a damaged head' => [substr_replace($whole, 'zzzz', 512 + 3_072, 4), 'archive_broken'];
		yield 'compressed, cut' => [substr((string)gzencode($whole), 0, 2_500), 'archive_truncated'];
		yield 'compressed, without its last bytes' => [substr((string)gzencode($whole), 0, -4), 'archive_truncated'];
		yield 'compressed, cut before' => [(string)gzencode(substr($whole, 0, 2_000)), 'archive_truncated'];
		yield 'compressed, damaged' => [substr_replace((string)gzencode($whole), str_repeat("\xff", 600), 900, 600), 'archive_broken'];
		yield 'fields that never end' => [(new TarWriter())->add('x', str_repeat('x', 2_000_000), 'x')->bytes(), 'archive_broken'];
	}

	#[DataProvider('broken')]
	public function testWhatIsNoWholeTarIsToldAsWhatItIs(string $bytes, string $reason): void {
		try {
			(new ArchiveWorld(['X.tar.gz' => $bytes]))->items();
			self::fail('It was read.');
		} catch (Fault $fault) {
			self::assertSame($reason, $fault->reason);
		}
	}

	public function testAnEmptyTarIsNoFault(): void {
		self::assertSame([], (new ArchiveWorld(['X.tar' => (new TarWriter())->bytes()]))->items());
	}

	public function testSeveralCompressedMembersAreOneTar(): void {
		$whole = (new TarWriter())->add('a', 'a')->add('b', random_bytes(50_000))->bytes();
		$world = new ArchiveWorld(['X.tgz' => implode('', array_map(gzencode(...), str_split($whole, 7_000))) . str_repeat("\0", 300)]);

		self::assertSame(['archive:X/a', 'archive:X/b'], array_keys($world->items()));
		self::assertSame('a', $world->bytes($world->items()['archive:X/a']));
	}

	public function testManyFilesOfACompressedTarAreReadInOneGo(): void {
		$tar = new TarWriter();
		for ($number = 0; $number < 600; $number++) {
			$tar->add("$number", "Fichier $number");
		}
		$world = new ArchiveWorld(['X.tgz' => (string)gzencode($tar->bytes())]);
		$world->files->streams = 'pipe';
		$items = $world->items();
		$before = $world->files->reads;
		foreach ($items as $item) {
			self::assertSame("Fichier $item->name", $world->bytes($item));
		}

		self::assertLessThan(3, $world->files->reads - $before);
	}

	public function testAFileThatTakesLongLetsOthersWorkInBetween(): void {
		$packed = gzencode((new TarWriter())->add('grand', size: sprintf('%011o', 400 * 1_048_576) . "\0")->bytes());
		$head = (string)gzencode(substr((string)gzdecode((string)$packed), 0, 512));
		$zeros = (string)gzencode(str_repeat("\0", 50 * 1_048_576), 1);
		$tail = (string)gzencode((new TarWriter())->add('b', 'b')->bytes());
		$world = new ArchiveWorld(['X.tgz' => $head . str_repeat($zeros, 8) . $tail]);
		$pages = [];
		for ($cursor = null, $page = null; $page === null || $cursor !== null; $cursor = $page->next) {
			$pages[] = $page = $world->source->list($world->access(), new Choice(), $cursor);
		}

		$b = array_values($world->items())[1];
		$again = new ArchiveSource($world->files, $world->staging);
		$stream = ($again->fetch($world->access(), new Item('r', 'k', ItemKind::File, $b->id, null, 'b', 'b', ItemState::Queued, 1, extra: $b->extra), 0)->open ?? self::fail())();
		for ($reads = []; !feof($stream);) {
			$reads[] = fread($stream, 10);
		}
		self::assertGreaterThan(5, count($reads));
		self::assertSame('b', implode('', $reads));
		self::assertGreaterThan(2, count($pages));
		self::assertSame(['grand', 'b'], array_map(static fn ($item): string => $item->name, array_merge(...array_map(static fn ($page): array => $page->items, $pages))));
	}
}
