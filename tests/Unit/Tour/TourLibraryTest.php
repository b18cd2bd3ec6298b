<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Content\Verdicts;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourLibrary;
use OCA\Compagnon\Tour\TourReader;
use OCA\Compagnon\Tour\TourRules;
use OCA\Compagnon\Tour\TourSources;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(TourLibrary::class)]
#[CoversClass(TourReader::class)]
#[CoversClass(TourRules::class)]
#[CoversClass(ContentFolder::class)]
#[CoversClass(ContentReader::class)]
#[CoversClass(ContentFault::class)]
#[CoversClass(FaultLog::class)]
final class TourLibraryTest extends TestCase {
	/** @return iterable<string, array{string|array<string, mixed>, string}> content of the file and what is said of it */
	public static function brokenFiles(): iterable {
		$good = ContentFixture::alpha();
		yield 'empty' => ['', 'is not JSON'];
		yield 'cut in the middle' => ['{"schema": 1, "id": ', 'is not JSON'];
		yield 'not an object' => ['[1, 2]', 'but not an object'];
		yield 'not UTF-8' => ["{\"schema\": \"\xff\"}", 'is not text in UTF-8'];
		yield 'too large' => ['{"a": "' . str_repeat('a', 262_144) . '"}', 'is larger than 262144 bytes'];
		yield 'newer schema' => [['schema' => 2, 'moods' => []] + $good, 'was made for a newer version of Compagnon (schema 2). Update Compagnon.'];
		yield 'a schema that never was' => [['schema' => 0] + $good, 'field “schema” has a value that does not fit'];
		yield 'wrong kind' => [['minutes' => 'three'] + $good, 'field “minutes” has a value that does not fit'];
		yield 'missing field' => [array_diff_key($good, ['title' => true]), 'lacks the field “title”'];
		yield 'unknown field' => [['colour' => 'red'] + $good, 'field “colour” is not known'];
		yield 'no steps' => [['steps' => []] + $good, 'steps'];
		yield 'unknown field in a step' => [['steps' => [['html' => 'x'] + ContentFixture::step('one')]] + $good, 'field “steps.0.html” is not known'];
		yield 'unknown fact' => [['steps' => [ContentFixture::step('one', 'files.sold')]] + $good, 'fact'];
		yield 'HTML instead of a key' => [['title' => '<b>Tour</b>'] + $good, 'title'];
		yield 'a page that leads elsewhere' => [['steps' => [['page' => ['app' => 'files', 'path' => 'https://example.org']] + ContentFixture::step('one')]] + $good, 'path'];
		yield 'script in its own words' => [['texts' => ['fr' => ['alpha.title' => 'Visite<script>alert(1)</script>']]] + $good, 'words “alpha.title” hold “<” or “>”. Words are plain text'];
		yield 'wrong id' => [['id' => 'beta'] + $good, 'id “beta” is not its file name'];
		yield 'two steps of one name' => [['steps' => [ContentFixture::step('one'), ContentFixture::step('one')]] + $good, 'Two of its steps have the id “one”'];
		yield 'unknown anchor' => [
			['steps' => [['anchor' => 'files.nowhere', 'where' => 'step.text'] + ContentFixture::step('one')]] + $good,
			'step “one” points at the anchor “files.nowhere”, which is not known',
		];
	}

	/** @param string|array<string, mixed> $content */
	#[DataProvider('brokenFiles')]
	public function testABrokenFileIsNamedAndTheRestGoesOn(string|array $content, string $reason): void {
		$world = new World();
		$world->apps->apps['notes'] = [];
		$world->content->tour('alpha', $content);

		['tours' => $tours, 'faults' => $faults] = $world->library()->readAll();

		self::assertSame(['beta'], array_map(static fn (Tour $tour): string => $tour->id, $tours));
		self::assertCount(1, $faults);
		self::assertSame('tours/alpha.json', $faults[0]->path);
		self::assertStringContainsString($reason, $faults[0]->reason);
		self::assertNull($world->library()->find('alpha'));
		self::assertSame('running', $world->start('nadia', 'beta')->state->value);
		self::assertCount(1, $world->log->entries);
		self::assertSame('error', $world->log->entries[0]['level']);
		self::assertStringContainsString('tours/alpha.json', $world->log->entries[0]['message']);
		self::assertStringContainsString($reason, $world->log->entries[0]['message']);
		// From what the first check left behind, the same is said.
		self::assertSame($faults[0]->reason, $world->library()->readAll()['faults'][0]->reason ?? null);
	}

	public function testAnAnchorOfAnotherHostIsKnown(): void {
		$world = new World();
		$world->content->write('anchors.json', ['schema' => 1, 'hosts' => ['demo' => ['1' => ['files.new' => ['selectors' => ['.new']]]]]]);

		self::assertSame([], $world->library()->readAll()['faults']);
	}

