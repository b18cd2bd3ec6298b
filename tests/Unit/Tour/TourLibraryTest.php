<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourLibrary;
use OCA\Compagnon\Tour\TourReader;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(TourLibrary::class)]
#[CoversClass(TourReader::class)]
#[CoversClass(ContentFolder::class)]
#[CoversClass(ContentFault::class)]
#[CoversClass(FaultLog::class)]
final class TourLibraryTest extends TestCase {
	/** @return iterable<string, array{string|array<string, mixed>, string}> content of the file and what is said of it */
	public static function brokenFiles(): iterable {
		$good = ContentFixture::alpha();
		yield 'empty' => ['', 'is not JSON'];
		yield 'cut in the middle' => ['{"schema": 1, "id": ', 'is not JSON'];
		yield 'not an object' => ['[1, 2]', 'is not a JSON object'];
		yield 'not UTF-8' => ["{\"schema\": \"\xff\"}", 'is not JSON'];
		yield 'too large' => ['{"a": "' . str_repeat('a', 262_144) . '"}', 'is larger than 262144 bytes'];
		yield 'wrong format' => [['schema' => 2] + $good, 'schema'];
		yield 'wrong kind' => [['minutes' => 'three'] + $good, 'minutes'];
		yield 'missing field' => [array_diff_key($good, ['title' => true]), 'title'];
		yield 'unknown field' => [['colour' => 'red'] + $good, 'colour'];
		yield 'no steps' => [['steps' => []] + $good, 'steps'];
		yield 'unknown field in a step' => [['steps' => [['html' => 'x'] + ContentFixture::step('one')]] + $good, 'html'];
		yield 'unknown fact' => [['steps' => [ContentFixture::step('one', 'files.sold')]] + $good, 'fact'];
		yield 'HTML instead of a key' => [['title' => '<b>Tour</b>'] + $good, 'title'];
		yield 'a page that leads elsewhere' => [['steps' => [['page' => ['app' => 'files', 'path' => 'https://example.org']] + ContentFixture::step('one')]] + $good, 'path'];
		yield 'wrong id' => [['id' => 'beta'] + $good, 'has the id "beta"'];
		yield 'two steps of one name' => [['steps' => [ContentFixture::step('one'), ContentFixture::step('one')]] + $good, 'two steps with the same id'];
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
		$folder = (new World())->content->folder();

		$this->expectException(ContentFault::class);
		$this->expectExceptionMessage('tours/nothing.json: cannot be read');
		$folder->read('tours/nothing.json', 'tour');
	}

	public function testAnUnknownIdIsNoFileName(): void {
		$world = new World();

		self::assertNull($world->library()->find('../texts/fr'));
		self::assertNull($world->library()->find(str_repeat('a', 5000)));
		self::assertSame([], $world->log->entries);
	}

	public function testTheShippedToursAreFine(): void {
		$world = new World();
		$library = new TourLibrary(new ContentFolder(new \OCA\Compagnon\Content\OpisSchemaValidator()), new TourReader(), $world->faultLog());

		['tours' => $tours, 'faults' => $faults] = $library->readAll();

		self::assertSame([], $faults);
		self::assertNotSame([], $tours);
	}
}
