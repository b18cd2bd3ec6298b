<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour\Check;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Tests\Fake\Checks;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tour\Check\Advice;
use OCA\Compagnon\Tour\Check\LastCheck;
use OCA\Compagnon\Tour\Check\LastCheckStore;
use OCA\Compagnon\Tour\Check\Place;
use OCA\Compagnon\Tour\Check\Places;
use OCA\Compagnon\Tour\Check\PlanCheck;
use OCA\Compagnon\Tour\Check\Seen;
use OCA\Compagnon\Tour\Check\ShowCheck;
use OCA\Compagnon\Tour\Check\StepResult;
use OCA\Compagnon\Tour\Check\StoreCheck;
use OCA\Compagnon\Tour\Right;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the check in the browser is given, and what is kept of it. */
#[CoversClass(PlanCheck::class)]
#[CoversClass(StoreCheck::class)]
#[CoversClass(ShowCheck::class)]
#[CoversClass(LastCheck::class)]
#[CoversClass(LastCheckStore::class)]
#[CoversClass(StepResult::class)]
#[CoversClass(Places::class)]
#[CoversClass(Place::class)]
#[CoversClass(Advice::class)]
final class BrowserCheckTest extends TestCase {
	private Checks $checks;

	#[\Override]
	protected function setUp(): void {
		$this->checks = new Checks();
		$trash = ['anchor' => 'files.trash', 'where' => 'step.text', 'needs' => 'sharing.links'] + ContentFixture::step('trash');
		$phone = ['anchor' => 'files.new', 'where' => 'step.text', 'for' => ['device' => 'phone']] + ContentFixture::step('phone');
		$this->checks->world->content->tour('alpha', ['steps' => [ContentFixture::step('one'), ContentFixture::step('folder', 'files.folder-created'), $trash, $phone]] + ContentFixture::alpha());
	}

	public function testThePlanHasWhatStepsPointAtOnThisHost(): void {
		$this->checks->world->rights->denied = [Right::ShareByLink];

		[$tour] = $this->checks->plan()->plan('nadia');

		self::assertSame(['alpha', 'Premier'], [$tour['id'], $tour['title']]);
		self::assertSame(['files.new', 'files.toggle', 'files.trash'], array_keys($tour['anchors']));
		self::assertSame([null, 'files.new', 'files.trash', 'files.new'], array_column($tour['steps'], 'anchor'));
		self::assertSame([true, true, false, true], array_column($tour['steps'], 'allowed'));
		self::assertSame([null, null, null, 'phone'], array_column($tour['steps'], 'device'));
		self::assertSame(['app' => 'files', 'path' => '/apps/files', 'exact' => false], $tour['steps'][1]['page']);
	}

	public function testThePlanHasOnlyToursThatExistForThePerson(): void {
		$this->checks->world->apps->apps['notes'] = ['nadia'];

		self::assertSame(['alpha'], array_column($this->checks->plan()->plan('nadia'), 'id'));
		self::assertSame(['alpha', 'beta'], array_column($this->checks->plan()->plan('bruno'), 'id'));
	}

	public function testNeverCheckedIsNothing(): void {
		self::assertSame(['last' => null, 'missed' => []], $this->checks->show()->show());
	}

	public function testKeepsWhatWasNotFoundWithWordsAndCountsTheRest(): void {
		$this->checks->store([
			'folder' => ['wide' => 'found', 'phone' => 'found'],
			'trash' => ['wide' => 'missing', 'phone' => 'missing'],
			'phone' => ['phone' => 'unreached'],
		]);

		$last = $this->checks->show()->last();
		self::assertNotNull($last);
		self::assertSame([$this->checks->world->clock->now, '32.0.1', true, 2], [$last['at'], $last['release'], $last['current'], $last['found']]);
		self::assertSame(['trash', 'phone'], array_column($last['results'], 'step'));
		self::assertSame([['wide', 'phone'], ['phone']], array_column($last['results'], 'devices'));
		self::assertSame(['missing', 'unreached'], array_column($last['results'], 'seen'));
		self::assertSame(['alpha', 'Premier', 'trash', 'Premier', '/apps/files', 'files.trash'], array_slice(array_values($last['results'][0]), 0, 6));
		self::assertStringContainsString('“files.trash”', $last['results'][0]['advice']);
		self::assertStringContainsString('/apps/files', $last['results'][1]['advice']);
	}

	public function testAStepThatWasLeftOutIsNotChecked(): void {
		$this->checks->store([]);

		$last = $this->checks->show()->last();
		self::assertNotNull($last);
		self::assertSame(0, $last['found']);
		self::assertSame(['folder', 'trash', 'phone'], array_column($last['results'], 'step'));
		self::assertSame(['unchecked'], array_values(array_unique(array_column($last['results'], 'seen'))));
		self::assertFalse($this->checks->lastCheck()->read()?->isClean());
	}

