<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\ItemFaults;
use OCA\Compagnon\Transfer\Engine\TargetFaults;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Somebody uses the file that is to be written, or a kill has left its lock. */
#[CoversClass(ItemFaults::class)]
#[CoversClass(TargetFaults::class)]
final class LockedTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$this->world->source->file('a', 'first')->file('b', 'second')->file('c', 'third');
	}

	public function testAFileThatIsInUseIsTriedLaterAndTheOthersGoOn(): void {
		$this->world->files->locked = ['Drive/a.txt'];
		$this->world->run();
		$begin = $this->world->clock->now();
		$this->world->cuts->watch = fn () => $this->world->files->locked = $this->world->clock->now() < $begin + 3_700 ? ['Drive/a.txt'] : [];

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertGreaterThanOrEqual(900, $this->world->clock->now() - $begin);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	public function testALockThatSoonCountsAsLeftByAKillIsTriedThen(): void {
		$this->world->files->locked = ['Drive/a.txt'];
		$this->world->files->lockedFor = 70;
		$this->world->run();
		$begin = $this->world->clock->now();
		$this->world->cuts->watch = fn () => $this->world->files->locked = $this->world->clock->now() < $begin + 70 ? ['Drive/a.txt'] : [];

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertLessThan(75, $this->world->clock->now() - $begin);
	}

	public function testALockThatStaysAliveIsGivenAnHour(): void {
		$this->world->files->locked = ['Drive/a.txt'];
		$this->world->files->lockedFor = 120;
		$this->world->run();
		$begin = $this->world->clock->now();
		$this->world->cuts->watch = fn () => $this->world->files->locked = $this->world->clock->now() < $begin + 3_600 ? ['Drive/a.txt'] : [];

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}

	/** As Nextcloud does it with a shared lock: whoever asks for it makes it last for another hour. */
	public function testALockThatEachTryProlongsIsOutlasted(): void {
		$this->world->files->locked = ['Drive/a.txt'];
		$until = $this->world->clock->now() + 3_600;
		$this->world->files->refused = function () use (&$until): void {
			$until = $this->world->clock->now() + 3_600;
		};
		$this->world->run();
		$this->world->cuts->watch = function () use (&$until): void {
			$this->world->files->locked = $this->world->clock->now() < $until ? ['Drive/a.txt'] : [];
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertCount(3, $this->world->files->paths('nadia'));
	}
}
