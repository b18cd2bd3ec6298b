<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Adventure;

use OCA\Compagnon\Adventure\CheckQuest;
use OCA\Compagnon\Adventure\GameConflict;
use OCA\Compagnon\Adventure\OpenQuest;
use OCA\Compagnon\Adventure\OpenQuestNote;
use OCA\Compagnon\Adventure\Quest;
use OCA\Compagnon\Adventure\QuestKeeper;
use OCA\Compagnon\Adventure\QuestOpening;
use OCA\Compagnon\Adventure\QuestProof;
use OCA\Compagnon\Adventure\ShowOpenQuest;
use OCA\Compagnon\Adventure\ShowStory;
use OCA\Compagnon\Adventure\Surroundings;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tests\Fake\AdventureWorld;
use OCA\Compagnon\Tests\Fake\StoryFixture;
use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Tour\Right;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Quests that are opened, done, and put aside. */
#[CoversClass(CheckQuest::class)]
#[CoversClass(OpenQuest::class)]
#[CoversClass(OpenQuestNote::class)]
#[CoversClass(Quest::class)]
#[CoversClass(QuestKeeper::class)]
#[CoversClass(QuestOpening::class)]
#[CoversClass(QuestProof::class)]
#[CoversClass(ShowOpenQuest::class)]
#[CoversClass(ShowStory::class)]
#[CoversClass(Surroundings::class)]
final class QuestTest extends TestCase {
	private AdventureWorld $adventure;

	#[\Override]
	protected function setUp(): void {
		$this->adventure = new AdventureWorld();
		$this->adventure->begin();
	}

	public function testAQuestIsDoneWhenItComesTrueWhileItIsOpen(): void {
		$game = $this->open('folder');
		self::assertSame(['quest' => 'folder', 'level' => 'essential'], $game['open']);
		self::assertSame([['kind' => 'open', 'quest' => 'folder', 'level' => 'essential']], $game['moves']);
		self::assertSame(['holds' => false, 'game' => ['moves' => []] + $game], $this->sorted($this->adventure->check('nadia', 2, 'folder')));

		$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
		$checked = $this->adventure->check('nadia', 2, 'folder');
		self::assertTrue($checked['holds']);
		self::assertSame(['number' => 3, 'moves' => [['kind' => 'done', 'quest' => 'folder', 'level' => 'essential']], 'open' => null, 'version' => 1], $checked['game']);
		self::assertNull($this->adventure->note()->of('nadia'));
	}

	public function testWhatWasDoneBeforeIsSeenAndNotAskedAgain(): void {
		$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
		$game = $this->open('folder');

		self::assertSame([['kind' => 'open', 'quest' => 'folder', 'level' => 'essential'], ['kind' => 'seen', 'quest' => 'folder', 'level' => 'essential']], $game['moves']);
		self::assertSame([3, null], [$game['number'], $game['open']]);
		self::assertSame(['settled' => 1, 'all' => 3], $this->adventure->list('nadia')[0]['quests']);
		self::assertNull($this->adventure->note()->of('nadia'));
	}

	public function testAStateHoldsAsSoonAsItIsSo(): void {
		$this->open('picture');
		self::assertFalse($this->adventure->check('nadia', 2, 'picture')['holds']);
		$this->adventure->world->facts->add('nadia', Fact::PictureSet);

		self::assertTrue($this->adventure->check('nadia', 2, 'picture')['holds']);
	}

	public function testOnlyTheOpenQuestMayBeAskedAbout(): void {
		$this->conflict(fn () => $this->adventure->check('nadia', 1, 'folder'));
		$this->open('folder');
		$this->conflict(fn () => $this->adventure->check('nadia', 2, 'picture'));
		$this->conflict(fn () => $this->adventure->check('nadia', 2, 'folder', 'explore'));
		$this->conflict(fn () => $this->adventure->check('nadia', 1, 'folder'));
	}

	public function testWhatCannotBeLookedUpIsRefused(): void {
		self::assertSame('level', $this->invalid(fn () => $this->adventure->check('nadia', 1, 'tell')));
		self::assertSame('level', $this->invalid(fn () => $this->adventure->check('nadia', 1, 'picture', 'explore')));
		self::assertSame('level', $this->invalid(fn () => $this->adventure->check('nadia', 1, 'folder', 'deep')));
		self::assertSame('quest', $this->invalid(fn () => $this->adventure->check('nadia', 1, 'moon')));
	}