	public function testIsCleanWhenSomethingWasFoundAndNothingIsWrong(): void {
		$this->checks->store(['folder' => ['wide' => 'found', 'phone' => 'unchecked']]);
		self::assertTrue($this->checks->lastCheck()->read()?->isClean());

		foreach ([Seen::Missing, Seen::Unreached] as $seen) {
			$this->checks->store(['folder' => ['wide' => 'found', 'phone' => $seen->value]]);
			self::assertFalse($this->checks->lastCheck()->read()?->isClean());
			self::assertCount(1, $this->checks->lastCheck()->read()->wrong());
		}
	}

	/** @return iterable<string, array{string, array<string, array<string, string>>}> */
	public static function strangers(): iterable {
		yield 'unknown tour' => ['nothing', ['one' => ['wide' => 'found']]];
		yield 'unknown step' => ['alpha', ['nothing' => ['wide' => 'missing']]];
		yield 'tour of somebody else' => ['beta', ['folder' => ['wide' => 'found']]];
	}

	/** @param array<string, array<string, string>> $seen */
	#[DataProvider('strangers')]
	public function testWhatIsNoStepOfTheirsIsRefusedAndNothingIsKept(string $tour, array $seen): void {
		try {
			$this->checks->store($seen, $tour);
			self::fail('It was kept.');
		} catch (Invalid $invalid) {
			self::assertSame('results', $invalid->field);
			self::assertNull($this->checks->show()->last());
		}
	}

	public function testAnUpdateMakesItOld(): void {
		$store = fn () => $this->checks->store(['folder' => ['wide' => 'found']]);
		$isCurrent = fn (): ?bool => $this->checks->show()->last()['current'] ?? null;
		$store();
		self::assertTrue($isCurrent());

		foreach (['compagnon', 'files'] as $app) {
			$this->checks->world->apps->versions[$app] = '9.9.9';
			self::assertFalse($isCurrent(), $app);
			$store();
			self::assertTrue($isCurrent(), $app);
		}
		$this->checks->world->host->release = '32.0.2';
		self::assertFalse($isCurrent());
	}

	public function testAnAppThatWasRemovedMakesItOld(): void {
		$this->checks->world->apps->apps['notes'] = [];
		$this->checks->store(['folder' => ['wide' => 'found']]);
		unset($this->checks->world->apps->apps['notes']);

		self::assertFalse($this->checks->show()->last()['current'] ?? null);
	}

	public function testWhatMembersMissedIsOverWhenEveryWidthHasIt(): void {
		$this->checks->note('nadia', 'alpha', 'folder');
		$this->checks->note('nadia', 'alpha', 'phone');
		$this->checks->store(['folder' => ['wide' => 'found', 'phone' => 'missing'], 'phone' => ['phone' => 'found']]);
		self::assertSame(['folder'], array_column($this->checks->show()->missed(), 'step'));

		$this->checks->store(['folder' => ['wide' => 'found', 'phone' => 'unchecked']]);
		self::assertSame(['folder'], array_column($this->checks->show()->missed(), 'step'));

		$this->checks->store(['folder' => ['wide' => 'found', 'phone' => 'found']]);
		self::assertSame([], $this->checks->show()->missed());
	}

	public function testWhatMembersMissedHasWordsToo(): void {
		$this->checks->note('nadia', 'alpha', 'folder');

		[$missed] = $this->checks->show()->missed();
		self::assertSame(['alpha', 'Premier', 'files.new', 32, 1], [$missed['tour'], $missed['title'], $missed['anchor'], $missed['version'], $missed['times']]);
		self::assertSame($this->checks->world->clock->now - $this->checks->world->clock->now % 86_400, $missed['day']);
		self::assertStringContainsString('1 times', $missed['advice']);
	}

	public function testWhatIsNoStepAnyMoreIsNotShown(): void {
		$this->checks->note('nadia', 'alpha', 'phone');
		$this->checks->store(['folder' => ['wide' => 'missing']]);
		$this->checks->world->content->tour('alpha', ['steps' => [ContentFixture::step('one')]] + ContentFixture::alpha());

		self::assertSame([], $this->checks->show()->last()['results'] ?? null);
		self::assertSame([], $this->checks->show()->missed());
	}

	/** @return iterable<string, array{string}> */
	public static function spoilt(): iterable {
		yield 'no JSON' => ['{'];
		yield 'a list' => ['[1]'];
		yield 'no time' => ['{"found": 1, "release": "32"}'];
		yield 'time as a word' => ['{"at": "now", "found": 1, "release": "32"}'];
	}

	#[DataProvider('spoilt')]
	public function testWhatCannotBeReadIsAsIfItHadNeverBeen(string $json): void {
		$this->checks->world->settings->setLongText('last_check', $json);

		self::assertNull($this->checks->show()->last());
	}

	public function testResultsThatThisVersionDoesNotKnowAreLeftOut(): void {
		$check = LastCheck::fromJson('{"at": 1, "found": 2, "release": "32", "apps": {"files": "1", "x": 2}, "results": [["alpha", "folder", "wide", "missing"], ["alpha", "folder", "watch", "missing"], ["alpha", "folder", "wide", "dreamt"], ["alpha"], 3, {"tour": "alpha"}]}');

		self::assertNotNull($check);
		self::assertSame(['files' => '1'], $check->apps);
		self::assertCount(1, $check->results);
		self::assertEquals($check, LastCheck::fromJson($check->toJson()));
	}
}