	public function testBrokenAnchorsAreNotTheFaultOfTheTours(): void {
		$world = new World();
		$world->content->write('anchors.json', '{');

		['tours' => $tours, 'faults' => $faults] = $world->library()->readAll();
		self::assertCount(2, $tours);
		self::assertSame(['anchors.json'], array_map(static fn (ContentFault $fault): string => $fault->path, $faults));

		$world->content->write('anchors.json', ['schema' => 1, 'hosts' => (object)[]]);
		self::assertStringContainsString('“files.new”, which is not known', $world->library()->readAll()['faults'][0]->reason ?? '');
	}

	public function testWhatElseToursAreMadeOfIsCheckedToo(): void {
		$world = new World();
		$world->content->write('texts/fr.json', ['alpha.title' => 'Un <b>titre</b>']);
		$world->content->write('offers.json', '[');

		self::assertSame(
			['offers.json: It is not JSON. (Syntax error)', 'texts/fr.json: Its words “alpha.title” hold “<” or “>”. Words are plain text, without HTML.'],
			array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $world->library()->readAll()['faults']),
		);
		self::assertCount(2, $world->log->entries);
	}

	public function testAFaultIsLoggedOnceADayAndAgainWhenItIsAnotherOne(): void {
		$world = new World();
		$world->clock->now = 20_000 * 86_400;
		$world->content->tour('alpha', '{');
		$world->library()->all();
		$world->library()->all();
		self::assertCount(1, $world->log->entries);

		$world->content->tour('alpha', '[]');
		$world->library()->all();
		self::assertCount(2, $world->log->entries);

		$world->clock->advance(86_400);
		$world->library()->all();
		self::assertCount(3, $world->log->entries);
	}

	public function testAFileThatCannotBeReadIsAFault(): void {
		$folder = (new World())->folder();

		$this->expectException(ContentFault::class);
		$this->expectExceptionMessage('tours/nothing.json: It cannot be read.');
		$folder->read('tours/nothing.json', 'tour');
	}

	public function testAnUnknownIdIsNoFileName(): void {
		$world = new World();

		self::assertNull($world->library()->find('../texts/fr'));
		self::assertNull($world->library()->find(str_repeat('a', 5000)));
		self::assertSame([], $world->log->entries);
	}

	public function testTheAppOfATourIsReadWithoutItsCheck(): void {
		$world = new World();
		$world->folders->paths = [__DIR__ . '/no-such-folder'];

		self::assertSame('files', $world->library()->app('alpha'));
		self::assertNull($world->library()->app('nothing'));
		self::assertSame('', $world->settings->longText('content_verdicts', ''));
		self::assertSame([], $world->log->entries);

		$world->content->tour('alpha', ['app' => ['files']]);
		self::assertNull($world->library()->app('alpha'));
		$world->content->tour('alpha', '{');
		self::assertNull($world->library()->app('alpha'));
		self::assertCount(1, $world->log->entries);
	}

	public function testTheShippedToursAreFine(): void {
		['tours' => $tours, 'faults' => $faults] = $this->shipped(new World())->readAll();

		self::assertSame([], array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $faults));
		self::assertNotSame([], $tours);
	}

	public function testShippedToursBringNeitherWordsNorAnchors(): void {
		foreach ($this->shipped(new World())->all() as $tour) {
			self::assertSame([], $tour->ownAnchors, $tour->id);
			self::assertStringNotContainsString('"texts"', (string)file_get_contents(__DIR__ . "/../../../resources/tours/$tour->id.json"), $tour->id);
		}
	}

	public function testAnchorsAreTheSameThingInBothSchemas(): void {
		$tour = json_decode((string)file_get_contents(__DIR__ . '/../../../resources/schema/tour.json'), true, flags: JSON_THROW_ON_ERROR);
		$anchors = json_decode((string)file_get_contents(__DIR__ . '/../../../resources/schema/anchors.json'), true, flags: JSON_THROW_ON_ERROR);
		self::assertIsArray($tour);
		self::assertIsArray($anchors);
		$names = $anchors['properties']['hosts']['additionalProperties']['additionalProperties']['propertyNames'];

		self::assertSame($anchors['$defs']['anchor'], $tour['$defs']['anchor']);
		self::assertSame($names, $tour['properties']['anchors']['propertyNames']);
		self::assertSame($names['pattern'], $tour['$defs']['step']['properties']['anchor']['pattern']);
	}

	private function shipped(World $world): TourLibrary {
		$reader = new ContentReader(new OpisSchemaValidator(), new Verdicts($world->settings, $world->host));
		$folder = new ContentFolder($reader);
		$anchors = new AnchorMap($folder, $world->host, $world->faultLog());
		return new TourLibrary(new TourSources($folder, $world->folders), $reader, new TourReader(), new TourRules($anchors), $anchors, $folder, $world->faultLog());
	}
}
