<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\Progress;
use OCA\Compagnon\Tour\ProgressRepository;
use OCA\Compagnon\Tour\ProgressState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Progress::class)]
#[CoversClass(ProgressRepository::class)]
final class ProgressTest extends TestCase {
	public function testEveryChangeIsOneRevisionHigherAndLeavesTheOldOneAsItWas(): void {
		$new = new Progress('alpha', ProgressState::Offered);
		$at = $new->at('one', '7', 100);
		$paused = $at->paused(200, 300);
		$resumed = $paused->resumed(400);

		self::assertSame([0, 1, 2, 3], [$new->revision, $at->revision, $paused->revision, $resumed->revision]);
		self::assertSame([ProgressState::Offered, null], [$new->state, $new->step]);
		self::assertEquals(new Progress('alpha', ProgressState::Running, 'one', '7', 1, null, 100), $at);
		self::assertEquals(new Progress('alpha', ProgressState::Paused, 'one', '7', 2, 300, 200), $paused);
		self::assertEquals(new Progress('alpha', ProgressState::Running, 'one', '7', 3, null, 400), $resumed);
		self::assertEquals(new Progress('alpha', ProgressState::Running, 'one', '7', 4, 600, 500), $resumed->putOff(500, 600));
		self::assertEquals(new Progress('alpha', ProgressState::Finished, 'one', '7', 4, null, 500), $resumed->finished(500));
		self::assertEquals(new Progress('alpha', ProgressState::Refused, 'one', '7', 3, null, 500), $paused->refused(500));
		self::assertEquals(new Progress('alpha', ProgressState::Offered, null, null, 1, null, 500), $new->offered(500));
	}

	public function testTheMarkIsNotShown(): void {
		self::assertArrayNotHasKey('mark', (new Progress('alpha', ProgressState::Running, 'one', '7'))->toArray());
	}

	public function testIsReadAsItWasStored(): void {
		$repository = (new World())->repository();
		$first = (new Progress('alpha', ProgressState::Offered))->at('one', '12', 1_800_000_000);

		self::assertTrue($repository->store('nadia', $first));
		self::assertEquals($first, $repository->find('nadia', 'alpha'));
		self::assertNull($repository->find('bruno', 'alpha'));
		self::assertNull($repository->find('nadia', 'beta'));
	}

	public function testASecondFirstRowAndAnOldSuccessorAreRefused(): void {
		$repository = (new World())->repository();
		$first = (new Progress('alpha', ProgressState::Offered))->at('one', null, 1);
		$repository->store('nadia', $first);
		$second = $first->at('two', null, 2);

		self::assertFalse($repository->store('nadia', $first));
		self::assertTrue($repository->store('nadia', $second));
		self::assertFalse($repository->store('nadia', $second));
		self::assertFalse($repository->store('bruno', $second));
		self::assertEquals($second, $repository->find('nadia', 'alpha'));
	}

	public function testOnlyTheSuccessorOfWhatIsThereIsStored(): void {
		$repository = (new World())->repository();
		$first = (new Progress('alpha', ProgressState::Offered))->at('one', null, 1);
		$repository->store('nadia', $first);

		self::assertFalse($repository->store('nadia', $first->at('two', null, 2)->at('three', null, 3)));
		self::assertEquals($first, $repository->find('nadia', 'alpha'));
	}

	public function testListsTheNewestFirst(): void {
		$repository = (new World())->repository();
		foreach (['old' => 1, 'new' => 3, 'middle-b' => 2, 'middle-a' => 2] as $tour => $at) {
			$repository->store('nadia', (new Progress($tour, ProgressState::Offered))->offered($at));
		}

		self::assertSame(
			['new', 'middle-a', 'middle-b', 'old'],
			array_map(static fn (Progress $progress): string => $progress->tour, $repository->all('nadia')),
		);
	}
}