	public function testOneQuestIsOpenAtATimeWhateverTheStory(): void {
		$this->open('folder');
		self::assertSame('tell', $this->adventure->move('nadia', 2, ['kind' => 'open', 'quest' => 'tell', 'level' => 'essential'])['open']['quest'] ?? null);

		$this->adventure->world->content->story('other', StoryFixture::tale(['id' => 'other']));
		$this->adventure->move('nadia', 0, ['kind' => 'begin', 'role' => 'ana'], 'other');
		$this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => 'picture', 'level' => 'essential'], 'other');
		self::assertSame(['story' => 'other', 'quest' => 'picture'], $this->adventure->note()->of('nadia'));
		$game = $this->adventure->show('nadia')['game'];
		self::assertNull($game['open']);
		self::assertSame(['kind' => 'close', 'quest' => 'tell'], $game['moves'][3]);
	}

	public function testClosingSkippingAndDeclaringEndTheOpenQuestAndNoOther(): void {
		foreach ([['kind' => 'close', 'quest' => 'tell'], ['kind' => 'skip', 'quest' => 'tell'], ['kind' => 'declare', 'quest' => 'tell', 'level' => 'essential']] as $i => $move) {
			$number = 1 + 3 * $i;
			$this->adventure->move('nadia', $number, ['kind' => 'open', 'quest' => 'tell', 'level' => 'essential']);
			self::assertSame('tell', $this->adventure->move('nadia', $number + 1, ['kind' => 'skip', 'quest' => 'folder'])['open']['quest'] ?? null);
			self::assertNotNull($this->adventure->note()->of('nadia'));
			self::assertNull($this->adventure->move('nadia', $number + 2, $move)['open']);
			self::assertNull($this->adventure->note()->of('nadia'));
		}
	}

	public function testAQuestThatStepsAsideIsSaidSoAndCannotBeOpened(): void {
		$this->adventure->world->rights->denied = [Right::KeepFiles];
		$this->adventure->people->names = ['nadia' => 'Nadia'];
		$this->adventure->world->members->admins = ['nadia'];

		self::assertSame(['apps' => ['files', 'compagnon'], 'aside' => ['folder', 'talk'], 'admin' => true, 'alone' => true], $this->adventure->show('nadia')['here']);
		self::assertSame('quest', $this->invalid(fn () => $this->open('folder')));
		self::assertSame('quest', $this->invalid(fn () => $this->open('talk')));
		self::assertSame(['settled' => 0, 'all' => 2], $this->adventure->list('nadia')[0]['quests']);
	}

	public function testConditionsMayAskForAppsThatNoQuestIsIn(): void {
		$this->adventure->world->apps->apps['deck'] = [];

		self::assertSame(['deck', 'files', 'compagnon'], $this->adventure->show('nadia')['here']['apps']);
		self::assertFalse($this->adventure->show('nadia')['here']['alone']);
	}

	public function testTheAppOfAnOpenQuestGoesAndTheQuestIsClosedKindly(): void {
		$this->adventure->world->apps->apps['spreed'] = [];
		$this->open('talk');
		self::assertSame('talk', $this->adventure->open('nadia')['quest']->id ?? null);
		unset($this->adventure->world->apps->apps['spreed']);

		self::assertNull($this->adventure->open('nadia'));
		self::assertNull($this->adventure->note()->of('nadia'));
		$shown = $this->adventure->show('nadia');
		self::assertContains('talk', $shown['here']['aside']);
		self::assertSame([3, null, ['kind' => 'close', 'quest' => 'talk']], [$shown['game']['number'], $shown['game']['open'], $shown['game']['moves'][2]]);
		self::assertSame(4, $this->adventure->move('nadia', 3, ['kind' => 'choose', 'scene' => 'door', 'choice' => 'in'])['number']);
	}

	public function testSomebodyWhoLosesARightIsNotKeptInTheQuest(): void {
		$this->open('folder');
		$this->adventure->world->rights->deniedTo['nadia'] = [Right::KeepFiles];

		$shown = $this->adventure->show('nadia');
		self::assertSame(['folder', 'talk'], $shown['here']['aside']);
		self::assertNull($shown['game']['open']);
		self::assertNull($this->adventure->open('nadia'));
	}

	public function testTheCompanionIsToldWhatItNeeds(): void {
		self::assertNull($this->adventure->open('nadia'));
		$this->open('folder');
		$open = $this->adventure->open('nadia');
		self::assertNotNull($open);
		self::assertSame(['tale', 'Le conte', 'essential', 2, true], [$open['story'], $open['title'], $open['level'], $open['number'], $open['tour']]);
		self::assertSame('Une quête', $open['quest']->title);

		$this->adventure->world->apps->apps['spreed'] = [];
		$this->adventure->move('nadia', 2, ['kind' => 'open', 'quest' => 'talk', 'level' => 'essential']);
		self::assertFalse($this->adventure->open('nadia')['tour'] ?? null);
	}

	public function testAStoryThatIsGoneLeavesNoQuestOnThePages(): void {
		$this->open('folder');
		$this->adventure->world->content->story('tale', '{', []);

		self::assertNull($this->adventure->open('nadia'));
		self::assertNull($this->adventure->world->page('nadia', 'files')['quest']);
	}

	public function testAQuestThatIsCalledOtherwiseNowStaysOpen(): void {
		$this->open('folder');
		$this->renamed();
		self::assertSame(['quest' => 'box', 'level' => 'essential'], $this->adventure->show('nadia')['game']['open']);
		self::assertSame('box', $this->adventure->open('nadia')['quest']->id ?? null);

		$this->adventure->world->facts->add('nadia', Fact::FolderCreated);
		self::assertTrue($this->adventure->check('nadia', 2, 'box')['holds']);
	}

	public function testAQuestThatAnUpdateTookAwayIsClosed(): void {
		$this->open('folder');
		$scenes = StoryFixture::scenes();
		unset($scenes[1]['quest']);
		$this->adventure->world->content->story('tale', StoryFixture::tale(['version' => 2, 'scenes' => $scenes, 'quests' => [StoryFixture::quest('tell', 'files', ['declare' => true])]]), []);

		self::assertNull($this->adventure->show('nadia')['game']['open']);
		self::assertNull($this->adventure->open('nadia'));
	}

	public function testFactsThatCannotBeToldChangeNothing(): void {
		$this->adventure->world->facts->gone = true;
		$this->unavailable(fn () => $this->open('folder'));
		self::assertSame(1, $this->adventure->show('nadia')['game']['number']);

		$this->adventure->world->facts->gone = false;
		$this->open('folder');
		$this->adventure->world->facts->gone = true;
		$this->unavailable(fn () => $this->adventure->check('nadia', 2, 'folder'));
		self::assertSame([2, 'folder'], [$this->adventure->show('nadia')['game']['number'], $this->adventure->show('nadia')['game']['open']['quest'] ?? null]);
		// What can be declared needs no facts.
		self::assertSame(3, $this->adventure->move('nadia', 2, ['kind' => 'declare', 'quest' => 'tell', 'level' => 'essential'])['number']);
	}

	public function testEveryPageKnowsTheOpenQuestWithoutAnotherQuery(): void {
		self::assertNull($this->adventure->world->page('nadia', 'files')['quest']);
		$this->open('folder');
		$before = $this->adventure->world->database->queries;

		self::assertSame(['story' => 'tale', 'quest' => 'folder', 'label' => 'Your quest'], $this->adventure->world->page('nadia', 'files')['quest']);
		self::assertSame(1, $this->adventure->world->database->queries - $before);
	}

	/** @return array<string, mixed> */
	private function open(string $quest): array {
		return $this->adventure->move('nadia', 1, ['kind' => 'open', 'quest' => $quest, 'level' => 'essential']);
	}

	/** The quest "folder" is called "box", after it was called "bag". */
	private function renamed(): void {
		$scenes = StoryFixture::scenes();
		$scenes[1]['quest'] = 'box';
		$quests = [StoryFixture::quest('box', 'files', ['fact' => 'files.folder-created'])];
		$this->adventure->world->content->story('tale', StoryFixture::tale(['version' => 3, 'scenes' => $scenes, 'quests' => $quests, 'renames' => ['quests' => ['folder' => 'bag', 'bag' => 'box']]]), []);
	}

	/**
	 * @param array{holds: bool, game: array<string, mixed>} $checked
	 * @return array{holds: bool, game: array<string, mixed>}
	 */
	private function sorted(array $checked): array {
		return ['holds' => $checked['holds'], 'game' => ['moves' => $checked['game']['moves']] + $checked['game']];
	}

	/** @param callable(): mixed $act */
	private function conflict(callable $act): void {
		try {
			$act();
		} catch (GameConflict $conflict) {
			self::assertSame('This went on in another window. Here is where it stands now.', $conflict->sentence);
			return;
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
	private function unavailable(callable $act): void {
		try {
			$act();
		} catch (Unavailable $refusal) {
			self::assertStringContainsString('Try again', $refusal->sentence);
			return;
		}
		self::fail('answered');
	}
}
