<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Jobs;
use PHPUnit\Framework\TestCase;

/** What every Jobs has to do. */
abstract class JobsContract extends TestCase {
	protected const RUN = 'contractrunaaaaaaaaaaaaaaa';
	protected const OTHER = 'contractrunbbbbbbbbbbbbbbb';

	/** With neither run on the list. */
	abstract protected function jobs(): Jobs;

	/** @return list<string> runs on the list that are due at that time, each as often as it stands there */
	abstract protected function due(int $now): array;

	public function testARunIsDueAtOnceOrNotBeforeATime(): void {
		$jobs = $this->jobs();
		$jobs->schedule(self::RUN);
		$jobs->schedule(self::OTHER, time() + 500);

		self::assertSame([self::RUN], $this->due(time() + 1));
		self::assertSame([self::RUN, self::OTHER], $this->due(time() + 600));
	}

	public function testARunStandsThereOnceAndMoves(): void {
		$jobs = $this->jobs();
		$jobs->schedule(self::RUN, time() + 500);
		$jobs->schedule(self::RUN);
		$jobs->schedule(self::RUN);
		self::assertSame([self::RUN], $this->due(time() + 1));

		$jobs->schedule(self::RUN, time() + 500);
		self::assertSame([], $this->due(time() + 1));
		self::assertSame([self::RUN], $this->due(time() + 600));
	}

	public function testARemovedRunIsGoneAndNoOther(): void {
		$jobs = $this->jobs();
		$jobs->schedule(self::RUN);
		$jobs->schedule(self::OTHER);
		$jobs->remove(self::RUN);
		$jobs->remove(self::RUN);

		self::assertSame([self::OTHER], $this->due(time() + 1));
	}

	public function testSaysHowTheListIsWorkedOff(): void {
		$pace = $this->jobs()->pace();

		self::assertContains($pace['mode'], ['cron', 'webcron', 'ajax']);
		self::assertTrue($pace['lastRun'] === null || $pace['lastRun'] <= time());
	}
}
