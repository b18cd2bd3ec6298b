<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Tests\Fake\ForeignFolder;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\AnchorLinks;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourFile;
use OCA\Compagnon\Tour\TourLibrary;
use OCA\Compagnon\Tour\TourReader;
use OCA\Compagnon\Tour\TourRules;
use OCA\Compagnon\Tour\TourSources;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Tours that the host or another app brings. */
#[CoversClass(TourLibrary::class)]
#[CoversClass(TourSources::class)]
#[CoversClass(TourFile::class)]
#[CoversClass(TourRules::class)]
#[CoversClass(TourReader::class)]
#[CoversClass(AnchorLinks::class)]
final class ForeignToursTest extends TestCase {
	private World $world;
	private ForeignFolder $folder;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->folder = new ForeignFolder();
		$this->world->folders->paths = [$this->folder->path];
	}

	public function testATourFromElsewhereIsPlayedWithItsOwnWordsAndAnchors(): void {
		$this->folder->write('garden.json', ForeignFolder::tour('garden'));

		self::assertSame(['alpha', 'beta', 'garden'], $this->ids());
		$tour = $this->world->show()->show('nadia', 'garden');
		self::assertSame(['Titre', 'Résumé', 'L’étape 1'], [$tour['title'], $tour['summary'], $tour['steps'][0]['title']]);
		self::assertSame(['files.new', 'files.toggle', 'other.place'], array_keys($tour['anchors']));
		self::assertSame(['selectors' => ['#other'], 'open' => 'files.toggle', 'instead' => null, 'behind' => null], $tour['anchors']['other.place']);
		self::assertSame('step-1', $this->world->start('nadia', 'garden')->step);
		self::assertSame('files', $this->world->library()->app('garden'));

		$this->world->texts->language = 'en';
		self::assertSame('EN Titre', $this->world->show()->show('nadia', 'garden')['title']);
		self::assertSame([], $this->world->log->entries);
	}

	public function testTheDocumentedExampleIsOne(): void {
		$words = (string)file_get_contents(__DIR__ . '/../../../docs/admin/extending-tours.md');
		self::assertSame(1, preg_match('/```json\n(.+?)```/s', $words, $example));
		$this->folder->write('open-day.json', $example[1]);
		copy(__DIR__ . '/../../../resources/anchors.json', $this->world->content->path . '/anchors.json');
		$this->world->members->groups = ['nadia' => ['board']];

		self::assertSame(['folder', 'logo'], $this->world->library()->find('open-day')?->stepIds());
		self::assertSame('Préparer la porte ouverte', $this->world->show()->show('nadia', 'open-day')['title']);
		$anchors = $this->world->show()->show('nadia', 'open-day')['anchors'];
		self::assertArrayHasKey('files.new', $anchors);
		self::assertArrayHasKey('open-day.logo', $anchors);
	}

	/** @return iterable<string, array{array<string, mixed>, string}> what is different in the file, and what is said of it */
	public static function brokenTours(): iterable {
		$good = ForeignFolder::tour('garden');
		/** @var array{fr: array<string, string>, en: array<string, string>} $texts */
		$texts = $good['texts'];
		$anchor = static fn (string ...$links): array => ['selectors' => ['#a']] + $links;
		yield 'no words at all' => [['texts' => null], 'field “texts” has a value that does not fit'];
		yield 'a key in none of its languages' => [
			['texts' => array_map(static fn (array $words): array => array_diff_key($words, ['tour.where-2' => true]), $texts)],
			'None of its languages has the words “tour.where-2”',
		];
		yield 'words of the app' => [['title' => 'alpha.title'], 'None of its languages has the words “alpha.title”'];
		yield 'HTML' => [['texts' => ['en' => ['tour.text-2' => 'Click <a href="x">here</a>'] + $texts['en']] + $texts], 'words “tour.text-2” hold “<” or “>”'];
		yield 'words that are none' => [['texts' => ['fr' => ['tour.title' => 3] + $texts['fr']]], 'field “texts.fr.tour.title” has a value that does not fit'];
		yield 'a language that is none' => [['texts' => ['french' => []] + $texts], 'field “texts” has a value that does not fit'];
		yield 'an unknown anchor' => [['anchors' => (object)[]], 'step “step-2” points at the anchor “other.place”, which is not known'];
		yield 'an anchor without selectors' => [['anchors' => ['other.place' => ['open' => 'files.new']]], 'lacks the field “anchors.other.place.selectors”'];
		yield 'an anchor with more than there is' => [['anchors' => ['other.place' => $anchor(click: 'twice')]], 'field “anchors.other.place.click” is not known'];
		yield 'opened with nothing that is known' => [['anchors' => ['other.place' => $anchor(open: 'other.nowhere')]], 'anchor “other.place” leads to the anchor “other.nowhere”, which is not known'];
		yield 'opened with itself' => [['anchors' => ['other.place' => $anchor(open: 'other.place')]], 'lead in a circle: other.place → other.place'];
		yield 'in a circle' => [
			['anchors' => ['other.place' => $anchor(open: 'other.b'), 'other.b' => $anchor(instead: 'other.c'), 'other.c' => $anchor(open: 'other.place')]],
			'lead in a circle: other.place → other.b → other.c → other.place',
		];
		yield 'in a circle through a shipped anchor' => [
			['anchors' => ['other.place' => $anchor(open: 'files.trash'), 'files.toggle' => $anchor(instead: 'other.place')]],
			'lead in a circle: other.place → files.trash → files.toggle → other.place',
		];
	}

	/** @param array<string, mixed> $different */
	#[DataProvider('brokenTours')]
	public function testABrokenTourIsNamedAndTheRestGoesOn(array $different, string $reason): void {
		$this->folder->write('garden.json', $different + ForeignFolder::tour('garden'));
		$this->folder->write('good.json', ForeignFolder::tour('good'));

		['tours' => $tours, 'faults' => $faults] = $this->world->library()->readAll();

		self::assertSame(['alpha', 'beta', 'good'], array_map(static fn (Tour $tour): string => $tour->id, $tours));
		self::assertSame([$this->folder->path . '/garden.json'], array_map(static fn (ContentFault $fault): string => $fault->path, $faults));
		self::assertTrue($faults[0]->isForeign);
		self::assertStringContainsString($reason, $faults[0]->reason);
		self::assertNull($this->world->library()->find('garden'));
		self::assertCount(1, $this->world->log->entries);
	}

	public function testAShippedTourIsNeverReplaced(): void {
		$this->folder->write('alpha.json', ForeignFolder::tour('alpha'));

		['faults' => $faults] = $this->world->library()->readAll();

		self::assertSame('There is another tour with the id “alpha”: tours/alpha.json.', $faults[0]->reason ?? null);
		self::assertSame('Premier', $this->world->show()->show('nadia', 'alpha')['title']);
	}

	public function testOfTwoFoldersTheFirstWins(): void {
		$other = new ForeignFolder();
		$this->world->folders->paths = [$this->folder->path, $other->path, $other->path . '/', $this->folder->path . '/../' . basename($this->folder->path)];
		$this->folder->write('garden.json', ForeignFolder::tour('garden'));
		$other->write('garden.json', ['minutes' => 9] + ForeignFolder::tour('garden'));
		$other->write('pond.json', ForeignFolder::tour('pond'));

		['tours' => $tours, 'faults' => $faults] = $this->world->library()->readAll();

		self::assertSame(['alpha', 'beta', 'garden', 'pond'], array_map(static fn (Tour $tour): string => $tour->id, $tours));
		self::assertSame(["There is another tour with the id “garden”: {$this->folder->path}/garden.json."], array_map(static fn (ContentFault $fault): string => $fault->reason, $faults));
		self::assertSame(5, $this->world->library()->find('garden')?->minutes);
	}

	public function testFoldersThatCannotBeReadAreNamed(): void {
		$this->folder->write('garden.json', ForeignFolder::tour('garden'));
		$file = $this->folder->path . '/garden.json';
		$this->world->folders->paths = ['/no/such/folder', 'tours', $file, $this->folder->path];

		['tours' => $tours, 'faults' => $faults] = $this->world->library()->readAll();

		self::assertCount(3, $tours);
		self::assertSame([
			'/no/such/folder: There is no folder here that can be read.',
			'tours: The path of this folder has to begin with “/”.',
			"$file: There is no folder here that can be read.",
		], array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $faults));
		self::assertNotContains(false, array_map(static fn (ContentFault $fault): bool => $fault->isForeign, $faults));
		self::assertSame('garden', $this->world->library()->find('garden')?->id);
	}

	public function testAFolderOfFarTooManyToursIsLeftOut(): void {
		for ($i = 0; $i < 501; $i++) {
			$this->folder->write("t-$i.json", '{}');
		}

		['tours' => $tours, 'faults' => $faults] = $this->world->library()->readAll();

		self::assertCount(2, $tours);
		self::assertSame([$this->folder->path . ': It holds more than 500 tours.'], array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $faults));
	}

	public function testOnlyFilesThatEndInJsonAreLookedAtAndNamesThatAreNoTextDoNoHarm(): void {
		$this->folder->write('README.md', 'Words');
		$this->folder->write("g\xffrden.json", ForeignFolder::tour('garden'));

		['tours' => $tours, 'faults' => $faults] = $this->world->library()->readAll();

		self::assertCount(2, $tours);
		self::assertCount(1, $faults);
		self::assertSame('Its id “garden” is not its file name.', $faults[0]->reason);
		self::assertTrue(mb_check_encoding($faults[0]->path, 'UTF-8'));
	}

	public function testALinkOutOfTheFolderIsNoId(): void {
		self::assertNull($this->world->library()->find('../' . basename($this->folder->path)));
		self::assertNull($this->world->library()->find(str_repeat('a', 65)));
	}

	public function testATourThatWasTakenAwayIsGone(): void {
		$this->folder->write('garden.json', ForeignFolder::tour('garden'));
		$this->world->start('nadia', 'garden');
		$this->world->folders->paths = [];

		self::assertSame(['alpha', 'beta'], $this->ids());
		self::assertNull($this->world->library()->find('garden'));
		$this->world->clock->advance(1800);
		self::assertSame('offer', $this->world->page('nadia', 'files')['active']['mode'] ?? null);
	}

	/** @return list<string> */
	private function ids(): array {
		return array_map(static fn (Tour $tour): string => $tour->id, $this->world->library()->all());
	}
}
