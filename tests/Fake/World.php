<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Adventure\OpenQuestNote;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Port\SchemaValidator;
use OCA\Compagnon\Privacy\Export;
use OCA\Compagnon\Privacy\Forget;
use OCA\Compagnon\Privacy\Tables;
use OCA\Compagnon\Space\PersonalSettings;
use OCA\Compagnon\Space\SpaceSettings;
use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCA\Compagnon\Survey\Panel\SurveyOfPerson;
use OCA\Compagnon\Tests\Unit\Transfer\CourseWorld;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\CheckFact;
use OCA\Compagnon\Tour\FindTours;
use OCA\Compagnon\Tour\FinishTour;
use OCA\Compagnon\Tour\LeaveTour;
use OCA\Compagnon\Tour\ListTours;
use OCA\Compagnon\Tour\MoveTour;
use OCA\Compagnon\Tour\NextTours;
use OCA\Compagnon\Tour\NoteOffer;
use OCA\Compagnon\Tour\Offers;
use OCA\Compagnon\Tour\PageState;
use OCA\Compagnon\Tour\Progress;
use OCA\Compagnon\Tour\ProgressChange;
use OCA\Compagnon\Tour\ProgressRepository;
use OCA\Compagnon\Tour\RefuseTour;
use OCA\Compagnon\Tour\Rooms;
use OCA\Compagnon\Tour\ShowTour;
use OCA\Compagnon\Tour\SnoozeTour;
use OCA\Compagnon\Tour\StartTour;
use OCA\Compagnon\Tour\StepMark;
use OCA\Compagnon\Tour\TourLibrary;
use OCA\Compagnon\Tour\TourLines;
use OCA\Compagnon\Tour\TourReader;
use OCA\Compagnon\Tour\TourRules;
use OCA\Compagnon\Tour\Tours;
use OCA\Compagnon\Tour\TourSources;
use OCA\Compagnon\Transfer\LetGo;
use OCA\Compagnon\Transfer\SystemRandom;

/** The whole core over fakes: no server, no file but the content, milliseconds. */
final class World {
	public readonly FakeApps $apps;
	public readonly FixedClock $clock;
	public readonly FakeHost $host;
	public readonly MemoryLog $log;
	public readonly MemoryPreferences $preferences;
	public readonly MemorySettings $settings;
	public readonly FakeSpaceFacts $facts;
	public readonly FakeTexts $texts;
	public readonly FakeMembers $members;
	public readonly FakeRights $rights;
	public readonly MemoryDatabase $database;
	public readonly ContentFixture $content;
	public readonly FakeTourFolders $folders;
	private ?CourseWorld $transfers = null;

	public function __construct() {
		$this->apps = new FakeApps();
		$this->clock = new FixedClock();
		$this->host = new FakeHost();
		$this->log = new MemoryLog();
		$this->preferences = new MemoryPreferences();
		$this->settings = new MemorySettings();
		$this->facts = new FakeSpaceFacts();
		$this->texts = new FakeTexts();
		$this->members = new FakeMembers();
		$this->rights = new FakeRights();
		$this->database = MemoryDatabase::ofTheApp();
		$this->content = new ContentFixture();
		$this->folders = new FakeTourFolders();
	}

	public function faultLog(): FaultLog {
		return new FaultLog($this->log, $this->settings, $this->clock);
	}

	/** Reads as another request would: what it has to know is in the settings. */
	public function reader(?SchemaValidator $validator = null): ContentReader {
		return $this->content->reader($this->settings, $this->host, $validator);
	}

	public function folder(): ContentFolder {
		return new ContentFolder($this->reader(), $this->content->path);
	}

	/** @param ?SchemaValidator $validator the real one when there is none */
	public function library(?SchemaValidator $validator = null): TourLibrary {
		$reader = $this->reader($validator);
		$folder = new ContentFolder($reader, $this->content->path);
		$anchors = new AnchorMap($folder, $this->host, $this->faultLog());
		return new TourLibrary(new TourSources($folder, $this->folders), $reader, new TourReader(), new TourRules($anchors), $anchors, $folder, $this->faultLog());
	}

