<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Adventure;

use OCA\Compagnon\Adventure\AskedMove;
use OCA\Compagnon\Adventure\Game;
use OCA\Compagnon\Adventure\GameChange;
use OCA\Compagnon\Adventure\GameConflict;
use OCA\Compagnon\Adventure\GameRepository;
use OCA\Compagnon\Adventure\Games;
use OCA\Compagnon\Adventure\MakeMove;
use OCA\Compagnon\Adventure\Move;
use OCA\Compagnon\Adventure\MoveKind;
use OCA\Compagnon\Adventure\MoveRepository;
use OCA\Compagnon\Adventure\RestartStory;
use OCA\Compagnon\Adventure\Stories;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Tests\Fake\AdventureWorld;
use OCA\Compagnon\Tests\Fake\StoryFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(MakeMove::class)]
#[CoversClass(AskedMove::class)]
#[CoversClass(RestartStory::class)]
#[CoversClass(Game::class)]
#[CoversClass(Games::class)]
#[CoversClass(GameChange::class)]
#[CoversClass(GameConflict::class)]
#[CoversClass(GameRepository::class)]
#[CoversClass(MoveRepository::class)]
#[CoversClass(Move::class)]
#[CoversClass(MoveKind::class)]
#[CoversClass(Stories::class)]
final class MakeMoveTest extends TestCase {
	private AdventureWorld $adventure;

	#[\Override]
	protected function setUp(): void {
		$this->adventure = new AdventureWorld();
	}

	public function testAnUnstartedGameIsEmpty(): void {
		self::assertSame(['number' => 0, 'moves' => [], 'open' => null, 'version' => 1], $this->adventure->show('nadia')['game']);
	}

	public function testMovesAreAnsweredAloneAndKeptInOrder(): void {
		$moves = [
			['kind' => 'begin', 'role' => 'ben'],
			['kind' => 'choose', 'scene' => 'door', 'choice' => 'in'],
			['kind' => 'declare', 'quest' => 'tell', 'level' => 'essential'],
			['kind' => 'skip', 'quest' => 'folder'],
			['kind' => 'close', 'quest' => 'picture'],
		];
		foreach ($moves as $number => $move) {
			self::assertSame(['number' => $number + 1, 'moves' => [$move], 'open' => null, 'version' => 1], $this->adventure->move('nadia', $number, $move));
		}

		self::assertSame(['number' => 5, 'moves' => $moves, 'open' => null, 'version' => 1], $this->adventure->show('nadia')['game']);
		self::assertSame(0, $this->adventure->show('bruno')['game']['number']);
	}

