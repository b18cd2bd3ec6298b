<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Survey\Catalogue\FetchCatalogue;
use OCA\Compagnon\Survey\Console\SurveyConsole;
use OCA\Compagnon\Survey\Console\SurveyText;
use OCA\Compagnon\Survey\Panel\MetricWords;
use OCA\Compagnon\Survey\Panel\PanelParts;
use OCA\Compagnon\Survey\Panel\Releases;
use OCA\Compagnon\Survey\Panel\SentWords;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Panel\ShowPanel;
use OCA\Compagnon\Survey\Panel\ShowResults;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCA\Compagnon\Survey\Panel\SurveyWords;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What members read, choose and compare, and what whoever runs the server can do. */
#[CoversClass(ShowPanel::class)]
#[CoversClass(ShowHistory::class)]
#[CoversClass(ShowAdmin::class)]
#[CoversClass(ShowResults::class)]
#[CoversClass(Releases::class)]
#[CoversClass(PanelParts::class)]
#[CoversClass(MetricWords::class)]
#[CoversClass(SurveyChoices::class)]
#[CoversClass(SurveyWords::class)]
#[CoversClass(SentWords::class)]
#[CoversClass(SurveyConsole::class)]
#[CoversClass(SurveyText::class)]
final class PanelTest extends TestCase {
	private SurveyWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
	}

	public function testASurveyIsProposedOnceInAsManyMonthsAsThePersonSays(): void {
		$choices = $this->world->get(SurveyChoices::class);
		self::assertSame(['every' => 3, 'never' => false, 'counted' => true], $choices->toArray('nadia'));
		self::assertNull($choices->ask('nadia', []));
		self::assertSame('one', $choices->ask('nadia', ['one', 'two']));
		// The same one is still proposed, another is not.
		self::assertSame('one', $choices->ask('nadia', ['two', 'one']));
		self::assertNull($choices->ask('nadia', ['two']));

		$this->world->clock->now = (int)gmmktime(0, 0, 0, 1, 31, 2027);
		self::assertNull($choices->ask('nadia', ['two']));
		$this->world->clock->now = (int)gmmktime(0, 0, 0, 2, 1, 2027);
		self::assertSame('two', $choices->ask('nadia', ['two']));
		$choices->choose('nadia', 0, false, true);
		self::assertSame('three', $choices->ask('nadia', ['three']));
		$choices->choose('nadia', 12, false, true);
		$this->world->clock->now = (int)gmmktime(0, 0, 0, 1, 31, 2028);
		self::assertNull($choices->ask('nadia', ['four']));
	}

	public function testNeverIsNever(): void {
		$choices = $this->world->get(SurveyChoices::class);
		$choices->choose('nadia', 0, true, false);

		self::assertNull($choices->ask('nadia', ['one']));
		self::assertSame(['every' => 0, 'never' => true, 'counted' => false], $choices->toArray('nadia'));
		self::assertSame(['nadia'], $this->world->preferences->everybodyWith(SurveyChoices::UNCOUNTED));
		$this->expectException(Invalid::class);
		$choices->choose('nadia', 5, false, true);
	}

	public function testThePanelProposesWhatCanBeAnsweredAndNothingAfterwards(): void {
		$this->world->takePart(false);
		self::assertSame(OpenlFixture::SURVEY, $this->panel('nadia')['ask']);
		$this->world->get(SurveyChoices::class)->choose('bruno', 0, true, true);
		self::assertNull($this->panel('bruno')['ask']);
		// It can be answered all the same.
		self::assertSame('open', $this->panel('bruno')['surveys'][0]['state']);
		$this->world->answer('nadia');

		self::assertNull($this->panel('nadia')['ask']);
		self::assertStringNotContainsString('answered', $this->world->preferences->text('nadia', 'survey_asked'));
	}

	public function testThePanelSaysWhoAsksWhatForAndUnderWhichNotice(): void {
		$this->world->takePart();
		$this->world->members->admins = ['camille'];
		$panel = $this->panel('camille');

		self::assertSame(['address' => 'https://openl.example.org', 'key' => $this->world->observatory->named()['key'], 'name' => 'Organiser', 'contact' => 'contact@example.org', 'site' => 'https://example.org'], $panel['observatory']);
		self::assertSame([true, false], [$panel['mayDecide'], $panel['fallen']]);
		self::assertSame(['surveys' => 'answer', 'figures' => true], $panel['switches']);
		self::assertSame($this->world->notice(), $panel['notice']['sha256']);
		$survey = $panel['surveys'][0];
		self::assertSame(11, $survey['k']);
		self::assertSame(OpenlFixture::words('purpose'), (array)$survey['purpose']->jsonSerialize());
		self::assertSame('first-survey', $survey['questionnaire']['id']);
	}

	public function testTheHistoryNamesASurveyByItsTitleAlsoWhenTheListHasLetGoOfIt(): void {
		$this->world->takePart();
		$this->world->answer('nadia');
		$titles = fn (): array => array_map(static fn (array $one): mixed => json_decode((string)json_encode($one['title']), true), $this->world->get(ShowHistory::class)->show()['answers']);
		self::assertSame([OpenlFixture::words('title')], $titles());

		$next = OpenlFixture::json(['id' => 'second-survey', 'title' => OpenlFixture::words('second')] + OpenlFixture::questionnaire());
		$this->world->observatory->publish(['surveys.0.id' => 'second-survey', 'surveys.0.questionnaire' => $next, 'surveys.0.sha256' => hash('sha256', $next)]);
		self::assertTrue($this->world->get(FetchCatalogue::class)->fetch());
		self::assertSame([OpenlFixture::words('title')], $titles());
	}

	public function testPublishedResultsAreFetchedForAllAndShownBesideTheSpacesOwn(): void {
		$release = OpenlFixture::json(['survey' => 'figures', 'cells' => [['members' => '5-10', 'n' => 20]]]);
		$result = ['survey' => 'figures', 'period' => '2026-Q3', 'sha256' => hash('sha256', $release), 'title' => OpenlFixture::words('result'), 'day' => '2026-11-01'];
		$this->world->takePart();
		$this->world->observatory->publish(['results' => [$result, ['survey' => 'other', 'day' => '2026-11-02'] + $result]]);
		$this->world->observatory->releases = ['figures/2026-Q3' => $release, 'other/2026-Q3' => 'not what was signed for'];
		$this->world->days(2);
		$asked = count($this->world->http->asked);
		$shown = $this->world->get(ShowResults::class)->all()['results'];
		$one = $this->world->get(ShowResults::class)->one('figures', '2026-Q3');

		self::assertCount($asked, $this->world->http->asked);
		self::assertSame([['other', false], ['figures', true]], array_map(static fn (array $one): array => [$one['survey'], $one['here']], $shown));
		self::assertEquals(json_decode($release), $one['release']);
		self::assertEquals((object)['members' => '5-10', 'apps' => ['calendar', 'deck'], 'files' => '100-999'], $one['own']);
		foreach (['other' => 'not reached', 'nothing' => 'no such result'] as $survey => $words) {
			try {
				$this->world->get(ShowResults::class)->one($survey, '2026-Q3');
				self::fail("$survey was shown.");
			} catch (NotFound $e) {
				self::assertStringContainsString($words, $e->sentence);
			}
		}
	}

	public function testFiguresComeWithTheirWordsOrTheirNames(): void {
		$file = (string)tempnam(sys_get_temp_dir(), 'metrics');
		file_put_contents($file, OpenlFixture::json(['schema' => 1, 'metrics' => [['name' => 'groups', 'title' => OpenlFixture::words('t'), 'why' => OpenlFixture::words('w'), 'bands' => [['id' => '0', 'text' => OpenlFixture::words('none')]]]]]));
		// In the order of the report.
		[$members, $groups] = (new MetricWords($file))->of(['groups', 'shoes', 'members']);
		unlink($file);

		self::assertSame([OpenlFixture::words('t'), OpenlFixture::words('w'), false], [$groups['title'], $groups['why'], $groups['several']]);
		self::assertSame([['id' => '0', 'text' => OpenlFixture::words('none')], ['id' => '1-2', 'text' => ['fr' => '1-2', 'en' => '1-2']]], array_slice((array)$groups['bands'], 0, 2));
		self::assertSame(['fr' => 'members', 'en' => 'members'], $members['title']);
	}

	public function testEveryTroubleAndEveryEndHasASentence(): void {
		$words = $this->world->get(SentWords::class);
		$sentences = array_map(SurveyWords::sentence(...), Trouble::cases());
		self::assertCount(count(Trouble::cases()), array_unique($sentences));
		foreach ([[SentState::Refused, SentState::NotSent], [SentState::Withdrawn]] as $states) {
			foreach ($states as $state) {
				foreach ([...Outcome::cases(), null] as $outcome) {
					self::assertMatchesRegularExpression('/^[A-Z].+\.$/', $words->of($state, $outcome));
				}
			}
		}
		foreach (SentState::cases() as $state) {
			self::assertNotSame('', $words->of($state, null));
		}
	}

	public function testTheConsoleSaysHowItStandsShowsSendsAndTakesBack(): void {
		$console = $this->world->get(SurveyConsole::class);
		$text = new SurveyText();
		self::assertSame(['observatory: https://openl.example.org', 'surveys: off, figures: off', 'list of surveys: none', 'known to the registry: none, key: none yet', 'waiting: 0'], $text->status($console->status(), $console->history()));
		self::assertSame(0, $console->send(true));
		self::assertSame([], $this->world->http->asked);

		$this->world->takePart();
		$this->world->answer('nadia');
		$this->world->get(Troubles::class)->note(Trouble::Silent);
		$lines = implode("\n", $text->status($this->world->get(SurveyConsole::class)->status(), $this->world->get(SurveyConsole::class)->history()));
		self::assertStringContainsString("waiting: 1\nproblem: The observatory has not answered", $lines);
		self::assertStringContainsString('first-survey 2026-Q4 member-answers waiting=1 sent=0', $lines);
		$preview = $text->preview($this->world->get(SurveyConsole::class)->preview());
		self::assertStringStartsWith('{"format":"openl-report/1","kind":"space-figures"', $preview[3]);

		self::assertSame(2, $this->world->get(SurveyConsole::class)->send(true));
		$withdrawn = $text->sent($this->world->get(SurveyConsole::class)->withdraw('all'));
		self::assertStringContainsString('withdrawn', $withdrawn[0]);
		self::assertSame('The field “leftOut” is wrong.', $text->refusal(new Invalid('leftOut', 'The field “{field}” is wrong.')));
	}

	/** @return array<string, mixed> */
	private function panel(string $userId): array {
		return $this->world->get(ShowPanel::class)->show($userId);
	}
}