	public function tours(): Tours {
		return new Tours($this->library(), $this->apps, $this->members, $this->texts);
	}

	public function repository(): ProgressRepository {
		return new ProgressRepository($this->database);
	}

	public function contentTexts(): ContentTexts {
		return new ContentTexts($this->folder(), $this->texts, $this->faultLog());
	}

	public function anchors(): AnchorMap {
		return new AnchorMap($this->folder(), $this->host, $this->faultLog());
	}

	public function spaceSettings(): SpaceSettings {
		return new SpaceSettings($this->settings);
	}

	public function personalSettings(): PersonalSettings {
		return new PersonalSettings($this->preferences);
	}

	public function list(): ListTours {
		return new ListTours($this->tours(), $this->repository(), $this->contentTexts(), $this->spaceSettings(), new Rooms($this->folder(), $this->contentTexts(), $this->faultLog()));
	}

	public function next(): NextTours {
		return new NextTours($this->tours(), $this->repository(), $this->lines());
	}

	public function find(): FindTours {
		return new FindTours($this->tours(), $this->repository(), $this->contentTexts(), $this->lines());
	}

	public function lines(): TourLines {
		return new TourLines($this->contentTexts(), $this->texts);
	}

	public function show(): ShowTour {
		return new ShowTour($this->tours(), $this->anchors(), $this->repository(), $this->contentTexts(), $this->spaceSettings(), $this->rights);
	}

	public function start(string $userId, string $tour, bool $again = false): Progress {
		return (new StartTour($this->tours(), $this->change(), new StepMark($this->facts), $this->clock))->start($userId, $tour, $again);
	}

	public function move(string $userId, string $tour, string $step, int $revision): Progress {
		return (new MoveTour($this->tours(), $this->change(), new StepMark($this->facts), $this->clock))->move($userId, $tour, $step, $revision);
	}

	public function leave(string $userId, string $tour, int $revision): Progress {
		return (new LeaveTour($this->tours(), $this->change(), $this->clock))->leave($userId, $tour, $revision);
	}

	public function finish(string $userId, string $tour, int $revision): Progress {
		return (new FinishTour($this->tours(), $this->change(), $this->clock))->finish($userId, $tour, $revision);
	}

	public function snooze(string $userId, string $tour, int $days): Progress {
		return (new SnoozeTour($this->tours(), $this->change(), $this->clock))->snooze($userId, $tour, $days);
	}

	public function refuse(string $userId, string $tour): Progress {
		return (new RefuseTour($this->tours(), $this->change(), $this->clock))->refuse($userId, $tour);
	}

	public function noteOffer(string $userId, string $tour): Progress {
		return (new NoteOffer($this->tours(), $this->change(), $this->clock))->note($userId, $tour);
	}

	public function check(string $userId, string $tour, string $step): bool {
		return (new CheckFact($this->tours(), $this->repository(), $this->facts))->check($userId, $tour, $step);
	}

	/** @return array{help: string, active: array{tour: string, mode: string}|null, quest: array{story: string, quest: string, label: string}|null} */
	public function page(string $userId, string $app): array {
		return (new PageState(
			$this->repository(),
			$this->library(),
			new Offers($this->folder(), $this->faultLog()),
			$this->spaceSettings(),
			$this->personalSettings(),
			new OpenQuestNote($this->preferences),
			$this->texts,
			$this->clock,
		))->forPage($userId, $app);
	}

	public function export(): Export {
		return new Export(new Tables(), $this->database, $this->personalSettings(), $this->preferences, $this->surveys());
	}

	public function forget(): Forget {
		return new Forget(new Tables(), $this->database, $this->preferences, $this->settings, $this->transfers()->get(LetGo::class), $this->surveys());
	}

	public function surveys(): SurveyOfPerson {
		return new SurveyOfPerson(new SurveyChoices($this->preferences, $this->clock), new Roll($this->database, new PlainSecrets(), new SystemRandom()));
	}

	public function transfers(): CourseWorld {
		return $this->transfers ??= new CourseWorld($this->database);
	}

	public function change(): ProgressChange {
		return new ProgressChange($this->repository());
	}
}
