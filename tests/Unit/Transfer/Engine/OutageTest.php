<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Tests\Fake\FakeBody;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Ending;
use OCA\Compagnon\Transfer\Engine\ReportPhase;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What goes away in the middle of a move: the database, or the person. */
#[CoversClass(Ending::class)]
#[CoversClass(ReportPhase::class)]
#[CoversClass(RunSlice::class)]
final class OutageTest extends TestCase {
	private MemoryDatabase $database;
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->database = MemoryDatabase::ofTheApp();
		$this->world = new TransferWorld(null, $this->database);
		$this->world->source->folder('d')->file('a', 'first', 'd')->file('b', 'second', 'd')->file('c', str_repeat('c', 5_000_000));
	}

	#[TestWith(['leased'])]
	#[TestWith(['listed'])]
	#[TestWith(['page noted'])]
	#[TestWith(['planned'])]
	#[TestWith(['folder made'])]
	#[TestWith(['arrived'])]
	#[TestWith(['writing'])]
	#[TestWith(['written'])]
	#[TestWith(['noting'])]
	#[TestWith(['looked'])]
	#[TestWith(['reported'])]
	#[TestWith(['told'])]
	public function testADatabaseThatIsGoneForAMinuteCostsAMinute(string $moment): void {
		$this->world->run();
		$this->at($moment, fn () => $this->database->gone = true);
		try {
			$this->world->slice()->work('run1', 'first', 600);
			self::fail('It did not notice.');
		} catch (Unavailable) {
			self::assertSame(['run1'], array_keys($this->world->jobs->scheduled));
		}

		$this->database->gone = false;
		$this->world->clock->advance(60);
		$this->world->clock->now = max($this->world->clock->now, (int)$this->world->jobs->scheduled['run1']);
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(4, $this->world->items->counts('run1')->items(ItemState::Verified));
		self::assertSame(['Drive/c.txt', 'Drive/d/a.txt', 'Drive/d/b.txt'], $this->world->files->paths('nadia'));
		self::assertSame([], $this->world->jobs->scheduled);
		self::assertSame([], glob($this->world->staging->folder() . '/*'));
	}

	#[TestWith(['leased'])]
	#[TestWith(['listed'])]
	#[TestWith(['page kept'])]
	#[TestWith(['planned'])]
	#[TestWith(['folder made'])]
	#[TestWith(['arrived'])]
	#[TestWith(['writing'])]
	#[TestWith(['written'])]
	#[TestWith(['looked'])]
	public function testAPersonWhoIsDeletedMeanwhileLeavesNothing(string $moment): void {
		$this->world->run();
		$this->at($moment, $this->delete(...));

		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'first', 600));
		$this->nothingIsLeft();
	}

	public function testWhatComesAfterARunWasErasedDoesNotStayInStaging(): void {
		$this->world->run();
		$this->world->wire = new FakeHttp(function (Request $request): Answer|FakeBody|Unreachable {
			if (str_ends_with($request->url, '/c')) {
				$this->delete();
			}
			return $this->world->source->answer($request);
		});

		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'first', 600));
		self::assertContains('c@0', $this->world->source->asked);
		$this->nothingIsLeft();
	}

	public function testNobodyIsToldOfARunThatWasErasedJustBefore(): void {
		$this->world->run();
		$this->world->cuts->watch = fn (string $moment) => $this->world->runs->find('run1')?->phase === RunPhase::Report ? $this->delete() : null;

		self::assertSame(SliceResult::Ended, $this->world->slice()->work('run1', 'first', 600));
		$this->nothingIsLeft();
	}

	private function nothingIsLeft(): void {
		foreach (['run', 'item', 'map'] as $table) {
			self::assertSame([], $this->database->query("SELECT * FROM *PREFIX*compagnon_transfer_$table"), $table);
		}
		self::assertSame([], $this->world->jobs->scheduled);
		self::assertSame([], glob($this->world->staging->folder() . '/*'));
		self::assertSame([], $this->world->notifier->told);
	}

	/** What LetGo and Forget do when an account goes. */
	private function delete(): void {
		$this->world->files->people = [];
		$this->world->jobs->remove('run1');
		(new StagingFiles($this->world->staging))->remove('run1');
		foreach (['map', 'item', 'run'] as $table) {
			$this->database->execute("DELETE FROM *PREFIX*compagnon_transfer_$table");
		}
	}

	/** @param \Closure(): mixed $do */
	private function at(string $moment, \Closure $do): void {
		$this->world->cuts->watch = static function (string $reached) use ($moment, &$do): void {
			if ($reached === $moment && $do !== null) {
				[$act, $do] = [$do, null];
				$act();
			}
		};
	}
}
