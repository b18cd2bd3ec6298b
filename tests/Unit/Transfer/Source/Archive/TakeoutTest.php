<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Tests\Support\ArchiveWorld;
use OCA\Compagnon\Tests\Support\ZipWriter;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveTree;
use OCA\Compagnon\Transfer\Source\Archive\Listing;
use OCA\Compagnon\Transfer\Source\Archive\OpenSet;
use OCA\Compagnon\Transfer\Source\Archive\OpenSets;
use OCA\Compagnon\Transfer\Source\Archive\Selection;
use OCA\Compagnon\Transfer\Source\Archive\TakeoutSides;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An export of Google that was cut into two zips, as an association in France has it. */
#[CoversClass(ArchiveTree::class)]
#[CoversClass(Listing::class)]
#[CoversClass(OpenSet::class)]
#[CoversClass(OpenSets::class)]
#[CoversClass(Selection::class)]
#[CoversClass(TakeoutSides::class)]
final class TakeoutTest extends TestCase {
	private const PHOTOS = 'Takeout/Google Photos/Photos de 2024/';
	private const LONG = 'Assemblée générale de l’association des jardins partagés.jpg';

	/** @return iterable<string, array{'plain'|'pipe'|'liar'}> */
	public static function streams(): iterable {
		yield 'that seek' => ['plain'];
		yield 'that do not' => ['pipe'];
		yield 'that lie' => ['liar'];
	}

	/** @param 'plain'|'pipe'|'liar' $streams */
	#[DataProvider('streams')]
	public function testDatesAndNamesComeFromSideFilesWhereverTheyAre(string $streams): void {
		$world = $this->world();
		$world->files->streams = $streams;
		$items = $world->items();
		$dates = array_map(static fn (FoundItem $item): array => [$item->name, $item->modifiedAt], array_filter($items, static fn (FoundItem $item): bool => str_ends_with($item->id, '.jpg') || str_ends_with($item->id, '.xlsx')));
		$cut = mb_substr(self::LONG, 0, 47) . '.jpg';

		self::assertSame([
			'takeout/Google Photos/Photos de 2024/Fête_ 14 juillet.jpg' => ['Fête: 14 juillet.jpg', 1_720_000_001],
			'takeout/Google Photos/Photos de 2024/Fête_ 14 juillet-modifié.jpg' => ['Fête_ 14 juillet-modifié.jpg', 1_720_000_001],
			"takeout/Google Photos/Photos de 2024/$cut" => [self::LONG, 1_720_000_002],
			'takeout/Google Photos/Photos de 2024/IMG(1).jpg' => ['IMG(1).jpg', 1_720_000_004],
			'takeout/Google Photos/Photos de 2024/IMG.jpg' => ['IMG.jpg', 1_720_000_003],
			'takeout/Google Photos/Photos de 2024/seule.jpg' => ['seule.jpg', gmmktime(12, 34, 56, 2, 29, 2024)],
			'takeout/Drive/Budget.xlsx' => ['Budget.xlsx', 1_615_000_000],
		], $dates);
		self::assertSame(['bruno@example.org'], $items['takeout/Drive/Budget.xlsx']->people);
	}

	public function testNothingIsLeftOutAndNoByteIsChanged(): void {
		$world = $this->world();
		$items = $world->items();

		foreach (['archive_browser.html', 'Google Photos/Photos de 2024/métadonnées.json', 'Google Photos/Photos de 2024/IMG.jpg.supplemental-metadata.json', 'Drive/Budget.xlsx-info.json', 'Mail/Tout.mbox'] as $path) {
			self::assertArrayHasKey("takeout/$path", $items);
			self::assertNull($items["takeout/$path"]->unsupported);
		}
		self::assertSame('photo 3 with its place', $world->bytes($items['takeout/Google Photos/Photos de 2024/IMG.jpg']));
	}

	public function testPhotosCanStayBehind(): void {
		$ids = array_keys($this->world()->items(new Choice(photos: false)));

		self::assertContains('takeout/Drive/Budget.xlsx', $ids);
		self::assertSame([], preg_grep('/Photos/', $ids));
	}

	public function testALaterExportHasTheSameIds(): void {
		self::assertSame(array_keys($this->world()->items()), array_keys($this->world('takeout-20250101T000000Z-1-')->items()));
	}

	public function testARenamedExportIsKnownByItsFolder(): void {
		$zip = new ZipWriter();
		$zip->add('Takeout/Drive/a.txt', 'a');

		self::assertSame(['takeout/Drive/', 'takeout/Drive/a.txt'], array_keys((new ArchiveWorld(['Ma sauvegarde.zip' => $zip->bytes()]))->items()));
	}

