<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Fake\StoryFixture;
use OCA\Compagnon\Tests\Http\Support\Answer;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The adventure, with a story of its own. */
#[CoversNothing]
final class AdventureApiTest extends HttpTestCase {
	private const STORY = 'http-tale';

	public function testAStoryIsListedReadAndPlayed(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::assertSame(['new', ['settled' => 0, 'all' => 3]], self::listed($nadia));
			$shown = self::on($nadia, 'show')->data();
			self::assertSame('Le conte', $shown['story']['title']);
			self::assertSame(['talk'], $shown['here']['aside']);
			self::assertNull($shown['practice']);
			self::assertSame(['number' => 0, 'moves' => [], 'open' => null, 'version' => 1], $shown['game']);

			self::assertSame(1, self::move($nadia, 0, ['kind' => 'begin', 'role' => 'ana'])->data()['number']);
			self::move($nadia, 1, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in']);
			self::move($nadia, 2, ['kind' => 'skip', 'quest' => 'folder']);
			self::move($nadia, 3, ['kind' => 'choose', 'scene' => 'hall', 'choice' => 'on']);
			self::assertSame(['ended', ['settled' => 1, 'all' => 3]], self::listed($nadia));
			self::assertSame('The tale', self::on(Space::get()->person(language: 'en'), 'show')->data()['story']['title']);
		});
	}

	public function testTheSameElsewhereAndInTwoTabs(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::move($nadia, 0, ['kind' => 'begin', 'role' => 'ana']);
			$elsewhere = Space::get()->anotherBrowser($nadia);
			self::assertSame(2, self::move($elsewhere, 1, ['kind' => 'skip', 'quest' => 'tell'])->data()['number']);

			$late = self::move($nadia, 1, ['kind' => 'skip', 'quest' => 'folder']);
			self::assertRefused(409, 'conflict', $late);
			self::assertSame([2, [['kind' => 'begin', 'role' => 'ana'], ['kind' => 'skip', 'quest' => 'tell']]], [$late->data()['game']['number'], $late->data()['game']['moves']]);
			self::assertRefused(409, 'conflict', self::on($nadia, 'restart', ['number' => 1]));
			self::assertSame(0, self::on($nadia, 'restart', ['number' => 2])->data()['number']);
		});
	}

	public function testAQuestIsOpenedFollowedAndChecked(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::assertSame([], self::call($nadia, 'adventure-open')->data());
			self::move($nadia, 0, ['kind' => 'begin', 'role' => 'ana']);
			$opened = self::move($nadia, 1, ['kind' => 'open', 'quest' => 'folder', 'level' => 'explore'])->data();
			self::assertSame([2, ['quest' => 'folder', 'level' => 'explore']], [$opened['number'], $opened['open']]);
			$open = self::call($nadia, 'adventure-open')->data();
			self::assertSame([self::STORY, 'Une quête', 2, false], [$open['story'], $open['quest']['title'], $open['number'], $open['tour']]);

			$check = ['quest' => 'folder', 'level' => 'explore', 'number' => 2];
			self::assertSame([false, []], [self::on($nadia, 'check', $check)->data()['holds'], self::on($nadia, 'check', $check)->data()['game']['moves']]);
			self::assertRefused(409, 'conflict', self::on($nadia, 'check', ['level' => 'essential'] + $check));
			self::assertInvalid('level', self::on($nadia, 'check', ['quest' => 'tell', 'level' => 'essential', 'number' => 2]));
			self::move($nadia, 2, ['kind' => 'close', 'quest' => 'folder']);
			self::assertSame([], self::call($nadia, 'adventure-open')->data());
		});
	}

	public function testBadInputIsRefusedWithItsField(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::move($nadia, 0, ['kind' => 'begin', 'role' => 'ana']);
			foreach ([
				'kind' => ['kind' => 'done', 'quest' => 'folder', 'level' => 'essential'],
				'scene' => ['kind' => 'choose', 'scene' => 'moon', 'choice' => 'in'],
				'choice' => ['kind' => 'choose', 'scene' => 'hall', 'choice' => 'in'],
				'quest' => ['kind' => 'skip', 'quest' => ['folder']],
				'level' => ['kind' => 'open', 'quest' => 'folder', 'level' => 'deep'],
				'colour' => ['kind' => 'skip', 'quest' => 'folder', 'colour' => 'red'],
			] as $field => $asked) {
				self::assertInvalid($field, self::move($nadia, 1, $asked));
			}
			self::assertInvalid('number', self::on($nadia, 'move', ['number' => 'two', 'kind' => 'skip', 'quest' => 'folder']));
			self::assertInvalid('number', self::on($nadia, 'restart', ['number' => -1]));
			foreach (['show', 'move', 'check', 'restart'] as $act) {
				self::assertRefused(404, 'not_found', self::on($nadia, $act, story: 'no-such-story'));
			}
		});
	}

	public function testAGameThatHasGrownTooLongIsSaid(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::move($nadia, 0, ['kind' => 'begin', 'role' => 'ana']);
			Space::get()->sql("UPDATE *PREFIX*compagnon_adventure_game SET count = 2000 WHERE user_id = '$nadia->id'");

			self::assertRefused(422, 'unfit', self::move($nadia, 2000, ['kind' => 'skip', 'quest' => 'folder']));
			self::assertSame(0, self::on($nadia, 'restart', ['number' => 2000])->data()['number']);
		});
	}

	public function testABrokenStoryIsToldToWhoeverLooksAfterTheSpace(): void {
		Space::get()->withStory('http-broken', ['schema' => 2], static function (): void {
			$faults = array_column(self::call(self::shared('admin'), 'admin-content')->data()['faults'], 'message', 'file');

			self::assertStringContainsString('version plus récente de Compagnon (schéma 2)', $faults['stories/http-broken/story.json'] ?? '');
			self::assertNotContains('http-broken', array_column(self::call(self::shared('member'), 'adventure-index')->data()['stories'], 'id'));
		});
	}

	public function testThePracticeFolderComesAndGoes(): void {
		$this->withTale(static function (): void {
			$nadia = Space::get()->person();
			self::assertFalse(self::call($nadia, 'adventure-tidy')->data()['removed']);
			$made = self::call($nadia, 'adventure-practise')->data();
			self::assertSame('Bac à sable', $made['name']);
			self::assertSame($made, self::call($nadia, 'adventure-practise')->data());
			self::assertSame($made, self::on($nadia, 'show')->data()['practice']);

			self::assertTrue(self::call($nadia, 'adventure-tidy')->data()['removed']);
			self::assertNull(self::on($nadia, 'show')->data()['practice']);
		});
	}

	/** @param callable(): void $do */
	private function withTale(callable $do): void {
		Space::get()->withStory(self::STORY, StoryFixture::tale(['id' => self::STORY]), $do);
	}

	/** @return array{string, array{settled: int, all: int}} state and quests, as the list has it */
	private static function listed(Person $person): array {
		$story = array_column(self::call($person, 'adventure-index')->data()['stories'], null, 'id')[self::STORY];
		return [$story['state'], $story['quests']];
	}

	/** @param array<string, mixed> $asked */
	private static function move(Person $person, int $number, array $asked): Answer {
		return self::on($person, 'move', ['number' => $number] + $asked);
	}

	/** @param array<string, mixed>|null $body */
	private static function on(Person $person, string $act, ?array $body = null, string $story = self::STORY): Answer {
		return self::call($person, "adventure-$act", $body, ['story' => $story]);
	}
}