	public function testAWrongNumberIsAConflictWithTheWholeGame(): void {
		$this->adventure->begin();
		$whole = ['number' => 1, 'moves' => [['kind' => 'begin', 'role' => 'ana']], 'open' => null, 'version' => 1];
		foreach ([0, 2, 7] as $number) {
			self::assertSame(['game' => $whole], $this->conflict(fn () => $this->adventure->move('nadia', $number, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in'])));
			self::assertSame(['game' => $whole], $this->conflict(fn () => $this->adventure->restart('nadia', $number)));
		}
		// The same again, from another tab.
		self::assertSame(['game' => $whole], $this->conflict(fn () => $this->adventure->begin()));
		self::assertSame(0, $this->conflict(fn () => $this->adventure->move('bruno', 3, ['kind' => 'skip', 'quest' => 'folder']))['game']['number'] ?? null);
	}

	public function testAStoryIsBegunOnceAndFirst(): void {
		self::assertSame('kind', $this->invalid(fn () => $this->adventure->move('nadia', 0, ['kind' => 'skip', 'quest' => 'folder'])));
		$this->adventure->begin();
		self::assertSame('kind', $this->invalid(fn () => $this->adventure->move('nadia', 1, ['kind' => 'begin', 'role' => 'ben'])));
		self::assertSame(1, $this->adventure->show('nadia')['game']['number']);
	}

	/** @return iterable<string, array{array<string, string>, string}> what is asked for and the field that is named */
	public static function refused(): iterable {
		yield 'done is the server\'s word' => [['kind' => 'done', 'quest' => 'folder', 'level' => 'essential'], 'kind'];
		yield 'so is seen' => [['kind' => 'seen', 'quest' => 'folder', 'level' => 'essential'], 'kind'];
		yield 'unknown kind' => [['kind' => 'win'], 'kind'];
		yield 'no kind' => [[], 'kind'];
		yield 'no scene' => [['kind' => 'choose', 'choice' => 'in'], 'scene'];
		yield 'no choice' => [['kind' => 'choose', 'scene' => 'door'], 'choice'];
		yield 'no level' => [['kind' => 'open', 'quest' => 'folder'], 'level'];
		yield 'unknown scene' => [['kind' => 'choose', 'scene' => 'moon', 'choice' => 'in'], 'scene'];
		yield 'choice of another scene' => [['kind' => 'choose', 'scene' => 'hall', 'choice' => 'in'], 'choice'];
		yield 'scene without choices' => [['kind' => 'choose', 'scene' => 'feast', 'choice' => 'on'], 'choice'];
		yield 'unknown quest' => [['kind' => 'skip', 'quest' => 'moon'], 'quest'];
		yield 'unknown level' => [['kind' => 'open', 'quest' => 'folder', 'level' => 'deep'], 'level'];
		yield 'level that the quest has not' => [['kind' => 'open', 'quest' => 'picture', 'level' => 'explore'], 'level'];
		yield 'declare where a fact is asked' => [['kind' => 'declare', 'quest' => 'folder', 'level' => 'essential'], 'kind'];
	}

	/** @param array<string, string> $asked */
	#[DataProvider('refused')]
	public function testWhatDoesNotFitIsRefusedWithItsField(array $asked, string $field): void {
		$this->adventure->begin();
		self::assertSame($field, $this->invalid(fn () => $this->adventure->move('nadia', 1, $asked)));
		self::assertSame(1, $this->adventure->show('nadia')['game']['number']);
	}

	public function testAnUnknownRoleIsRefused(): void {
		self::assertSame('role', $this->invalid(fn () => $this->adventure->move('nadia', 0, ['kind' => 'begin', 'role' => 'eve'])));
		self::assertSame('role', $this->invalid(fn () => $this->adventure->move('nadia', 0, ['kind' => 'begin'])));
	}

	public function testAStoryThatIsNotThereIsNotFound(): void {
		foreach ([
			fn () => $this->adventure->show('nadia', 'moon'),
			fn () => $this->adventure->move('nadia', 0, ['kind' => 'begin', 'role' => 'ana'], 'moon'),
			fn () => $this->adventure->check('nadia', 0, 'folder', story: 'moon'),
			fn () => $this->adventure->restart('nadia', 0, 'moon'),
		] as $act) {
			self::assertSame('This story does not exist here. Reload the page to see those that do.', $this->notFound($act));
		}
	}

	public function testAStoryForWhoeverLooksAfterTheSpaceIsHiddenFromMembers(): void {
		$this->adventure->world->content->story('keys', StoryFixture::tale(['id' => 'keys', 'order' => 1, 'for' => ['role' => 'admin']]));
		$this->adventure->world->members->admins = ['bruno'];
		self::assertSame(['keys', 'tale'], array_column($this->adventure->list('bruno'), 'id'));
		self::assertSame(['tale'], array_column($this->adventure->list('nadia'), 'id'));
		$this->notFound(fn () => $this->adventure->show('nadia', 'keys'));

		$this->adventure->move('bruno', 0, ['kind' => 'begin', 'role' => 'ana'], 'keys');
		$this->adventure->world->members->admins = [];
		self::assertSame(['tale'], array_column($this->adventure->list('bruno'), 'id'));
		$this->notFound(fn () => $this->adventure->move('bruno', 1, ['kind' => 'skip', 'quest' => 'folder'], 'keys'));

		$this->adventure->world->members->admins = ['bruno'];
		self::assertSame(1, $this->adventure->show('bruno', 'keys')['game']['number']);
	}

	public function testATwoThousandthMoveIsTheLastAndBeginningAgainHelps(): void {
		$this->adventure->begin();
		$this->adventure->world->database->execute('UPDATE *PREFIX*compagnon_adventure_game SET count = 1999');
		self::assertSame(2000, $this->adventure->move('nadia', 1999, ['kind' => 'skip', 'quest' => 'folder'])['number']);
		try {
			$this->adventure->move('nadia', 2000, ['kind' => 'skip', 'quest' => 'folder']);
			self::fail('a move too many');
		} catch (Unfit $refusal) {
			self::assertStringContainsString('Begin it again', $refusal->sentence);
		}

		self::assertSame(0, $this->adventure->restart('nadia', 2000)['number']);
		$this->adventure->begin();
	}

	public function testBeginningAgainErasesWhatHappened(): void {
		$this->adventure->begin();
		$this->adventure->begin('bruno');
		$this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => 'tell', 'level' => 'essential']);
		self::assertSame(['number' => 0, 'moves' => [], 'open' => null, 'version' => 1], $this->adventure->restart('nadia', 2));

		self::assertSame([], $this->adventure->show('nadia')['game']['moves']);
		self::assertNull($this->adventure->note()->of('nadia'));
		self::assertSame(1, $this->adventure->show('bruno')['game']['number']);
		self::assertCount(1, $this->adventure->world->database->query('SELECT * FROM *PREFIX*compagnon_adventure_move'));
		self::assertSame(0, $this->adventure->restart('nadia', 0)['number']);
	}

	public function testAGameOfAnOlderVersionGoesOn(): void {
		$this->adventure->begin();
		$this->adventure->move('nadia', 1, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in']);
		$scenes = StoryFixture::scenes();
		$scenes[0]['id'] = 'gate';
		$this->adventure->world->content->story('tale', StoryFixture::tale(['version' => 2, 'start' => 'gate', 'scenes' => $scenes, 'renames' => ['scenes' => ['door' => 'gate']]]), []);

		$shown = $this->adventure->show('nadia');
		self::assertSame(['version' => 2, 'game' => 1], ['version' => $shown['story']['version'], 'game' => $shown['game']['version']]);
		self::assertSame(['kind' => 'choose', 'scene' => 'door', 'choice' => 'in'], $shown['game']['moves'][1]);
		self::assertEquals((object)['scenes' => (object)['door' => 'gate']], $shown['story']['renames']);
		self::assertSame('scene', $this->invalid(fn () => $this->adventure->move('nadia', 2, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in'])));
		self::assertSame(2, $this->adventure->move('nadia', 2, ['kind' => 'choose', 'scene' => 'hall', 'choice' => 'on'])['version']);
	}

	public function testTheListSaysHowFarEachStoryIs(): void {
		$story = $this->adventure->list('nadia')[0];
		self::assertEquals((object)['file' => 'cover', 'text' => 'Une ligne.'], $story['picture']);
		unset($story['picture']);
		// The quest of an app that is not here does not count.
		self::assertSame(['id' => 'tale', 'title' => 'Le conte', 'summary' => 'Un petit conte.', 'minutes' => 5, 'state' => 'new', 'ending' => null, 'quests' => ['settled' => 0, 'all' => 3]], $story);

		$this->adventure->begin();
		$this->adventure->move('nadia', 1, ['kind' => 'skip', 'quest' => 'folder']);
		$this->adventure->move('nadia', 2, ['kind' => 'declare', 'quest' => 'tell', 'level' => 'essential']);
		$this->adventure->move('nadia', 3, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in']);
		$story = $this->adventure->list('nadia')[0];
		self::assertSame(['under-way', null, ['settled' => 2, 'all' => 3]], [$story['state'], $story['ending'], $story['quests']]);

		$this->adventure->move('nadia', 4, ['kind' => 'choose', 'scene' => 'hall', 'choice' => 'on']);
		$story = $this->adventure->list('nadia')[0];
		self::assertSame(['ended', 'Tout va bien'], [$story['state'], $story['ending']]);
	}

	public function testWhatThePersonReceivesAndErases(): void {
		$this->adventure->begin();
		$this->adventure->begin('bruno');
		$this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => 'tell', 'level' => 'essential']);
		$tables = $this->adventure->world->export()->person('nadia')['tables'];
		self::assertCount(2, $tables['compagnon_adventure_move']);
		self::assertSame('tale', $tables['compagnon_adventure_game'][0]['story']);

		self::assertSame(3, $this->adventure->world->forget()->person('nadia'));
		self::assertSame(0, $this->adventure->show('nadia')['game']['number']);
		self::assertNull($this->adventure->note()->of('nadia'));
		self::assertSame(1, $this->adventure->show('bruno')['game']['number']);
	}

	/**
	 * @param callable(): mixed $act
	 * @return array<string, array<string, mixed>>
	 */
	private function conflict(callable $act): array {
		try {
			$act();
		} catch (GameConflict $conflict) {
			return $conflict->now();
		}
		self::fail('no conflict');
	}

	/** @param callable(): mixed $act */
	private function invalid(callable $act): string {
		try {
			$act();
		} catch (Invalid $refusal) {
			return $refusal->field;
		}
		self::fail('not refused');
	}

	/** @param callable(): mixed $act */
	private function notFound(callable $act): string {
		try {
			$act();
		} catch (NotFound $refusal) {
			return $refusal->sentence;
		}
		self::fail('found');
	}
}
