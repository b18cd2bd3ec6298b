<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Adventure;

use OCA\Compagnon\Adventure\Story;
use OCA\Compagnon\Adventure\StoryLibrary;
use OCA\Compagnon\Adventure\StoryReader;
use OCA\Compagnon\Adventure\StoryRules;
use OCA\Compagnon\Adventure\StoryTexts;
use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Port\SchemaValidator;
use OCA\Compagnon\Tests\Fake\AdventureWorld;
use OCA\Compagnon\Tests\Fake\StoryFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(StoryLibrary::class)]
#[CoversClass(StoryReader::class)]
#[CoversClass(StoryRules::class)]
#[CoversClass(StoryTexts::class)]
#[CoversClass(Story::class)]
final class StoryLibraryTest extends TestCase {
	/** @return iterable<string, array{string|array<string, mixed>, string}> content of the file and what is said of it */
	public static function brokenFiles(): iterable {
		$good = StoryFixture::tale(['id' => 'broken']);
		yield 'empty' => ['', 'is not JSON'];
		yield 'cut in the middle' => ['{"schema": 1, "id": ', 'is not JSON'];
		yield 'huge' => ['{"a": "' . str_repeat('a', 262_144) . '"}', 'is larger than 262144 bytes'];
		yield 'too many scenes' => [['scenes' => array_map(static fn (int $i): array => ['id' => "s-$i", 'text' => ['line'], 'ending' => 'glad'], range(1, 201))] + $good, 'scenes'];
		yield 'newer schema' => [['schema' => 2, 'moods' => []] + $good, 'was made for a newer version of Compagnon (schema 2)'];
		yield 'unknown fact' => [['quests' => [StoryFixture::quest('folder', 'files', ['fact' => 'files.sold'])]] + $good, 'quests'];
		yield 'unknown condition' => [['scenes' => [['id' => 'door', 'text' => [['text' => 'line', 'if' => ['script' => 'alert(1)']]], 'ending' => 'glad'], ...StoryFixture::scenes()]] + $good, 'scenes'];
		yield 'HTML instead of a key' => [['title' => '<b>Tale</b>'] + $good, 'title'];
		yield 'a page that leads elsewhere' => [['quests' => [['page' => 'https://example.org'] + StoryFixture::quest('folder', 'files', ['declare' => true])]] + $good, 'page'];
		yield 'another id' => [StoryFixture::tale(), 'id “tale” is not the name of its folder'];
		yield 'two scenes of one name' => [['scenes' => [...StoryFixture::scenes(), ['id' => 'door', 'text' => ['line'], 'ending' => 'sad']]] + $good, 'Two of its parts have the id “door”'];
		yield 'no such start' => [['start' => 'gate'] + $good, '“start” leads to “gate”, which is not there'];
		yield 'a choice that leads nowhere' => [['scenes' => [...StoryFixture::scenes(), ['id' => 'end', 'text' => ['line'], 'choices' => [['id' => 'on', 'text' => 'line', 'to' => 'moon']]]]] + $good, '“end” leads to “moon”'];
		yield 'no such ending' => [['scenes' => [...StoryFixture::scenes(), ['id' => 'end', 'text' => ['line'], 'ending' => 'moon']]] + $good, '“end” leads to “moon”'];
		yield 'no such quest' => [['quests' => [StoryFixture::quest('other', 'files', ['declare' => true])]] + $good, '“hall” leads to “folder”'];
	}

	/** @param string|array<string, mixed> $content */
	#[DataProvider('brokenFiles')]
	public function testABrokenStoryIsNamedAndTheOthersWork(string|array $content, string $reason): void {
		$adventure = new AdventureWorld();
		$adventure->world->content->story('broken', $content);

		self::assertSame(['tale'], array_column($adventure->list('nadia'), 'id'));
		self::assertNull($adventure->library()->find('broken'));
		$faults = $adventure->library()->faults();
		self::assertSame(['stories/broken/story.json'], array_map(static fn (ContentFault $fault): string => $fault->path, $faults));
		self::assertStringContainsString($reason, $faults[0]->reason);
		self::assertCount(1, $adventure->world->log->entries);
		self::assertStringContainsString($reason, $adventure->world->log->entries[0]['message']);
	}

