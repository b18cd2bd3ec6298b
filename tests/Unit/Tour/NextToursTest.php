<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\NextTours;
use OCA\Compagnon\Tour\TourLine;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(NextTours::class)]
final class NextToursTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		foreach (['first', 'second', 'third', 'fourth'] as $i => $id) {
			$this->world->content->tour($id, ['id' => $id, 'order' => $i + 1] + ContentFixture::alpha());
		}
	}

	public function testToursComeInTheirOrder(): void {
		self::assertSame(['first', 'second', 'third', 'fourth', 'alpha'], $this->next());
	}

	public function testWhatIsUnderWayComesFirstTheLatestAtTheTop(): void {
		$this->world->start('nadia', 'third');
		$this->world->leave('nadia', 'third', 1);
		$this->world->clock->advance(60);
		$this->world->start('nadia', 'alpha');

		self::assertSame(['alpha', 'third', 'first', 'second', 'fourth'], $this->next());
		self::assertSame('Under way, step 1 of 3', $this->world->next()->next('nadia', 1)[0]->detail);
	}

	public function testWhatWasFinishedOrRefusedIsLeftOut(): void {
		$this->world->start('nadia', 'first');
		$this->world->finish('nadia', 'first', 1);
		$this->world->refuse('nadia', 'second');

		self::assertSame(['third', 'fourth', 'alpha'], $this->next());
	}

	public function testWhatWasOfferedOrPutOffStaysInItsPlace(): void {
		$this->world->noteOffer('nadia', 'second');
		$this->world->snooze('nadia', 'third', 7);

		self::assertSame(['first', 'second', 'third', 'fourth', 'alpha'], $this->next());
	}

	public function testATourThatIsNotHereAnyMoreIsNot(): void {
		$this->world->start('nadia', 'first');
		$this->world->apps->apps = ['compagnon' => []];

		self::assertSame([], $this->next());
	}

	public function testThereAreNoMoreThanAskedFor(): void {
		$this->world->start('nadia', 'fourth');

		self::assertSame(['fourth', 'first'], $this->next(2));
		self::assertSame([], $this->next(0));
		self::assertSame([], $this->next(-1));
	}

	public function testEachPersonHasTheirOwn(): void {
		$this->world->start('bruno', 'fourth');

		self::assertSame(['first'], $this->next(1));
	}

	/** @return list<string> */
	private function next(int $limit = 9): array {
		return array_map(static fn (TourLine $line): string => $line->id, $this->world->next()->next('nadia', $limit));
	}
}
