<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Survey\Figures\MeasureSpace;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCA\Compagnon\Tests\Fake\FakeHost;
use OCA\Compagnon\Tests\Fake\FakeSpaceMeasures;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use OCA\Compagnon\Tests\Fake\MemoryPreferences;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Bands of what was counted; nothing about few people; nothing about whoever does not want to be counted. */
#[CoversClass(MeasureSpace::class)]
final class MeasureSpaceTest extends TestCase {
	private const NOW = 1_794_303_000;
	private const DAY = 86_400;

	/** By figure: the method that counts it. */
	private const METHODS = [
		'members' => 'accounts', 'active_share_30d' => 'active', 'space_age' => 'begun', 'storage' => 'bytes', 'files' => 'files', 'apps' => 'apps',
		'groups' => 'groups', 'shares_internal' => 'shares', 'links_public' => 'links', 'external_accounts' => 'guests',
		'mobile_or_desktop_client' => 'withClient',
	];

	private FakeSpaceMeasures $space;
	private MemoryPreferences $preferences;
	private FixedClock $clock;
	private MemoryLog $log;
	private FakeHost $host;

	#[\Override]
	protected function setUp(): void {
		$this->space = new FakeSpaceMeasures();
		$this->preferences = new MemoryPreferences();
		$this->clock = new FixedClock(self::NOW);
		$this->log = new MemoryLog();
		$this->host = new FakeHost();
		$this->host->version = 32;
	}

	public function testEveryFigureIsABandAndFitsTheProtocol(): void {
		$this->people(10);
		$this->use();
		$figures = $this->measure();

		self::assertSame([
			'members' => '5-10', 'active_share_30d' => '21-40', 'space_age' => '6-12-months', 'nc_major' => '32', 'storage' => '1-5-gb', 'files' => 'under-100',
			'apps' => ['calendar', 'deck'], 'groups' => '1-2', 'shares_internal' => 'some', 'links_public' => 'many', 'external_accounts' => 'yes',
			'mobile_or_desktop_client' => 'yes',
		], $figures);
		(new MetricCheck())->check($figures, Metric::cases());
		self::assertSame([], $this->log->entries);
	}

	public function testAnEmptySpaceIsInTheLowestBands(): void {
		$this->people(5);
		$this->space->begun = self::NOW;
		$figures = $this->measure();

		foreach (Metric::cases() as $metric) {
			$lowest = match ($metric) {
				Metric::Members => '5-10',
				Metric::NcMajor => '32',
				Metric::Apps => [],
				default => $metric->bands()[0],
			};
			self::assertSame($lowest, $figures[$metric->value], $metric->value);
		}
	}

	public function testFiguresOfFewPeopleSayNothingOfWhatTheyDo(): void {
		$this->people(4);
		$this->use();
		$figures = $this->measure();

		self::assertSame(['2-4', null, null], [$figures['members'], $figures['active_share_30d'], $figures['mobile_or_desktop_client']]);
		self::assertSame('1-5-gb', $figures['storage']);
		self::assertNotContains('active', $this->space->asked);
		self::assertNotContains('withClient', $this->space->asked);
	}

	public function testWhoDoesNotWantToBeCountedIsNotInAnyNumber(): void {
		$this->people(6);
		$this->space->add('login', 'person-0', self::NOW)->add('file', 'person-0', 6 << 30)->add('group', 'person-0')->add('share', 'person-0')
			->add('link', 'person-0')->add('guest', 'person-0')->add('client', 'person-0', self::NOW);
		$with = $this->measure();
		self::assertSame(['5-20-gb', '1-2', 'some', 'some', 'yes', 'yes'], [$with['storage'], $with['groups'], $with['shares_internal'], $with['links_public'], $with['external_accounts'], $with['mobile_or_desktop_client']]);

		$this->preferences->setFlag('person-0', SurveyChoices::UNCOUNTED, true);
		$without = $this->measure();
		self::assertSame(['under-1-gb', '0', 'none', 'none', 'no', 'no'], [$without['storage'], $without['groups'], $without['shares_internal'], $without['links_public'], $without['external_accounts'], $without['mobile_or_desktop_client']]);
		self::assertSame('5-10', $without['members']);

		// Four are left, of whom it may not be said what they do.
		$this->preferences->setFlag('person-1', SurveyChoices::UNCOUNTED, true);
		self::assertSame(['2-4', null], [$this->measure()['members'], $this->measure()['active_share_30d']]);
	}

