<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Transfer\Engine\Changes;
use OCA\Compagnon\Transfer\Engine\Clash;
use OCA\Compagnon\Transfer\Engine\Decisions;
use OCA\Compagnon\Transfer\Engine\Deliveries;
use OCA\Compagnon\Transfer\Engine\Ending;
use OCA\Compagnon\Transfer\Engine\FolderMaker;
use OCA\Compagnon\Transfer\Engine\FolderPlan;
use OCA\Compagnon\Transfer\Engine\ItemFaults;
use OCA\Compagnon\Transfer\Engine\MovePhase;
use OCA\Compagnon\Transfer\Engine\OtherName;
use OCA\Compagnon\Transfer\Engine\Phases;
use OCA\Compagnon\Transfer\Engine\PlanFiles;
use OCA\Compagnon\Transfer\Engine\PlanFolders;
use OCA\Compagnon\Transfer\Engine\PlanPhase;
use OCA\Compagnon\Transfer\Engine\Presence;
use OCA\Compagnon\Transfer\Engine\ReadBack;
use OCA\Compagnon\Transfer\Engine\ReconcilePhase;
use OCA\Compagnon\Transfer\Engine\Recovery;
use OCA\Compagnon\Transfer\Engine\ReportPhase;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Engine\ScanPhase;
use OCA\Compagnon\Transfer\Engine\Sizes;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Engine\Totals;
use OCA\Compagnon\Transfer\Engine\Verifier;
use OCA\Compagnon\Transfer\Engine\Writer;
use OCA\Compagnon\Transfer\EraseOldRuns;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Item\Refusals;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Report\ReportRepository;
use OCA\Compagnon\Transfer\ReviveRuns;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\TransferSettings;

/** The whole engine over fakes. */
final class TransferWorld {
	public readonly FixedClock $clock;
	public readonly Database $database;
	public readonly FakeFiles $files;
	/** In place of those, where the space is real. */
	public readonly ?ShakyFiles $shaky;
	public readonly FakeSource $source;
	public readonly FakeHttp $http;
	public readonly FakeJobs $jobs;
	public readonly FakeStaging $staging;
	public readonly FakeNotifier $notifier;
	public readonly FakeNameRules $rules;
	public readonly MemorySettings $settings;
	public readonly SequenceRandom $random;
	public readonly Cuts $cuts;
	public readonly Sizes $sizes;
	public readonly RunRepository $runs;
	public readonly ItemRepository $items;
	public readonly ItemReport $report;
	public readonly MapRepository $map;
	/** Whose space is filled. */
	public readonly string $person;
	/** In place of the fakes, where both have to be real. */
	public ?Source $provider = null;
	public ?Http $wire = null;
	/** @var (\Closure(): void)|null what a host does until somebody goes on where the power went */
	public ?\Closure $afterCut = null;

	public function __construct(?FakeSource $source = null, ?Database $database = null, private readonly ?RealSpace $space = null) {
		$this->clock = new FixedClock();
		$this->database = $space->database ?? $database ?? MemoryDatabase::ofTheApp();
		$this->files = new FakeFiles(clock: $this->clock);
		$this->shaky = $space === null ? null : new ShakyFiles($space->files);
		$this->person = $space->person ?? 'nadia';
		$this->source = $source ?? new FakeSource();
		$this->http = new FakeHttp($this->source->answer(...));
		$this->jobs = new FakeJobs();
		$this->staging = new FakeStaging();
		$this->notifier = new FakeNotifier();
		$this->rules = new FakeNameRules();
		$this->settings = new MemorySettings();
		$this->random = new SequenceRandom();
		$this->cuts = new Cuts();
		$this->sizes = new Sizes();
		$this->runs = new RunRepository($this->database);
		$this->items = new ItemRepository($this->database);
		$this->report = new ItemReport($this->database);
		$this->map = new MapRepository($this->database);
	}

	/** A run that moves as soon as the scan is over. */
	public function run(?RunOptions $options = null, string $id = 'run1', ?string $startedBy = null): Run {
		$run = new Run($id, $this->person, $startedBy ?? $this->person, ($this->provider ?? $this->source)->id(), 'acc', RunState::Active, RunPhase::Scan, $options ?? new RunOptions('Drive', startAfterScan: true), $this->clock->now());
		$this->runs->create($run);
		return $run;
	}

