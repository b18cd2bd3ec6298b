<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Transfer\AgainRun;
use OCA\Compagnon\Transfer\CancelRun;
use OCA\Compagnon\Transfer\ChooseRun;
use OCA\Compagnon\Transfer\EraseRun;
use OCA\Compagnon\Transfer\ForgetRun;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\PauseRun;
use OCA\Compagnon\Transfer\ResumeRun;
use OCA\Compagnon\Transfer\RetryRun;
use OCA\Compagnon\Transfer\Run\KeptAccounts;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunWish;
use OCA\Compagnon\Transfer\ScanRun;
use OCA\Compagnon\Transfer\ShowRun;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\StartRun;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** From the draft to the end, by the person whose files they are. */
#[CoversClass(AgainRun::class)]
#[CoversClass(CancelRun::class)]
#[CoversClass(ChooseRun::class)]
#[CoversClass(EraseRun::class)]
#[CoversClass(ForgetRun::class)]
#[CoversClass(KeptAccounts::class)]
#[CoversClass(PauseRun::class)]
#[CoversClass(ResumeRun::class)]
#[CoversClass(RetryRun::class)]
#[CoversClass(RunAccess::class)]
#[CoversClass(RunActs::class)]
#[CoversClass(RunConflict::class)]
#[CoversClass(ScanRun::class)]
#[CoversClass(StartRun::class)]
final class RunCourseTest extends TestCase {
	private CourseWorld $world;
	private string $run;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
		$this->run = $this->world->draft('nadia');
	}

	public function testADraftIsScannedAndThenStarted(): void {
		$run = $this->world->get(ScanRun::class)->scan('nadia', $this->run);
		self::assertSame(['active', 'scan'], [$run['state'], $run['phase']]);
		self::assertSame([$this->run => null], $this->world->jobs->scheduled);

		$this->world->put($this->run, RunState::Ready, RunPhase::Plan);
		$this->world->jobs->scheduled = [];
		$run = $this->world->get(StartRun::class)->start('nadia', $this->run);
		self::assertSame(['active', 'move'], [$run['state'], $run['phase']]);
		self::assertSame([$this->run => null], $this->world->jobs->scheduled);
	}

	public function testWhatDoesNotFitIsNotStarted(): void {
		$this->world->put($this->run, RunState::Ready, RunPhase::Plan);
		$this->world->item($this->run, 'big', ItemState::Queued, 5000);
		$this->world->files->quota['nadia'] = 4999;

		$this->assertRefuses(Refused::class, fn () => $this->world->get(StartRun::class)->start('nadia', $this->run));
		self::assertSame(RunState::Ready, $this->world->run($this->run)->state);
		$this->world->files->quota['nadia'] = 5000;
		self::assertSame('active', $this->world->get(StartRun::class)->start('nadia', $this->run)['state']);
	}

	public function testAChoiceIsKeptAndMakesAScanVoid(): void {
		$this->choose('Ailleurs');
		$this->world->put($this->run, RunState::Ready, RunPhase::Plan);
		$this->world->item($this->run, 'a', ItemState::Queued);

		$run = $this->choose('/Ailleurs/Dedans/');

		self::assertSame(['draft', 'scan', 'Ailleurs/Dedans'], [$run['state'], $run['phase'], $run['target']]);
		self::assertSame(0, $this->world->get(ItemRepository::class)->counts($this->run)->allItems());
		self::assertSame(
			['folders' => ['f1'], 'without' => ['f2'], 'documents' => 'pdf', 'sharedWithMe' => false, 'photos' => false, 'conflicts' => 'version', 'safeNames' => true],
			$run['options'],
		);
		self::assertSame('google:account-1', $this->world->run($this->run)->origin());
	}

	/** @return iterable<string, array{string}> */
	public static function badTargets(): iterable {
		yield 'a name that cannot be' => ["a/b\nc"];
		yield 'up' => ['a/../b'];
		yield 'a file' => ['file.txt'];
		yield 'below a file' => ['file.txt/folder'];
		yield 'where nothing can be put' => ['shared/below'];
		yield 'too deep' => [implode('/', array_fill(0, 300, 'folder1'))];
	}

	#[DataProvider('badTargets')]
	public function testABadTargetIsNamed(string $target): void {
		$this->world->files->put('nadia', 'file.txt', 'x');
		$this->world->files->makeFolder('nadia', 'shared');
		$this->world->files->readOnly[] = 'shared';

		$e = $this->assertRefuses(Invalid::class, fn () => $this->choose($target));
		self::assertSame('target', $e instanceof Invalid ? $e->field : null);
	}

	public function testAReadyRunCanBeScannedAgain(): void {
		$this->world->put($this->run, RunState::Ready, RunPhase::Plan);
		$this->world->item($this->run, 'a', ItemState::Queued);

		$run = $this->world->get(ScanRun::class)->scan('nadia', $this->run);

		self::assertSame(['active', 'scan', 0], [$run['state'], $run['phase'], $run['found']['items']]);
	}

	public function testOnlyOneRunOfAPersonWorksAtATime(): void {
		$other = $this->world->draft('nadia');
		$this->world->get(ScanRun::class)->scan('nadia', $other);

		$e = $this->assertRefuses(RunConflict::class, fn () => $this->world->get(ScanRun::class)->scan('nadia', $this->run));
		self::assertStringStartsWith('Another move', $e->sentence);
		foreach ([RunState::Ready, RunState::Paused, RunState::Partial] as $state) {
			$this->world->put($this->run, $state);
			$this->world->item($this->run, "failed {$state->value}", ItemState::Failed);
			$act = [RunState::Ready->value => $this->world->get(StartRun::class)->start(...), RunState::Paused->value => $this->world->get(ResumeRun::class)->resume(...), RunState::Partial->value => $this->world->get(RetryRun::class)->retry(...)][$state->value];
			$this->assertRefuses(RunConflict::class, fn () => $act('nadia', $this->run));
			self::assertSame($state, $this->world->run($this->run)->state);
		}
		self::assertSame('active', $this->world->get(ScanRun::class)->scan('bruno', $this->world->draft('bruno'))['state']);
	}

	public function testPauseStopsAtOnceWhereNobodyWorksAndIsAWishOtherwise(): void {
		$this->world->put($this->run, RunState::Active);
		self::assertSame('paused', $this->world->get(PauseRun::class)->pause('nadia', $this->run)['state']);
		self::assertSame('paused', $this->world->get(PauseRun::class)->pause('nadia', $this->run)['state']);

		$this->world->put($this->run, RunState::Active);
		$now = $this->world->clock->now();
		$this->world->get(RunRepository::class)->lease($this->run, 'worker', $now, $now + 100);
		self::assertSame('active', $this->world->get(PauseRun::class)->pause('nadia', $this->run)['state']);
		self::assertSame(RunWish::Pause, $this->world->run($this->run)->wish);
		self::assertSame('worker', $this->world->run($this->run)->worker);
	}

	public function testWhatWaitsOrIsPausedGoesOn(): void {
		foreach ([RunState::Paused, RunState::WaitingRoom, RunState::WaitingReconnect] as $state) {
			$this->world->put($this->run, $state, code: 'no_room');
			$run = $this->world->get(ResumeRun::class)->resume('nadia', $this->run);
			self::assertSame(['active', null], [$run['state'], $run['problem']]);
		}
		foreach ([RunState::WaitingRoom, RunState::WaitingReconnect] as $state) {
			$this->world->put($this->run, $state);
			self::assertSame('paused', $this->world->get(PauseRun::class)->pause('nadia', $this->run)['state']);
		}
	}

	public function testOnceTheAccountIsConnectedAgainWhatWaitedForItGoesOn(): void {
		$this->world->put($this->run, RunState::WaitingReconnect);

		$this->world->get(ResumeRun::class)->connected('nadia', 'another');
		self::assertSame(RunState::WaitingReconnect, $this->world->run($this->run)->state);
		$this->world->get(ResumeRun::class)->connected('nadia', (string)$this->world->run($this->run)->account);
		self::assertSame(RunState::Active, $this->world->run($this->run)->state);
	}

	public function testAnAccountThatWasDisconnectedAndConnectedAgainIsTheSameForWhatReadsFromIt(): void {
		$old = (string)$this->world->run($this->run)->account;
		$this->world->put($this->run, RunState::WaitingReconnect);
		self::assertSame($old, $this->world->get(ShowRun::class)->show('nadia', $this->run)['connection']);
		$this->world->get(ConnectionRepository::class)->remove('nadia', $old);
		self::assertNull($this->world->get(ShowRun::class)->show('nadia', $this->run)['connection']);

		$accounts = $this->world->get(KeptAccounts::class);
		$accounts->follow('nadia', $this->world->connect('nadia', 'somebody-else'));
		$accounts->follow('nadia', 'not-there');
		self::assertSame($old, $this->world->run($this->run)->account);

		$new = $this->world->connect('nadia');
		$accounts->follow('nadia', $new);
		self::assertSame($new, $this->world->get(ShowRun::class)->show('nadia', $this->run)['connection']);
		$this->world->get(ResumeRun::class)->connected('nadia', $new);
		self::assertSame(RunState::Active, $this->world->run($this->run)->state);
	}

	public function testCancelIsLeftToAWorkerOnceSomethingMayHaveBeenWritten(): void {
		foreach ([RunState::Active, RunState::Paused, RunState::WaitingRoom, RunState::WaitingReconnect] as $state) {
			$this->world->put($this->run, $state);
			$this->world->jobs->scheduled = [];

			$this->world->get(CancelRun::class)->cancel('nadia', $this->run);

			self::assertSame([RunState::Active, RunWish::Cancel], [$this->world->run($this->run)->state, $this->world->run($this->run)->wish]);
			self::assertSame([$this->run => null], $this->world->jobs->scheduled);
		}
		foreach ([RunState::Draft, RunState::Ready] as $state) {
			$this->world->put($this->run, $state, RunPhase::Plan);
			self::assertSame('cancelled', $this->world->get(CancelRun::class)->cancel('nadia', $this->run)['state']);
		}
	}

	public function testWhatFailedIsTriedAgain(): void {
		$key = $this->world->item($this->run, 'failed', ItemState::Failed, columns: ['code' => 'locked', 'attempts' => 6]);
		$this->world->item($this->run, 'fine', ItemState::Verified);
		$this->world->put($this->run, RunState::Partial, RunPhase::Report);

		$run = $this->world->get(RetryRun::class)->retry('nadia', $this->run);

		self::assertSame(['active', 'move', null, 1, 1], [$run['state'], $run['phase'], $run['finishedAt'], $run['counts']['queued']['items'], $run['counts']['verified']['items']]);
		self::assertSame(0, $this->world->get(ItemRepository::class)->find($this->run, $key)?->attempts);
		self::assertSame([$this->run => null], $this->world->jobs->scheduled);
	}

	public function testWithoutAnythingThatFailedThereIsNothingToTryAgain(): void {
		$this->world->put($this->run, RunState::Done, RunPhase::Report);

		$this->assertRefuses(RunConflict::class, fn () => $this->world->get(RetryRun::class)->retry('nadia', $this->run));
		self::assertSame(RunState::Done, $this->world->run($this->run)->state);
	}

	public function testOnceMoreIsANewDraftWithTheSameChoice(): void {
		$this->choose('Ailleurs');
		$this->world->put($this->run, RunState::Done, RunPhase::Report);

		$again = $this->world->get(AgainRun::class)->again('nadia', $this->run);

		self::assertNotSame($this->run, $again['id']);
		self::assertSame(['draft', 'Ailleurs', 'pdf', 'version'], [$again['state'], $again['target'], $again['options']['documents'], $again['options']['conflicts']]);
		self::assertSame($this->world->run($this->run)->origin(), $this->world->run((string)$again['id'])->origin());
		self::assertSame(RunState::Done, $this->world->run($this->run)->state);
	}

	public function testOnceMoreNeedsTheAccount(): void {
		$this->world->put($this->run, RunState::Done, RunPhase::Report);
		$this->world->database->execute('DELETE FROM *PREFIX*compagnon_transfer_account');

		$this->assertRefuses(Refused::class, fn () => $this->world->get(AgainRun::class)->again('nadia', $this->run));
	}

	public function testARunThatIsOverIsForgottenWithItsItems(): void {
		$this->world->item($this->run, 'fine', ItemState::Verified);
		$this->assertRefuses(RunConflict::class, function (): void {
			$this->world->put($this->run, RunState::Paused);
			$this->world->get(ForgetRun::class)->forget('nadia', $this->run);
		});
		$this->world->put($this->run, RunState::Partial, RunPhase::Report);

		self::assertSame(2, $this->world->get(ForgetRun::class)->forget('nadia', $this->run));
		self::assertNull($this->world->get(RunRepository::class)->find($this->run));
		self::assertSame(0, $this->world->get(ItemRepository::class)->counts($this->run)->allItems());
	}

	/** @return iterable<string, array{class-string, string, list<RunState>}> act, method, states in which it can be done */
	public static function acts(): iterable {
		yield 'scan' => [ScanRun::class, 'scan', [RunState::Draft, RunState::Ready]];
		yield 'start' => [StartRun::class, 'start', [RunState::Ready]];
		yield 'pause' => [PauseRun::class, 'pause', [RunState::Active, RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom]];
		yield 'resume' => [ResumeRun::class, 'resume', [RunState::Paused, RunState::WaitingReconnect, RunState::WaitingRoom]];
		yield 'cancel' => [CancelRun::class, 'cancel', array_filter(RunState::cases(), static fn (RunState $state): bool => !$state->isEnd())];
		yield 'retry' => [RetryRun::class, 'retry', [RunState::Partial, RunState::Failed, RunState::Cancelled]];
		yield 'again' => [AgainRun::class, 'again', array_filter(RunState::cases(), static fn (RunState $state): bool => $state->isEnd())];
		yield 'forget' => [ForgetRun::class, 'forget', [RunState::Draft, ...array_filter(RunState::cases(), static fn (RunState $state): bool => $state->isEnd())]];
	}

	/**
	 * @param class-string $class
	 * @param array<array-key, RunState> $possible
	 */
	#[DataProvider('acts')]
	public function testInAnotherStateTheRunIsToldAsItIs(string $class, string $method, array $possible): void {
		foreach (RunState::cases() as $state) {
			$world = new CourseWorld();
			$run = $world->draft('nadia');
			$world->item($run, 'failed', ItemState::Failed);
			$world->put($run, $state, $state->isEnd() ? RunPhase::Report : RunPhase::Plan);
			try {
				$world->get($class)->$method('nadia', $run);
				self::assertContains($state, $possible, "$method of {$state->value}");
			} catch (RunConflict $e) {
				self::assertNotContains($state, $possible, "$method of {$state->value}");
				self::assertSame([$run, $state->value], [$e->run['id'], $e->run['state']]);
				self::assertSame(['run' => $e->run], $e->now());
			}
		}
	}

	/**
	 * @param class-string $class
	 * @param array<array-key, RunState> $possible
	 */
	#[DataProvider('acts')]
	public function testSomebodyElseFindsNothing(string $class, string $method, array $possible): void {
		foreach (['bruno', 'camille'] as $stranger) {
			$this->assertRefuses(NotFound::class, fn () => $this->world->get($class)->$method($stranger, $this->run));
			$this->assertRefuses(NotFound::class, fn () => $this->world->get($class)->$method($stranger, 'nothing'));
		}
		self::assertNotSame([], $possible);
	}

	/** @return array<string, mixed> */
	private function choose(string $target): array {
		return $this->world->get(ChooseRun::class)->choose('nadia', $this->run, $target, new Choice(['f1'], ['f2'], 'pdf', false, false), 'version', true);
	}

	/**
	 * @template T of Refusal
	 * @param class-string<T> $kind
	 * @param \Closure(): mixed $do
	 * @return T
	 */
	private function assertRefuses(string $kind, \Closure $do): Refusal {
		try {
			$do();
		} catch (Refusal $e) {
			self::assertInstanceOf($kind, $e, $e->sentence);
			return $e;
		}
		self::fail('nothing was refused');
	}
}
