<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Transfer\Console\RunConsole;
use OCA\Compagnon\Transfer\Console\RunText;
use OCA\Compagnon\Transfer\DriveSlice;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunWish;
use OCA\Compagnon\Transfer\ScanRun;
use OCA\Compagnon\Transfer\Source\FoundItem;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(DriveSlice::class)]
#[CoversClass(RunConsole::class)]
#[CoversClass(RunText::class)]
final class ConsoleTest extends TestCase {
	private CourseWorld $world;
	private string $run;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
		$this->run = $this->world->draft('nadia');
	}

	public function testRunsAreListedThoseThatAreNotOverFirst(): void {
		$over = $this->world->draft('bruno');
		$this->world->put($over, RunState::Done, RunPhase::Report);
		$newest = $this->world->draft('bruno');
		$ids = fn (?string $user): array => array_map(static fn ($run): string => $run->id, $this->console()->list($user));

		self::assertSame([$newest, $this->run, $over], $ids(null));
		self::assertSame([$newest, $over], $ids('bruno'));
	}

	public function testItSaysHowManyAndWhyAndNeverWhat(): void {
		$this->world->item($this->run, 'secret.odt', ItemState::Verified, 2_097_152);
		$this->world->item($this->run, 'secret.txt', ItemState::Failed, 1, ['code' => 'locked']);
		$this->world->put($this->run, RunState::WaitingRoom, code: 'no_room');
		$run = $this->console()->get($this->run);
		$text = $this->world->get(RunText::class);

		self::assertStringEndsWith('1 of 2, 2.0 MB', $text->line($run));
		self::assertContains('  verified     1, 2.0 MB', $text->status($run));
		self::assertContains('Reason: no_room. No room is left in the space. Make room or ask for more; it goes on where it stopped.', $text->status($run));
		self::assertContains('failed: 1 (locked). Somebody used the file here all the time. Close it, then try again.', $text->report($run));
		self::assertContains('It adds up.', $text->report($run));
		self::assertStringNotContainsString('secret', json_encode([$text->line($run), $text->status($run), $text->report($run), $text->data($run)], JSON_THROW_ON_ERROR));
	}

	public function testRunsAreStoppedAndEnded(): void {
		$this->world->put($this->run, RunState::Active);
		self::assertSame(RunState::Paused, $this->console()->pause($this->run)->state);
		self::assertSame(RunWish::Cancel, $this->console()->cancel($this->run)->wish);
		$this->expectException(NotFound::class);
		$this->console()->pause('nothing');
	}

	public function testARunIsWorkedOnUntilSomebodyHasToDecide(): void {
		$this->world->google->items = [new FoundItem('f', ItemKind::Folder, null, 'Secret', null)];
		$this->world->get(ScanRun::class)->scan('nadia', $this->run);
		$lines = [];

		self::assertSame(SliceResult::Stopped, $this->console()->work($this->run, 'occ', static function (string $line) use (&$lines): void {
			$lines[] = $line;
		}, static fn (int $seconds) => self::fail("waits for $seconds")));
		self::assertSame(RunState::Ready, $this->world->run($this->run)->state);
		self::assertStringContainsString('ready', $lines[0]);
	}

	public function testWhatHasToWaitIsWaitedForAMinuteAtMost(): void {
		$this->world->google->fault = new Fault(FaultKind::Throttled, 'rate_limited', 500);
		$this->world->get(ScanRun::class)->scan('nadia', $this->run);
		$waits = [];

		$this->console()->work($this->run, 'occ', static fn (string $line) => null, function (int $seconds) use (&$waits): void {
			$waits[] = $seconds;
			$this->world->clock->advance(500);
			$this->world->google->fault = null;
		});
		self::assertSame([60], $waits);
	}

	public function testAnOpenPageMakesARunGoOn(): void {
		$drive = $this->world->get(DriveSlice::class);
		self::assertSame('draft', $drive->drive('nadia', $this->run)['state']);
		$this->world->get(ScanRun::class)->scan('nadia', $this->run);

		self::assertSame('ready', $drive->drive('nadia', $this->run)['state']);
	}

	private function console(): RunConsole {
		return $this->world->get(RunConsole::class);
	}
}
