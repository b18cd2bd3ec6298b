<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Port;
use OCA\Compagnon\Tests\Fake\ClockRest;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use OCA\Compagnon\Tests\Fake\FakeFiles;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\FakeJobs;
use OCA\Compagnon\Tests\Fake\FakeMembers;
use OCA\Compagnon\Tests\Fake\FakeNameRules;
use OCA\Compagnon\Tests\Fake\FakeNotifier;
use OCA\Compagnon\Tests\Fake\FakePeople;
use OCA\Compagnon\Tests\Fake\FakeStaging;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use OCA\Compagnon\Tests\Fake\MemoryPreferences;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Tests\Fake\ScriptedSource;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use OCA\Compagnon\Transfer\CreateRun;
use OCA\Compagnon\Transfer\Engine\Rest;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Oauth\Account;
use OCA\Compagnon\Transfer\Oauth\Clients;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\Grant;
use OCA\Compagnon\Transfer\Oauth\Tokens;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Report\StoreReport;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Sources;

/** Moving in over fakes. Nadia and Bruno are members, Camille looks after the space. */
final class CourseWorld {
	public readonly FixedClock $clock;
	public readonly FakeFiles $files;
	public readonly FakeJobs $jobs;
	public readonly FakeMembers $members;
	public readonly FakeNotifier $notifier;
	public readonly FakeTexts $texts;
	public readonly FakeHttp $http;
	public readonly MemoryDatabase $database;
	public readonly MemorySettings $settings;
	public readonly ScriptedSource $google;
	public readonly ScriptedSource $archive;
	/** @var array<string, object> by class or interface */
	private array $made;

	public function __construct(?MemoryDatabase $database = null) {
		$this->clock = new FixedClock();
		$this->files = new FakeFiles(['nadia', 'bruno', 'camille'], $this->clock);
		$this->jobs = new FakeJobs();
		$this->members = new FakeMembers();
		$this->members->admins = ['camille'];
		$this->notifier = new FakeNotifier();
		$this->texts = new FakeTexts('en');
		$this->http = new FakeHttp(static fn (): string => '');
		$this->database = $database ?? MemoryDatabase::ofTheApp();
		$this->settings = new MemorySettings();
		$this->google = new ScriptedSource();
		$this->archive = new ScriptedSource('archive', 'An archive', false);
		$this->made = [
			Port\Clock::class => $this->clock, Port\Endpoints::class => new FakeEndpoints(), Port\Database::class => $this->database, Port\Files::class => $this->files,
			Port\Http::class => $this->http, Port\Jobs::class => $this->jobs, Port\Log::class => new MemoryLog(),
			Port\Members::class => $this->members, Port\NameRules::class => new FakeNameRules(), Port\Notifier::class => $this->notifier,
			Port\People::class => new FakePeople(), Port\Preferences::class => new MemoryPreferences(), Port\Random::class => new SequenceRandom(),
			Port\Secrets::class => new PlainSecrets(), Port\Settings::class => $this->settings, Port\Texts::class => $this->texts,
			Port\Staging::class => new FakeStaging(), Port\Urls::class => new FakeUrls(), Sources::class => Sources::of($this->google, $this->archive), Rest::class => new ClockRest($this->clock),
		];
	}

	/**
	 * @template T of object
	 * @param class-string<T> $class
	 * @return T made from what its constructor asks for
	 */
	public function get(string $class): object {
		$real = [Clients::class => ClientStore::class, ReportFile::class => StoreReport::class][$class] ?? $class;
		$object = $this->made[$class] ??= new $real(...array_map(
			fn (\ReflectionParameter $parameter): object => $this->get((string)$parameter->getType()),
			(new \ReflectionClass($real))->getConstructor()?->getParameters() ?? [],
		));
		assert($object instanceof $class);
		return $object;
	}

	/** @return string id of a connection */
	public function connect(string $userId, string $account = 'account-1', string $source = 'google'): string {
		$id = $this->get(Port\Random::class)->id();
		$grant = new Grant(new Account($account, "$userId@example.org"), new Tokens('a', 'r', $this->clock->now() + 3600, null), $this->clock->now());
		$this->get(ConnectionRepository::class)->add($id, $userId, $source, $grant);
		return $id;
	}

	/** @return string id of a draft of theirs, from Google */
	public function draft(string $userId, string $target = 'Arrivée'): string {
		$this->clock->advance(1);
		$connections = $this->get(ConnectionRepository::class)->all($userId);
		$connection = $connections === [] ? $this->connect($userId) : $connections[0]->id;
		return (string)$this->get(CreateRun::class)->create($userId, 'google', $connection, [], $target, null)['id'];
	}

	/** @return string id of what Camille proposes to somebody */
	public function proposal(string $userId, string $source = 'google'): string {
		return (string)$this->get(CreateRun::class)->create('camille', $source, null, [], 'Arrivée', $userId)['id'];
	}

	public function run(string $id): Run {
		return $this->get(RunRepository::class)->find($id) ?? throw new \LogicException("no run $id");
	}

	/** As if workers had brought it there. */
	public function put(string $id, RunState $state, RunPhase $phase = RunPhase::Move, ?string $code = null): void {
		$this->get(RunRepository::class)->transition($id, RunState::cases(), $state, $this->clock->now(), $code);
		$this->database->execute('UPDATE *PREFIX*compagnon_transfer_run SET phase = :phase, started_at = :now WHERE id = :id', ['phase' => $phase->value, 'now' => in_array($phase, [RunPhase::Scan, RunPhase::Plan], true) ? null : $this->clock->now(), 'id' => $id]);
	}

	/**
	 * An item as workers leave it.
	 *
	 * @param array<string, string|int|bool|null> $columns
	 */
	public function item(string $runId, string $name, ItemState $state, int $size = 100, array $columns = []): string {
		static $place = 0;
		$items = $this->get(ItemRepository::class);
		$items->note($runId, [new FoundItem($name, ItemKind::File, null, $name, $size, link: "https://google.example/$name", people: ['bob@example.org'])], ++$place);
		$key = Item::keyOf(ItemKind::File, $name);
		$items->change($runId, $key, ItemState::Found, $state, $columns + ['source_path' => "Mon Drive / $name", 'target_folder' => '', 'target_name' => $name]);
		return $key;
	}
}