	public function testWhenNobodyWantsToBeCountedNothingIsSaid(): void {
		$this->people(2);
		$this->use();
		$this->preferences->setFlag('person-0', SurveyChoices::UNCOUNTED, true);
		$this->preferences->setFlag('person-1', SurveyChoices::UNCOUNTED, true);

		self::assertSame([], array_filter($this->measure(), static fn (mixed $figure): bool => $figure !== null));
		self::assertSame(['accounts'], $this->space->asked);
	}

	/** @return iterable<string, array{string}> */
	public static function figures(): iterable {
		foreach (array_keys(self::METHODS) as $figure) {
			yield $figure => [$figure];
		}
	}

	#[DataProvider('figures')]
	public function testWhatFailsIsNullAndTheRestIsThere(string $figure): void {
		$this->people(10);
		$this->use();
		$all = $this->measure();
		$this->space->fail(self::METHODS[$figure]);
		$with = $this->measure();

		self::assertSame(array_replace($all, $this->gone($figure)), $with);
		self::assertCount(1, $this->log->entries);
	}

	#[DataProvider('figures')]
	public function testWhatTakesLongerThanTwoSecondsIsNull(string $figure): void {
		$this->people(10);
		$this->use();
		$all = $this->measure();
		$this->space->before[self::METHODS[$figure]] = fn () => $this->clock->advance(3);

		self::assertSame(array_replace($all, $this->gone($figure)), $this->measure());
		$this->space->before[self::METHODS[$figure]] = fn () => $this->clock->advance(2);
		self::assertSame($all, $this->measure());
	}

	public function testMoreThanAllAreNeverActive(): void {
		$this->people(5);
		for ($gone = 0; $gone < 9; $gone++) {
			$this->space->add('login', "gone-$gone", self::NOW);
		}

		self::assertSame('81-100', $this->measure()['active_share_30d']);
	}

	public function testActiveIsWhoCameInThirtyDays(): void {
		$this->people(5);
		$this->space->add('login', 'person-0', self::NOW - 31 * self::DAY)->add('login', 'person-1', self::NOW - 29 * self::DAY);
		self::assertSame('0-20', $this->measure()['active_share_30d']);
		$this->space->add('login', 'person-2', self::NOW - 29 * self::DAY);
		self::assertSame('21-40', $this->measure()['active_share_30d']);
	}

	public function testFilesAreCountedAsFarAsTheLastBandAndNoFurther(): void {
		$this->people(1);
		for ($file = 0; $file < 20_001; $file++) {
			$this->space->rows[] = ['file', 'person-0', 1];
		}

		self::assertSame(Metric::Files->bands()[4], $this->measure()['files']);
		array_splice($this->space->rows, -2);
		self::assertSame(Metric::Files->bands()[3], $this->measure()['files']);
	}

	public function testAMonthIsATwelfthOfAYear(): void {
		$this->people(1);
		foreach (['under-6-months' => 181, '6-12-months' => 185, '1-2-years' => 370, '2-years+' => 735] as $band => $days) {
			$this->space->begun = self::NOW - $days * self::DAY;
			self::assertSame($band, $this->measure()['space_age']);
		}
		$this->space->begun = null;
		self::assertNull($this->measure()['space_age']);
	}

	/** @return array<string, null> what is null when that figure cannot be measured */
	private function gone(string $figure): array {
		// Of an unknown number of people it cannot be said whether they are few.
		return array_fill_keys($figure === 'members' ? ['members', 'active_share_30d', 'mobile_or_desktop_client'] : [$figure], null);
	}

	private function people(int $people): void {
		for ($person = 0; $person < $people; $person++) {
			$this->space->add('account', "person-$person");
		}
	}

	private function use(): void {
		$this->space->begun = self::NOW - 200 * self::DAY;
		$this->space->apps = ['deck', 'calendar', 'secret_app'];
		foreach (['person-1', 'person-2', 'person-3'] as $person) {
			$this->space->add('login', $person, self::NOW);
		}
		$this->space->add('file', 'person-1', 2 << 30)->add('group', 'person-1')->add('share', 'person-1')->add('guest', 'guest')->add('client', 'person-1', self::NOW);
		for ($link = 0; $link < 21; $link++) {
			$this->space->add('link', 'person-1');
		}
	}

	/** @return array<string, string|list<string>|null> */
	private function measure(): array {
		$this->space->asked = [];
		return (new MeasureSpace($this->space, $this->preferences, $this->host, $this->clock, $this->log))->measure();
	}
}
