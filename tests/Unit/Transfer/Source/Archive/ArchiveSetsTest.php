<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Source\Archive\ArchiveKind;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveName;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSet;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSets;
use OCA\Compagnon\Transfer\Target\StoredFile;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ArchiveName::class)]
#[CoversClass(ArchiveSet::class)]
#[CoversClass(ArchiveSets::class)]
final class ArchiveSetsTest extends TestCase {
	public function testNamesTellKindSetGroupAndPart(): void {
		$told = static function (string $name): array {
			$found = ArchiveName::of($name);
			return [$found?->kind, $found?->set, $found?->group, $found?->part];
		};

		self::assertSame([ArchiveKind::Takeout, 'takeout-20240131t120000z', 0, 1], $told('takeout-20240131T120000Z-001.zip'));
		self::assertSame([ArchiveKind::Takeout, 'takeout-20240131t120000z', 3, 12], $told('takeout-20240131T120000Z-3-012.zip'));
		self::assertSame([ArchiveKind::Takeout, 'takeout-20240131t120000z', 0, 2], $told('takeout-20240131T120000Z-002 (1).zip'));
		self::assertSame([ArchiveKind::Takeout, 'takeout-20240131t120000z', 0, 1], $told('takeout-20240131T120000Z.zip'));
		self::assertSame([ArchiveKind::Takeout, 'takeout-20240131t120000z', 0, 1], $told('Takeout-20240131T120000Z-001.tgz'));
		self::assertSame([ArchiveKind::Dropbox, null, 0, 1], $told('Dropbox (2).zip'));
		self::assertSame([ArchiveKind::Zip, null, 0, 1], $told('Asso.ZIP'));
		self::assertSame([ArchiveKind::Tar, null, 0, 1], $told('Asso.tar.gz'));
		self::assertNull(ArchiveName::of('Asso.gz'));
		self::assertNull(ArchiveName::of('Asso.zip.txt'));
	}

	public function testPartsOfOneExportComeTogetherInTheirOrder(): void {
		$sets = $this->sets('Téléchargements/takeout-20240131T120000Z-010.zip', 'takeout-20240131T120000Z-002.zip', 'Asso.zip', 'takeout-20240131T120000Z-001.zip', 'takeout-20250131T120000Z-001.zip', 'a/Asso.zip');

		self::assertSame([[5], [4, 2, 1], [3], [6]], array_map(static fn (ArchiveSet $set): array => array_column($set->parts, 'id'), $sets));
		self::assertSame([3, 4, 5, 6, 7, 8, 9], $sets[1]->missing);
		self::assertSame([], $sets[0]->missing);
	}

	public function testEachGroupOfProductsCountsItsOwnParts(): void {
		$sets = $this->sets('takeout-20240131T120000Z-1-001.zip', 'takeout-20240131T120000Z-2-001.zip', 'takeout-20240131T120000Z-2-003.zip');

		self::assertCount(1, $sets);
		self::assertSame([[1, 2, 3], [2]], [array_column($sets[0]->parts, 'id'), $sets[0]->missing]);
	}

	public function testAPartDownloadedTwiceIsOne(): void {
		self::assertCount(1, $this->sets('takeout-20240131T120000Z-001.zip', 'takeout-20240131T120000Z-001 (1).zip')[0]->parts);
	}

	/** @return list<ArchiveSet> */
	private function sets(string ...$paths): array {
		return ArchiveSets::of(array_map(static fn (string $path, int $number): StoredFile => new StoredFile($number + 1, $path, false, 10, 0, 'e', true), array_values($paths), array_keys(array_values($paths))));
	}
}
