<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Adventure\AskedMove;
use OCA\Compagnon\Adventure\CheckQuest;
use OCA\Compagnon\Adventure\GameChange;
use OCA\Compagnon\Adventure\GameRepository;
use OCA\Compagnon\Adventure\Games;
use OCA\Compagnon\Adventure\ListStories;
use OCA\Compagnon\Adventure\MakeMove;
use OCA\Compagnon\Adventure\MoveRepository;
use OCA\Compagnon\Adventure\OpenQuestNote;
use OCA\Compagnon\Adventure\Practice\MakePractice;
use OCA\Compagnon\Adventure\Practice\PracticeApart;
use OCA\Compagnon\Adventure\Practice\PracticeFolder;
use OCA\Compagnon\Adventure\Practice\RemovePractice;
use OCA\Compagnon\Adventure\QuestKeeper;
use OCA\Compagnon\Adventure\QuestOpening;
use OCA\Compagnon\Adventure\QuestProof;
use OCA\Compagnon\Adventure\RestartStory;
use OCA\Compagnon\Adventure\ShowOpenQuest;
use OCA\Compagnon\Adventure\ShowStory;
use OCA\Compagnon\Adventure\Stories;
use OCA\Compagnon\Adventure\StoryLibrary;
use OCA\Compagnon\Adventure\StoryReader;
use OCA\Compagnon\Adventure\StoryRules;
use OCA\Compagnon\Adventure\StoryTexts;
use OCA\Compagnon\Adventure\Surroundings;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Port\SchemaValidator;

/** The adventure over a world of fakes, with the story "tale". Everything is made anew for each call, as for each request. */
final class AdventureWorld {
	public readonly World $world;
	public readonly FakePeople $people;
	public readonly FakeFiles $files;
	public readonly FakeTrashBin $trash;
	private readonly SequenceRandom $random;

	public function __construct() {
		$this->world = new World();
		$this->people = new FakePeople();
		$this->files = new FakeFiles();
		$this->trash = new FakeTrashBin($this->files);
		$this->random = new SequenceRandom();
		$this->world->content->story('tale', StoryFixture::tale());
	}

	/** @return list<array<string, mixed>> */
	public function list(string $userId): array {
		return (new ListStories($this->stories(), $this->texts(), $this->surroundings(), $this->games(), $this->moves()))->list($userId);
	}

	/**
	 * @param ?SchemaValidator $validator the real one when there is none
	 * @return array{story: array<string, mixed>, here: array<string, mixed>, game: array<string, mixed>, practice: ?array{name: string, url: string}}
	 */
	public function show(string $userId, string $story = 'tale', ?SchemaValidator $validator = null): array {
		return (new ShowStory($this->stories($validator), $this->texts($validator), $this->surroundings(), $this->both(), $this->keeper(), $this->practice()))->show($userId, $story);
	}

	/**
	 * @param array<string, string> $asked
	 * @return array<string, mixed>
	 */
	public function move(string $userId, int $number, array $asked, string $story = 'tale'): array {
		return (new MakeMove($this->stories(), $this->both(), $this->games(), $this->change(), new AskedMove(), new QuestOpening($this->surroundings(), $this->proof())))
			->make($userId, $story, $number, $asked);
	}

	/** @return array{holds: bool, game: array<string, mixed>} */
	public function check(string $userId, int $number, string $quest, string $level = 'essential', string $story = 'tale'): array {
		return (new CheckQuest($this->stories(), $this->both(), $this->change(), $this->proof()))->check($userId, $story, $quest, $level, $number);
	}

	/** @return array<string, mixed> */
	public function restart(string $userId, int $number, string $story = 'tale'): array {
		return (new RestartStory($this->stories(), $this->both(), $this->change()))->restart($userId, $story, $number);
	}

	/** @return ?array<string, mixed> */
	public function open(string $userId): ?array {
		return (new ShowOpenQuest($this->note(), $this->stories(), $this->texts(), $this->both(), $this->keeper(), $this->world->tours()))->show($userId);
	}

	/** @return array{name: string, url: string} */
	public function practise(string $userId): array {
		$apart = new PracticeApart($this->practice(), $this->note(), $this->stories(), $this->games(), $this->world->facts);
		return (new MakePractice($this->practice(), $apart, $this->files, $this->world->texts, new ClockRest($this->world->clock)))->make($userId);
	}

	public function tidy(string $userId): bool {
		return (new RemovePractice($this->practice(), $this->trash))->remove($userId);
	}

	public function library(?SchemaValidator $validator = null): StoryLibrary {
		$reader = $this->world->reader($validator);
		$folder = new ContentFolder($reader, $this->world->content->path);
		return new StoryLibrary($folder, $reader, new StoryReader(), new StoryRules(), $this->texts($validator), $this->world->faultLog());
	}

	public function note(): OpenQuestNote {
		return new OpenQuestNote($this->world->preferences);
	}

	/** Begins the tale as Ana. */
	public function begin(string $userId = 'nadia'): void {
		$this->move($userId, 0, ['kind' => 'begin', 'role' => 'ana']);
	}

	private function stories(?SchemaValidator $validator = null): Stories {
		return new Stories($this->library($validator), $this->world->members);
	}

	private function texts(?SchemaValidator $validator = null): StoryTexts {
		return new StoryTexts(new ContentFolder($this->world->reader($validator), $this->world->content->path), $this->world->texts, $this->world->faultLog());
	}

	private function surroundings(): Surroundings {
		return new Surroundings($this->world->apps, $this->world->members, $this->people, $this->world->rights);
	}

	private function games(): GameRepository {
		return new GameRepository($this->world->database);
	}

	private function moves(): MoveRepository {
		return new MoveRepository($this->world->database);
	}

	private function both(): Games {
		return new Games($this->games(), $this->moves());
	}

	private function change(): GameChange {
		return new GameChange($this->world->database, $this->games(), $this->moves(), $this->note(), $this->world->clock, $this->random);
	}

	private function keeper(): QuestKeeper {
		return new QuestKeeper($this->surroundings(), $this->change(), $this->both());
	}

	private function practice(): PracticeFolder {
		return new PracticeFolder($this->world->preferences, $this->files, new FakeUrls());
	}

	private function proof(): QuestProof {
		return new QuestProof($this->world->facts, $this->practice());
	}
}