	public function testTwoExportsAtOnceDoNotMeet(): void {
		$zip = new ZipWriter();
		$zip->add('Takeout/Drive/a.txt', 'a');
		$world = new ArchiveWorld(['takeout-20240101T000000Z-001.zip' => $zip->bytes(), 'takeout-20240301T000000Z-001.zip' => $zip->bytes(), 'Autre.zip' => $zip->bytes()]);
		$items = $world->items();

		self::assertSame([
			'takeout/', 'takeout/Drive/', 'takeout/Drive/a.txt', 'takeout~2/', 'takeout~2/Drive/', 'takeout~2/Drive/a.txt', 'takeout~3/', 'takeout~3/Drive/', 'takeout~3/Drive/a.txt',
		], array_keys($items));
		self::assertSame(['takeout-20240301t000000z', 'takeout-20240101t000000z', 'Autre'], [$items['takeout/']->name, $items['takeout~2/']->name, $items['takeout~3/']->name]);
		self::assertSame(['takeout~2/', 'takeout~2/Drive/', 'takeout~2/Drive/a.txt'], array_keys($world->items(new Choice(['takeout~2']))));
		self::assertEquals([new SourceFolder('takeout~2/Drive', 'Drive', 'folder', false, 1, 1)], $world->source->folders($world->access(), 'takeout~2'));
	}

	public function testFoldersCanBeChosenWithTheirSizes(): void {
		$world = $this->world();

		self::assertEquals([
			new SourceFolder('takeout/Drive', 'Drive', 'folder', false, 6 + strlen($this->info()), 2),
			new SourceFolder('takeout/Google Photos', 'Google Photos', 'folder', true, $world->source->folders($world->access(), null)[1]->size, 14),
			new SourceFolder('takeout/Mail', 'Mail', 'folder', false, 4, 1),
		], $world->source->folders($world->access(), null));
		self::assertSame(['takeout/Google Photos/Photos de 2024'], array_column($world->source->folders($world->access(), 'takeout/Google Photos'), 'id'));
		self::assertSame([], $world->source->folders($world->access(), 'takeout/Rien'));
		self::assertSame([], $world->source->folders(new Access('nadia'), null));
	}

	private function world(string $start = 'takeout-20240901T101112Z-'): ArchiveWorld {
		$first = new ZipWriter();
		$first->add('Takeout/archive_browser.html', '<html>');
		$first->add(self::PHOTOS . 'Fête_ 14 juillet.jpg', 'photo 1', 0);
		$first->add(self::PHOTOS . 'Fête_ 14 juillet-modifié.jpg', 'photo 1, edited', 0);
		$first->add(self::PHOTOS . mb_substr(self::LONG, 0, 47) . '.jpg', 'photo 2', 0);
		$first->add(self::PHOTOS . mb_substr(self::LONG, 0, 46) . '.json', $this->side(2, self::LONG), flags: ZipWriter::DESCRIPTOR);
		$first->add(self::PHOTOS . 'IMG.jpg.supplemental-metadata(1).json', $this->side(4, 'IMG.jpg'));
		$first->add(self::PHOTOS . 'métadonnées.json', '{"title":"Photos de 2024"}');
		$first->add(self::PHOTOS . 'IMG(1).jpg', 'photo 4', 0);
		$second = new ZipWriter();
		$second->add(self::PHOTOS . 'IMG.jpg', 'photo 3 with its place', 0);
		$second->add(self::PHOTOS . 'seule.jpg', 'photo 5', 0);
		$second->add(self::PHOTOS . 'IMG.jpg.supplemental-metadata.json', $this->side(3, 'IMG.jpg'), 0);
		$second->add(self::PHOTOS . 'Fête_ 14 juillet.jpg.supplemental-metadata.json', $this->side(1, 'Fête: 14 juillet.jpg'));
		$second->add(self::PHOTOS . 'seule2.json', 'not JSON');
		$second->add(self::PHOTOS . 'seule2.png', 'photo 6', 0);
		$second->add(self::PHOTOS . 'film.mp4', 'film', 0);
		$second->add('Takeout/Drive/Budget.xlsx', 'budget');
		$second->add('Takeout/Drive/Budget.xlsx-info.json', $this->info());
		$second->add('Takeout/Mail/Tout.mbox', 'From');
		return new ArchiveWorld(["{$start}002.zip" => $second->bytes(), "{$start}001.zip" => $first->bytes()]);
	}

	private function side(int $second, string $title): string {
		return (string)json_encode(['title' => $title, 'photoTakenTime' => ['timestamp' => (string)(1_720_000_000 + $second)], 'geoData' => ['latitude' => 48.1]]);
	}

	private function info(): string {
		return (string)json_encode(['title' => 'Budget', 'last_modified_by_any_user' => gmdate('Y-m-d\TH:i:s.000\Z', 1_615_000_000), 'permissions' => [['type' => 'user', 'role' => 'reader', 'emailAddress' => 'bruno@example.org']]]);
	}
}
