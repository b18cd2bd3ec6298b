<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\FakeFiles;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Transfer\ListArchives;
use OCA\Compagnon\Transfer\Target\Content;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ListArchives::class)]
final class ListArchivesTest extends TestCase {
	private FakeFiles $files;
	private FixedClock $clock;

	#[\Override]
	protected function setUp(): void {
		$this->clock = new FixedClock();
		$this->files = new FakeFiles(['nadia', 'bruno'], $this->clock);
	}

	public function testArchivesAreFoundWhereverTheyLie(): void {
		$this->put('nadia', 'Photos 2019.ZIP', 'zip');
		$this->put('nadia', 'Vieux/disque.tar.gz', 'tar.gz');
		$this->put('nadia', 'Vieux/mail.tgz', 'tgz');
		$this->put('nadia', 'Dropbox de l’asso.zip', 'dropbox');
		$this->put('nadia', 'zip.txt', 'no');
		$this->put('bruno', 'other.zip', 'no');

		$archives = (new ListArchives($this->files))->list('nadia');

		self::assertSame(['Dropbox de l’asso.zip', 'Vieux/mail.tgz', 'Vieux/disque.tar.gz', 'Photos 2019.ZIP'], array_column($archives, 'path'));
		self::assertSame(['dropbox', 'tar', 'tar', 'zip'], array_column($archives, 'kind'));
		self::assertSame([
			'fileId' => $archives[1]['fileId'], 'path' => 'Vieux/mail.tgz', 'name' => 'mail.tgz', 'size' => 3, 'modifiedAt' => $archives[1]['modifiedAt'],
			'kind' => 'tar', 'set' => null, 'parts' => 1, 'missingParts' => [],
		], $archives[1]);
	}

	public function testPartsOfOneExportBelongTogetherAndTheMissingOnesAreNamed(): void {
		foreach (['001', '003', '005'] as $part) {
			$this->put('nadia', "takeout-20261125T101112Z-$part.zip", 'x');
		}
		$this->put('nadia', 'Download/takeout-20261125T101112Z-003 (1).zip', 'x');
		$this->put('nadia', 'takeout-20251124T101112Z-3-001.tgz', 'x');
		$this->put('nadia', 'takeout-renamed.zip', 'x');

		$archives = array_column((new ListArchives($this->files))->list('nadia'), null, 'name');

		self::assertCount(5, $archives);
		foreach (['takeout-20261125T101112Z-001.zip', 'takeout-20261125T101112Z-005.zip'] as $name) {
			self::assertSame(['takeout', 'takeout-20261125t101112z', 5, [2, 4]], [$archives[$name]['kind'], $archives[$name]['set'], $archives[$name]['parts'], $archives[$name]['missingParts']]);
		}
		self::assertSame(['takeout-20251124t101112z', 1, []], [$archives['takeout-20251124T101112Z-3-001.tgz']['set'], $archives['takeout-20251124T101112Z-3-001.tgz']['parts'], $archives['takeout-20251124T101112Z-3-001.tgz']['missingParts']]);
		self::assertNull($archives['takeout-renamed.zip']['set']);
	}

	public function testFilesThatDoNotAnswerAreSaid(): void {
		$this->expectException(Unavailable::class);
		(new ListArchives($this->files))->list('nobody');
	}

	private function put(string $userId, string $path, string $bytes): void {
		$folder = str_contains($path, '/') ? dirname($path) : '';
		$this->files->makeFolder($userId, $folder);
		$this->clock->advance(1);
		$this->files->create($userId, $folder, basename($path), Content::ofBytes($bytes), null);
	}
}