	public function slice(): RunSlice {
		$staging = new StagingFiles($this->space->staging ?? $this->staging);
		$ending = new Ending($this->runs, $this->items, $staging, $this->totals(), $this->reportFile(), $this->jobs(), $this->cuts, $this->clock);
		$tree = new ItemTree($this->database);
		$rest = new ClockRest($this->clock);
		$move = $this->move($staging, $tree, $rest);
		return new RunSlice($this->runs, Sources::of($this->provider ?? $this->source), new Phases(
			new ScanPhase($this->database, $this->items, $tree, $this->cuts, $rest, $this->clock),
			$this->planPhase($tree),
			$move,
			new ReconcilePhase($this->items, $move, new Presence($this->target()), $this->cuts),
			new ReportPhase($this->runs, $this->totals(), $this->reportFile(), $ending, $this->notifier, new FakeUrls(), $this->cuts),
			$this->runs,
			$this->cuts,
			$this->clock,
		), $ending, $this->jobs(), $this->cuts, $this->clock);
	}

	/** Slices, one after the other as the list of jobs says, until nothing goes on by itself. The power may go meanwhile, and the database. */
	public function finish(string $runId = 'run1', int $seconds = 600): Run {
		for ($slices = 0; $slices < 500; $slices++) {
			try {
				$result = $this->slice()->work($runId, "worker$slices", $seconds);
			} catch (PowerCut|Unavailable) {
				$this->clock->advance(241);
				$this->afterCut === null ? null : ($this->afterCut)();
				continue;
			}
			if ($result === SliceResult::Ended || $result === SliceResult::Stopped) {
				break;
			}
			$this->clock->now = max($this->clock->now + 1, (int)($this->jobs->scheduled[$runId] ?? 0));
		}
		return $this->runs->find($runId) ?? throw new \LogicException('the run is gone');
	}

	public function item(string $sourceId, string $runId = 'run1', ItemKind $kind = ItemKind::File): Item {
		return $this->items->find($runId, Item::keyOf($kind, $sourceId)) ?? throw new \LogicException("$sourceId is not an item of $runId");
	}

	public function revive(): void {
		(new ReviveRuns($this->runs, $this->items, $this->target(), $this->jobs(), $this->clock))->revive();
	}

	public function erase(): void {
		(new EraseOldRuns($this->runs, $this->items, $this->notifier, $this->clock))->erase();
	}

	/** Where things arrive. */
	public function target(): Files {
		return $this->shaky ?? $this->files;
	}

	private function jobs(): Jobs {
		return $this->space === null ? $this->jobs : new BothJobs($this->space->jobs, $this->jobs);
	}

	private function totals(): Totals {
		return new Totals($this->items, new ReportRepository($this->database));
	}

	private function reportFile(): ReportFile {
		return new class() implements ReportFile {
			#[\Override]
			public function write(Run $run, RunState $end, ?string $code): array {
				return [];
			}
		};
	}

	private function planPhase(ItemTree $tree): PlanPhase {
		$names = new NamePlanner($this->space->rules ?? $this->rules);
		$decisions = new Decisions($this->items);
		return new PlanPhase($this->target(), $this->items, $tree, new FolderPlan(
			$this->database,
			$this->target(),
			$tree,
			new PlanFolders($this->target(), $tree, $this->map, $names, $decisions),
			new PlanFiles($this->target(), $tree, $this->map, new Refusals($this->database), $names, new Verifier($this->target()), $decisions),
			$decisions,
		), $this->cuts);
	}

	private function move(StagingFiles $staging, ItemTree $tree, ClockRest $rest): MovePhase {
		$faults = new ItemFaults($this->items, $staging, $this->clock, $this->random);
		$deliveries = new Deliveries($this->database, $this->items, $this->map, $staging, $this->cuts, $this->clock);
		$verifier = new Verifier($this->target());
		$readBack = new ReadBack($this->target(), $verifier, $deliveries, $faults);
		$otherName = new OtherName($this->target(), $this->items, $tree, new NamePlanner($this->space->rules ?? $this->rules));
		$clash = new Clash($this->target(), $this->map, $verifier, $readBack, $deliveries, $otherName, $this->cuts);
		return new MovePhase(
			$this->items,
			$this->target(),
			$this->wire ?? $this->http,
			$staging,
			$faults,
			new Changes($this->database, $this->items),
			new Recovery($this->target(), $this->items, $verifier, $deliveries, $this->cuts),
			new FolderMaker($this->target(), $this->items, $deliveries, $otherName, $faults, $this->cuts, $this->clock),
			new Writer($this->database, $this->items, $this->target(), $clash, $readBack, $deliveries, $faults, $this->cuts),
			$this->cuts,
			$rest,
			$this->sizes,
			new TransferSettings($this->settings),
			$this->clock,
		);
	}
}
