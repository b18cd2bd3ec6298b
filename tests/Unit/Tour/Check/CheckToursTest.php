<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour\Check;

use OCA\Compagnon\Tests\Fake\Checks;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tour\Check\CheckTour;
use OCA\Compagnon\Tour\Check\CheckTours;
use OCA\Compagnon\Tour\Check\Finding;
use OCA\Compagnon\Tour\Check\Grade;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What can be told of the tours without a browser. */
#[CoversClass(CheckTours::class)]
#[CoversClass(CheckTour::class)]
#[CoversClass(Finding::class)]
final class CheckToursTest extends TestCase {
	private Checks $checks;

	#[\Override]
	protected function setUp(): void {
		$this->checks = new Checks();
		$this->checks->world->apps->apps['notes'] = [];
		$this->checks->world->content->write('texts/en.json', ['alpha.title' => 'First', 'alpha.only-french' => 'Not only', 'step.text' => 'Text']);
		$this->checks->store(['folder' => ['wide' => 'found', 'phone' => 'found']]);
	}

	public function testWhereAllIsWellItSaysWhenThatWasSeen(): void {
		['tours' => $tours, 'findings' => $findings] = $this->checks->tours()->check();

		self::assertSame(2, $tours);
		self::assertSame([Grade::Fine], array_map(static fn (Finding $finding): Grade => $finding->grade, $findings));
		self::assertStringContainsString('2027-01-15', $findings[0]->message);
		self::assertStringContainsString('2', $findings[0]->message);
	}

	public function testABrokenFileIsAProblem(): void {
		$this->checks->world->content->tour('alpha', '{');

		$finding = $this->only(Grade::Problem);
		self::assertStringContainsString('tours/alpha.json', $finding->message);
	}

	public function testATourOfAnAppThatIsNotInstalledIsFine(): void {
		unset($this->checks->world->apps->apps['notes']);
		$this->checks->store([]);

		$fine = array_values(array_filter($this->findings(Grade::Fine), static fn (Finding $finding): bool => $finding->tour !== null));
		self::assertSame(['beta', 'Premier', null], [$fine[0]->tour, $fine[0]->title, $fine[0]->step]);
		self::assertStringContainsString('app notes is not installed', $fine[0]->message);
		self::assertSame([], $this->findings(Grade::Problem));
	}

	public function testAStepOfAnAppThatIsNotInstalledIsFine(): void {
		$step = ['page' => ['app' => 'deck', 'path' => '/apps/deck']] + ContentFixture::step('one', 'files.folder-created');
		$this->checks->world->content->tour('alpha', ['steps' => [$step, ContentFixture::step('last')]] + ContentFixture::alpha());

		$finding = $this->findings(Grade::Fine)[0];
		self::assertSame(['alpha', 'one', 'files.new'], [$finding->tour, $finding->step, $finding->anchor]);
		self::assertStringContainsString('app deck is not installed', $finding->message);
	}

	public function testAPlaceThatThisVersionDoesNotHaveIsNoticed(): void {
		$this->checks->world->content->write('anchors.json', ['schema' => 1, 'hosts' => ['nextcloud' => ['32' => ['files.other' => ['selectors' => ['#a']]]], 'demo' => ['1' => ['files.new' => ['selectors' => ['#new']]]]]]);

		$findings = $this->findings(Grade::Notice);
		self::assertSame([['alpha', 'folder', 'files.new'], ['beta', 'folder', 'files.new']], array_map(static fn (Finding $finding): array => [$finding->tour, $finding->step, $finding->anchor], $findings));
		self::assertStringContainsString('“files.new”', $findings[0]->message);
	}

	public function testAVersionThatNobodyLookedAtIsNoticed(): void {
		$this->checks->world->host->version = 34;
		$finding = $this->only(Grade::Notice);
		self::assertStringContainsString('version 32; this is version 34', $finding->message);

		$this->checks->world->host->version = 31;
		self::assertStringContainsString('version 32; this is version 31', $this->only(Grade::Notice)->message);
	}

	public function testAHostThatNobodyLookedAtIsNoticed(): void {
		$this->checks->world->host->name = 'other';

		self::assertStringContainsString('does not know the pages', implode(' ', array_map(static fn (Finding $finding): string => $finding->message, $this->findings(Grade::Notice))));
	}

	public function testWordsThatALanguageLacksAreNoticed(): void {
		$this->checks->world->content->write('texts/en.json', ['alpha.title' => 'First', 'alpha.only-french' => 'Not only']);
		$this->checks->world->content->write('texts/fr.json', ['alpha.title' => 'Premier', 'step.text' => 'Texte']);

		$alpha = array_values(array_filter($this->findings(Grade::Notice), static fn (Finding $finding): bool => $finding->tour === 'alpha'));
		self::assertSame([null, 'one', 'folder', 'last'], array_map(static fn (Finding $finding): ?string => $finding->step, $alpha));
		self::assertStringContainsString('missing in French: alpha.only-french', $alpha[0]->message);
		self::assertStringContainsString('missing in English: step.text', $alpha[1]->message);
	}

	public function testNeverCheckedInABrowserIsNoticed(): void {
		$this->checks->world->settings->forget();

		self::assertStringContainsString('never checked in a browser', $this->only(Grade::Notice)->message);
	}

	public function testAnOldCheckIsNoticed(): void {
		$this->checks->world->host->release = '32.0.2';

		self::assertStringContainsString('Check again', $this->only(Grade::Notice)->message);
	}

	public function testWhatTheBrowserDidNotFindIsAProblem(): void {
		$this->checks->store(['folder' => ['wide' => 'missing', 'phone' => 'unchecked']]);

		$finding = $this->only(Grade::Problem);
		self::assertSame(['alpha', 'Premier', 'folder', 'files.new'], [$finding->tour, $finding->title, $finding->step, $finding->anchor]);
		self::assertStringContainsString('Update Compagnon', $finding->message);
		self::assertSame(['grade' => 'problem', 'tour' => 'alpha', 'title' => 'Premier', 'step' => 'folder', 'anchor' => 'files.new', 'message' => $finding->message], $finding->toArray());
	}

	public function testWhatMembersDidNotFindIsAProblemAndComesFirst(): void {
		$this->checks->world->host->version = 34;
		$this->checks->note('nadia', 'alpha', 'folder');

		$grades = array_map(static fn (Finding $finding): Grade => $finding->grade, $this->checks->tours()->check()['findings']);
		self::assertSame([Grade::Problem, Grade::Notice, Grade::Fine], $grades);
		self::assertStringContainsString('Members did not find', $this->only(Grade::Problem)->message);
	}

	private function only(Grade $grade): Finding {
		$findings = $this->findings($grade);
		self::assertCount(1, $findings);
		return $findings[0];
	}

	/** @return list<Finding> */
	private function findings(Grade $grade): array {
		return array_values(array_filter($this->checks->tours()->check()['findings'], static fn (Finding $finding): bool => $finding->grade === $grade));
	}
}
