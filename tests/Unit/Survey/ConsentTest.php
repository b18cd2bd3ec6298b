<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Survey\Catalogue\FetchCatalogue;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\Decide;
use OCA\Compagnon\Survey\Consent\Decision;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Consent\Fall;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Panel\ShowPanel;
use OCA\Compagnon\Survey\WorkOnSurveys;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Two switches, both off; each yes is kept, and falls when what was agreed to is not what is asked for any more. */
#[CoversClass(Consent::class)]
#[CoversClass(Decide::class)]
#[CoversClass(Decision::class)]
#[CoversClass(DecisionRepository::class)]
#[CoversClass(Standing::class)]
#[CoversClass(SurveyLevel::class)]
#[CoversClass(WorkOnSurveys::class)]
final class ConsentTest extends TestCase {
	private SurveyWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
	}

	public function testAFreshSpaceAsksNobodyAnythingAndItsJobDoesNothing(): void {
		$before = $this->world->dump();
		$this->world->days(3);
		$this->world->get(ShowPanel::class)->show('nadia');
		$this->world->get(ShowHistory::class)->show();
		$this->world->get(ShowAdmin::class)->show();
		// A code that somebody made up, or kept from another space.
		$this->world->withdraw('nadia', WithdrawalCode::make(new SystemRandom())->text());

		self::assertSame([], $this->world->http->asked);
		self::assertSame($before, $this->world->dump());
		self::assertSame(0, $this->world->figures->measured);
		self::assertSame('', $this->world->settings->longText('survey_space_key', ''));
	}

	public function testWithoutAnObservatoryNothingCanBeSwitchedOn(): void {
		$this->world->named->written = [];
		try {
			$this->world->decide('see');
			self::fail('It was switched on.');
		} catch (Refused $e) {
			self::assertStringContainsString('No observatory is named', $e->sentence);
		}
		self::assertSame([], $this->world->get(DecisionRepository::class)->all());

		$this->world->named->written = ['address' => 'http://127.0.0.1:9', 'key' => 'short'];
		self::assertStringContainsString('compagnon.observatory', $this->world->troubles()[0]);
	}

	public function testADecisionSaysWhoWhenAndWhatWasRead(): void {
		$this->world->decide('see');
		$this->world->clock->advance(60);
		$this->world->decide('answer', true, ['apps'], 'bruno');

		$decisions = $this->world->get(DecisionRepository::class)->all();
		self::assertEquals([
			new Decision('bruno', SurveyWorld::NOW + 60, SurveyLevel::Answer, true, ['apps'], ['apps', 'files', 'members'], $this->world->notice(), '1.0.0', 'https://openl.example.org'),
			new Decision('camille', SurveyWorld::NOW, SurveyLevel::See, false, [], [], $this->world->notice(), '1.0.0', 'https://openl.example.org'),
		], $decisions);
		self::assertSame(hash('sha256', file_get_contents($this->world->notices . '/short.json') . "\n" . file_get_contents($this->world->notices . '/long.json')), $decisions[0]->notice);
	}

	public function testDecisionsOfTheSameSecondAreInOrderAndNoneIsChanged(): void {
		$this->world->decide('see');
		$first = $this->world->database->query('SELECT * FROM *PREFIX*compagnon_survey_consent');
		foreach (['answer', 'off', 'see', 'off'] as $level) {
			$this->world->decide($level);
		}

		self::assertSame(SurveyLevel::Off, $this->world->get(DecisionRepository::class)->latest()?->surveys);
		self::assertSame($first, $this->world->database->query('SELECT * FROM *PREFIX*compagnon_survey_consent WHERE seq = 1'));
		self::assertCount(5, $this->world->get(DecisionRepository::class)->all());
	}

	public function testSeeingFetchesTheListAndNothingElse(): void {
		$this->world->decide('see');
		$this->world->days(3);

		self::assertGreaterThanOrEqual(3, $this->world->observatory->count('catalogue'));
		self::assertSame(count($this->world->observatory->asked), $this->world->observatory->count('catalogue'));
	}

	public function testARequestSaysNothingAboutTheSpace(): void {
		$this->world->takePart();
		$this->world->answer('nadia');
		$this->world->days(8);

		foreach ($this->world->http->asked as $request) {
			self::assertStringNotContainsString('?', $request->url);
			self::assertSame(['openl.example.org'], $request->hosts);
			self::assertSame([], array_diff(array_keys($request->headers), ['ocs-apirequest', 'accept', 'content-type']));
			self::assertStringNotContainsString('nadia', $request->url . $request->body);
			$isEnrolment = str_ends_with($request->url, 'registry/enrolments');
			self::assertSame($isEnrolment, str_contains($request->url . $request->body, 'space.example'));
		}
	}

	public function testAnotherNoticeStopsMembersAndFiguresUntilItIsAcceptedAgain(): void {
		$this->world->takePart();
		$this->world->writeNotice('1.1.0');

		$standing = $this->world->get(Consent::class)->standing();
		self::assertSame([SurveyLevel::See, false, Fall::Notice], [$standing->surveys, $standing->figures, $standing->fallen]);
		self::assertTrue($this->world->get(ShowPanel::class)->show('nadia')['fallen']);
		$this->assertRefused('not open to members', fn () => $this->world->answer('nadia'));

		$this->world->decide('answer', true);
		self::assertNull($this->world->get(Consent::class)->standing()->fallen);
		self::assertSame(['1.1.0', '1.0.0', '1.0.0'], array_map(static fn (Decision $one): string => $one->version, $this->world->get(DecisionRepository::class)->all()));
	}

	public function testOtherFiguresStopTheFiguresOnly(): void {
		$this->world->takePart();
		$metrics = [Metric::Members, Metric::Apps, Metric::Files, Metric::Groups];
		$this->world->observatory->publish(['surveys.1.metrics' => ['members', 'apps', 'files', 'groups'], 'surveys.1.sha256' => Metric::setHash($metrics)]);
		self::assertTrue($this->world->get(FetchCatalogue::class)->fetch());

		$standing = $this->world->get(Consent::class)->standing();
		self::assertSame([SurveyLevel::Answer, false, Fall::Metrics], [$standing->surveys, $standing->figures, $standing->fallen]);
		$shown = $this->world->get(ShowAdmin::class)->show();
		self::assertSame(['metrics', ['groups']], [$shown['fallen'], $shown['added']]);
		$this->world->days(9);
		self::assertSame(0, $this->world->observatory->count('collector'));

		$this->world->decide('answer', true);
		self::assertNull($this->world->get(Consent::class)->standing()->fallen);
		self::assertSame([], $this->world->get(ShowAdmin::class)->show()['added']);
	}

	public function testAnotherObservatoryIsOffUntilItIsAgreedTo(): void {
		$this->world->takePart();
		$this->world->answer('nadia');
		$asked = count($this->world->http->asked);
		$this->world->named->written = ['address' => 'https://elsewhere.example', 'key' => $this->world->observatory->named()['key']];
		$this->world->days(5);

		$standing = $this->world->get(Consent::class)->standing();
		self::assertSame([SurveyLevel::Off, false, Fall::Observatory], [$standing->surveys, $standing->figures, $standing->fallen]);
		self::assertCount($asked, $this->world->http->asked);
	}

	public function testWhatWasReadHasToBeWhatHolds(): void {
		$read = $this->world->notice();
		$this->world->writeNotice('2.0.0');
		try {
			$this->world->get(Decide::class)->decide('camille', SurveyLevel::See, false, [], $read);
			self::fail('It was agreed to.');
		} catch (Invalid $e) {
			self::assertSame('notice', $e->field);
		}
	}

	public function testFiguresNeedTheListAndSomethingThatIsAskedFor(): void {
		$this->assertRefused('Figures need the list', fn () => $this->world->decide('off', true));
		$this->assertRefused('No figures are asked for', fn () => $this->world->decide('see', true));
		$this->world->decide('see');
		$this->assertRefused('does not fit', fn () => $this->world->decide('see', true, ['shoe_size']));
		$this->world->decide('see', true, ['members', 'members']);

		self::assertSame(['members'], $this->world->get(Consent::class)->standing()->leftOut());
	}

	public function testSwitchingOffDropsWhatWaitsAndSaysSo(): void {
		$this->world->decide('answer');
		$this->world->answer('nadia');
		$this->world->decide('off');
		$asked = count($this->world->http->asked);
		$this->world->days(5);

		self::assertCount($asked, $this->world->http->asked);
		$answers = $this->world->get(ShowHistory::class)->show()['answers'];
		self::assertIsArray($answers);
		self::assertSame([0, 1], [$answers[0]['waiting'], $answers[0]['notSent']]);
		self::assertSame([], $this->world->observatory->collector->kept);
	}

	public function testMembersSeeWhatWasDecidedAndNotByWhom(): void {
		$this->world->decide('see');

		self::assertSame('Camille Roux', $this->decisions(ShowAdmin::class)[0]['who']);
		self::assertNull($this->decisions(ShowHistory::class)[0]['who']);
	}

	/**
	 * @param class-string<ShowAdmin|ShowHistory> $view
	 * @return list<array<string, mixed>>
	 */
	private function decisions(string $view): array {
		$decisions = $this->world->get($view)->show()['decisions'];
		self::assertIsArray($decisions);
		return array_values($decisions);
	}

	private function assertRefused(string $words, \Closure $do): void {
		try {
			$do();
			self::fail("Nothing said “{$words}”.");
		} catch (Refusal $e) {
			self::assertStringContainsString($words, $e->sentence);
		}
	}
}
