<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour\Check;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tests\Fake\Checks;
use OCA\Compagnon\Tour\Check\MissingTarget;
use OCA\Compagnon\Tour\Check\MissingTargets;
use OCA\Compagnon\Tour\Check\NoteMissing;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(MissingTargets::class)]
#[CoversClass(MissingTarget::class)]
#[CoversClass(NoteMissing::class)]
final class MissingTargetsTest extends TestCase {
	private const DAY = 86_400;

	private Checks $checks;

	#[\Override]
	protected function setUp(): void {
		$this->checks = new Checks();
		$this->checks->world->clock->now = 20_000 * self::DAY + 34_567;
	}

	public function testCountsHowOftenAndOnWhatDayLast(): void {
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->world->clock->advance(3 * self::DAY);
		$this->checks->note('bruno', 'alpha', 'folder');

		self::assertEquals([new MissingTarget('alpha', 'folder', 'files.new', 32, 20_003 * self::DAY, 2)], $this->checks->missing()->all());
	}

	public function testSaysNothingOfWhoItWas(): void {
		$this->checks->note('nadia', 'alpha', 'folder');

		$rows = $this->checks->world->database->query('SELECT * FROM *PREFIX*compagnon_missing_target');
		self::assertSame(['tour', 'step', 'anchor', 'host_version', 'seen_on', 'misses'], array_keys($rows[0]));
		self::assertStringNotContainsString('nadia', serialize($rows));
		self::assertSame([], array_intersect_key($this->checks->world->export()->person('nadia')['tables'], ['compagnon_missing_target' => true]));
	}

	public function testAnotherVersionOfTheSpaceIsCountedByItself(): void {
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->world->host->version = 33;
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->note('nadia', 'alpha', 'folder');

		self::assertSame([[33, 2], [32, 1]], array_map(
			static fn (MissingTarget $target): array => [$target->version, $target->times],
			$this->checks->missing()->all(),
		));
	}

	public function testGoesNinetyDaysAfterItWasLastMissed(): void {
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->world->clock->advance(90 * self::DAY);
		self::assertCount(1, $this->checks->missing()->all());

		$this->checks->world->clock->advance(self::DAY);
		self::assertSame([], $this->checks->missing()->all());
		self::assertSame([], $this->checks->world->database->query('SELECT * FROM *PREFIX*compagnon_missing_target'));
	}

	public function testWhatIsOldAlsoGoesWhenSomethingElseIsCounted(): void {
		$this->checks->missing()->count('gone', 'step', 'files.gone');
		$this->checks->world->clock->advance(91 * self::DAY);
		$this->checks->note('nadia', 'alpha', 'folder');

		self::assertSame(['alpha'], array_column($this->checks->world->database->query('SELECT tour FROM *PREFIX*compagnon_missing_target'), 'tour'));
	}

	public function testATourThatDoesNotExistForThePersonIsNotCounted(): void {
		foreach (['beta', 'nothing'] as $tour) {
			try {
				$this->checks->note('nadia', $tour, 'folder');
				self::fail($tour);
			} catch (NotFound) {
				self::assertSame([], $this->checks->missing()->all());
			}
		}
	}

	/** @return iterable<string, array{string}> */
	public static function noTargets(): iterable {
		yield 'unknown step' => ['nothing'];
		yield 'step that points at nothing' => ['one'];
	}

	#[DataProvider('noTargets')]
	public function testAStepWithoutTargetIsNotCounted(string $step): void {
		try {
			$this->checks->note('nadia', 'alpha', $step);
			self::fail('It was counted.');
		} catch (Invalid $invalid) {
			self::assertSame('step', $invalid->field);
			self::assertSame([], $this->checks->missing()->all());
		}
	}

	public function testForgettingEverythingForgetsTheCountsToo(): void {
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->world->forget()->person('nadia');
		self::assertCount(1, $this->checks->missing()->all());

		$this->checks->world->forget()->everything();
		self::assertSame([], $this->checks->missing()->all());
	}
}