	public function testAStoryThatGoesInCirclesIsNoDangerHere(): void {
		$adventure = new AdventureWorld();
		$adventure->world->content->story('circle', StoryFixture::tale(['id' => 'circle', 'renames' => ['scenes' => ['a' => 'b', 'b' => 'a']], 'scenes' => [
			...StoryFixture::scenes(),
			['id' => 'here', 'text' => ['line'], 'choices' => [['id' => 'go', 'text' => 'line', 'to' => 'there']]],
			['id' => 'there', 'text' => ['line'], 'choices' => [['id' => 'go', 'text' => 'line', 'to' => 'here']]],
		]]));
		$adventure->move('nadia', 0, ['kind' => 'begin', 'role' => 'ana'], 'circle');
		$adventure->move('nadia', 1, ['kind' => 'choose', 'scene' => 'here', 'choice' => 'go'], 'circle');

		self::assertSame('under-way', array_column($adventure->list('nadia'), 'state', 'id')['circle']);
	}

	public function testWordsComeInThePersonsLanguageElseInEnglishElseInFrench(): void {
		$adventure = new AdventureWorld();
		self::assertSame('Le conte', $adventure->show('nadia')['story']['title']);

		$adventure->world->texts->language = 'en';
		$story = $adventure->show('nadia')['story'];
		self::assertSame('The tale', $story['title']);
		self::assertSame('En français', $story['roles'][0]->about);
		self::assertSame('A line.', $story['scenes'][0]->text[0]);
		self::assertEquals((object)['text' => 'A line.', 'if' => (object)['app' => 'deck']], $story['scenes'][0]->text[1]);
		self::assertSame(['A line.'], $story['quests'][0]->essential->steps);
		self::assertSame('files.folder-created', $story['quests'][0]->essential->proof->fact);

		$adventure->world->texts->language = 'de';
		self::assertSame('The tale', $adventure->show('nadia')['story']['title']);
	}

	public function testALanguageThatIsBrokenIsToldAndAnotherOneTellsTheStory(): void {
		$adventure = new AdventureWorld();
		$adventure->world->content->write('stories/tale/fr.json', ['title' => 'Le <script>alert(1)</script> conte'] + StoryFixture::FRENCH);

		self::assertSame('The tale', $adventure->show('nadia')['story']['title']);
		self::assertStringContainsString('stories/tale/fr.json', $adventure->world->log->entries[0]['message']);
		self::assertSame(
			['stories/tale/fr.json: Its words “title” hold “<” or “>”. Words are plain text, without HTML.'],
			array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $adventure->library()->faults()),
		);

		$adventure->world->content->write('stories/tale/en.json', '{');
		self::assertSame([], $adventure->list('nadia'));
	}

	public function testAnUnknownIdIsNoFileName(): void {
		$adventure = new AdventureWorld();
		foreach (['../tours', 'tale/..', str_repeat('a', 5000), 'nothing', ''] as $id) {
			self::assertNull($adventure->library()->find($id));
		}
		self::assertSame([], $adventure->world->log->entries);
	}

	public function testTheShippedStoriesAreFine(): void {
		$resources = __DIR__ . '/../../../resources/stories';
		$adventure = new AdventureWorld();
		$shipped = array_map(basename(...), (array)glob("$resources/*", GLOB_ONLYDIR));
		foreach ($shipped as $id) {
			$words = [];
			foreach ((array)glob("$resources/$id/??.json") as $file) {
				$words[basename((string)$file, '.json')] = (string)file_get_contents((string)$file);
			}
			$adventure->world->content->story($id, (string)file_get_contents("$resources/$id/story.json"), $words);
		}

		self::assertSame([], array_map(static fn (ContentFault $fault): string => $fault->getMessage(), $adventure->library()->faults()));
		self::assertSame([], array_diff($shipped, array_map(static fn (Story $story): string => $story->id, $adventure->library()->all())));
	}

	public function testAHundredScenesAreQuickOnceTheyWereChecked(): void {
		$adventure = new AdventureWorld();
		$adventure->world->content->story('long', StoryFixture::long('long'));
		$adventure->show('nadia', 'long');
		$begin = self::milliseconds();
		self::assertCount(100, $adventure->show('nadia', 'long')['story']['scenes']);

		self::assertLessThan(100, self::milliseconds() - $begin);
	}

	public function testWhatWasCheckedIsNotCheckedAgain(): void {
		$adventure = new AdventureWorld();
		$adventure->show('nadia');
		$validator = new class implements SchemaValidator {
			public int $asked = 0;

			#[\Override]
			public function faults(mixed $data, string|object $schema): array {
				$this->asked++;
				return [];
			}
		};
		$adventure->show('nadia', 'tale', $validator);
		self::assertSame(0, $validator->asked);

		$adventure->world->content->story('tale', StoryFixture::tale(['minutes' => 6]), []);
		$adventure->show('nadia', 'tale', $validator);
		self::assertSame(1, $validator->asked);
	}

	/** Of this process alone: what else the machine has to do does not count. */
	private static function milliseconds(): float {
		$usage = getrusage();
		self::assertIsArray($usage);
		return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3 + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
	}
}
