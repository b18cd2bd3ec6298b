<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\Offers;
use OCA\Compagnon\Tour\PageState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(PageState::class)]
#[CoversClass(Offers::class)]
final class PageStateTest extends TestCase {
	private const OFFER = ['tour' => 'alpha', 'mode' => 'offer'];

	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testSomebodyNewIsOfferedTheTourOfThePage(): void {
		self::assertSame(self::OFFER, $this->active());
	}

	public function testAPageWithoutATourOffersNothing(): void {
		self::assertNull($this->active('calendar'));
		self::assertNull($this->active('notes'));
	}

	public function testAnOfferStaysAQuarterOfAnHourAfterItWasSeenAndIsThenOver(): void {
		$this->world->noteOffer('nadia', 'alpha');
		$this->world->clock->advance(899);
		self::assertSame(self::OFFER, $this->active());

		$this->world->clock->advance(1);
		self::assertNull($this->active());

		$this->world->clock->advance(365 * 86_400);
		self::assertNull($this->active());
	}

	public function testAnOfferThatWasPutOffComesBackWhenItIsDue(): void {
		$this->world->noteOffer('nadia', 'alpha');
		$this->world->snooze('nadia', 'alpha', 7);
		self::assertNull($this->active());

		$this->world->clock->advance(7 * 86_400 - 1);
		self::assertNull($this->active());

		$this->world->clock->advance(1);
		self::assertSame(self::OFFER, $this->active());
	}

	public function testAnOfferThatCameBackIsOnceMoreMadeOnlyOnce(): void {
		$this->world->snooze('nadia', 'alpha', 1);
		$this->world->clock->advance(86_400);
		$this->world->noteOffer('nadia', 'alpha');
		self::assertSame(self::OFFER, $this->active());

		$this->world->clock->advance(900);
		self::assertNull($this->active());
	}

	public function testARefusedTourIsNeverOfferedAgain(): void {
		$this->world->refuse('nadia', 'alpha');
		$this->world->clock->advance(365 * 86_400);

		self::assertNull($this->active());
	}

	public function testAFinishedTourIsNotOfferedAgain(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->finish('nadia', 'alpha', 1);

		self::assertNull($this->active());
	}

	public function testARunningTourGoesOnByItselfOnEveryPageWhileItIsFresh(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->clock->advance(1799);

		self::assertSame(['tour' => 'alpha', 'mode' => 'resume'], $this->active());
		self::assertSame(['tour' => 'alpha', 'mode' => 'resume'], $this->active('calendar'));
	}

	public function testAfterHalfAnHourThePersonIsAskedOnThePagesOfTheApp(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->clock->advance(1800);

		self::assertSame(['tour' => 'alpha', 'mode' => 'continue'], $this->active());
		self::assertNull($this->active('calendar'));
	}

	public function testATourThatWasLeftIsSilentForTheDayThenAsks(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->leave('nadia', 'alpha', 1);
		self::assertNull($this->active());

		$this->world->clock->advance(12 * 3600);
		self::assertSame(['tour' => 'alpha', 'mode' => 'continue'], $this->active());
	}

	public function testNobodyIsOfferedAnythingWhenTheSpaceSaysSo(): void {
		$this->world->spaceSettings()->change(false, '');

		self::assertNull($this->active());
	}

	public function testASpaceWithoutOffersStillGoesOnWithWhatWasStarted(): void {
		$this->world->spaceSettings()->change(false, '');
		$this->world->start('nadia', 'alpha');
		self::assertSame('resume', $this->active()['mode'] ?? null);

		$this->world->clock->advance(1800);
		self::assertSame('continue', $this->active()['mode'] ?? null);
	}

	public function testSomebodyWhoWantsQuietIsLeftAloneButARunningTourGoesOn(): void {
		$this->world->personalSettings()->setQuiet('nadia', true);
		self::assertNull($this->active());
		self::assertSame(self::OFFER, $this->active(user: 'bruno'));

		$this->world->start('nadia', 'alpha');
		self::assertSame('resume', $this->active()['mode'] ?? null);

		$this->world->clock->advance(1800);
		self::assertNull($this->active());
	}

	public function testOfTwoRunningToursTheOneThatMovedLastGoesOn(): void {
		$this->world->apps->apps['notes'] = [];
		$this->world->start('nadia', 'alpha');
		$this->world->clock->advance(10);
		$this->world->start('nadia', 'beta');
		self::assertSame('beta', $this->active()['tour'] ?? null);

		$this->world->clock->advance(10);
		$this->world->move('nadia', 'alpha', 'last', 1);
		self::assertSame('alpha', $this->active()['tour'] ?? null);
	}

	public function testOfTwoToursThatWereLeftEachAsksOnThePagesOfItsApp(): void {
		$this->world->apps->apps['notes'] = [];
		$this->world->start('nadia', 'alpha');
		$this->world->start('nadia', 'beta');
		$this->world->clock->advance(1800);

		self::assertSame(['tour' => 'alpha', 'mode' => 'continue'], $this->active());
		self::assertSame(['tour' => 'beta', 'mode' => 'continue'], $this->active('notes'));
	}

	public function testATourWhoseFileIsBrokenIsNotProposedToGoOnWith(): void {
		$this->world->start('nadia', 'alpha');
		$this->world->clock->advance(1800);
		$this->world->content->tour('alpha', '{');

		self::assertNull($this->active());
	}

	public function testABrokenListOfOffersOffersNothingAndIsLogged(): void {
		$this->world->content->write('offers.json', '[');

		self::assertNull($this->active());
		self::assertStringContainsString('offers.json', $this->world->log->entries[0]['message']);
	}

	public function testAnOfferThatIsNotTextIsNoOffer(): void {
		$this->world->content->write('offers.json', ['files' => ['alpha']]);

		self::assertNull($this->active());
	}

	public function testCostsOneQuery(): void {
		$this->world->start('nadia', 'alpha');
		$before = $this->world->database->queries;

		$this->active();

		self::assertSame(1, $this->world->database->queries - $before);
	}

	public function testCarriesTheWordsOfTheHelpInThePersonsLanguage(): void {
		$this->world->texts->translations = ['fr' => [
			'Help for this page' => 'Aide de cette page',
			'The help could not be loaded. Reload the page, then try again.' => 'L’aide n’a pas pu se charger.',
		]];

		self::assertSame('Aide de cette page', $this->world->page('nadia', 'files')['help']);
		self::assertSame('L’aide n’a pas pu se charger.', $this->world->page('nadia', 'files')['gone']);
	}

	/** @return array{tour: string, mode: string}|null */
	private function active(string $app = 'files', string $user = 'nadia'): ?array {
		return $this->world->page($user, $app)['active'];
	}
}
