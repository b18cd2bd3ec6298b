<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Survey\Answer\LeavingDay;
use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Answer\SealAnswers;
use OCA\Compagnon\Survey\Answer\SealReport;
use OCA\Compagnon\Survey\CloseSurveys;
use OCA\Compagnon\Survey\Panel\ShowPanel;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Answers are sealed at the click: what stays in the space says neither what, nor who, nor when. */
#[CoversClass(SealAnswers::class)]
#[CoversClass(SealReport::class)]
#[CoversClass(Roll::class)]
#[CoversClass(LeavingDay::class)]
#[CoversClass(CloseSurveys::class)]
final class AnswerTest extends TestCase {
	private SurveyWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->world->takePart(false);
	}

	public function testADumpAfterTenAnswersHasNoAnswerNobodyAndNoTime(): void {
		$codes = [];
		for ($member = 0; $member < 10; $member++) {
			$codes[] = $this->world->answer("member-$member", ['role' => 'volunteer', 'since' => 'yes'] + OpenlFixture::answers(), ['why' => "Because of the garden number $member"])['code'];
			$this->world->clock->advance(977);
		}
		$dump = $this->world->dump('token', 'queue', 'sent', 'roll', 'figures');

		self::assertCount(20, $this->world->database->query('SELECT id FROM *PREFIX*compagnon_survey_queue'));
		foreach (['volunteer', 'board', 'garden', 'Because', '"ease"', 'calendar'] as $word) {
			self::assertStringNotContainsString($word, $dump);
		}
		foreach ($this->contents($dump) as $text) {
			self::assertStringNotContainsString('member-0', str_replace('member-answers', '', $text));
			self::assertStringNotContainsString('volunteer', $text);
			self::assertStringNotContainsString('garden', $text);
		}
		// Not the ids of accounts, hashed without a key, either.
		for ($member = 0; $member < 10; $member++) {
			foreach (['sha256', 'sha1', 'md5'] as $hash) {
				self::assertStringNotContainsString(hash($hash, "member-$member"), $dump);
			}
			self::assertStringNotContainsString(str_replace('-', '', $codes[$member]), $dump);
		}
		// Nothing that looks like a time of these days, in seconds or milliseconds.
		self::assertSame(0, preg_match('/(?<!\d)179[0-9]{7,10}(?!\d)/', $dump));
	}

	/** The other half, that this is what a person is shown before, is in src/survey/answer/inWords.spec.ts. */
	public function testWhatLeavesIsWhatWasShownButForWhatIsMadeAtTheClick(): void {
		$case = json_decode((string)file_get_contents(__DIR__ . '/../../Fake/shown-answers.json'), true, 16, JSON_THROW_ON_ERROR);
		self::assertIsArray($case);
		$survey = $this->world->get(ShowPanel::class)->show('nadia')['surveys'][0];
		self::assertSame($case['survey'], array_intersect_key(['id' => $survey['id'], 'version' => $survey['version'], 'sha256' => $survey['sha256'], 'period' => $survey['period']], $case['survey']));
		$this->world->answer('nadia', $case['answers'], array_column($case['texts'], 'text', 'question'));
		$this->world->days(4);

		$sent = array_map(static function (array $one) use ($case): string {
			$report = $one['report'];
			return strtr($one['bytes'], [$report->token->encode() => $case['made']['token'], $report->reportId => $case['made']['report'], $report->withdrawHash => $case['made']['withdraw']]);
		}, array_values($this->world->observatory->collector->kept));
		self::assertEqualsCanonicalizing($case['shown'], $sent);
	}

	public function testEveryNumberThatIsKeptIsADay(): void {
		$this->world->answer('nadia');
		$row = $this->world->database->query('SELECT day, last_day, tries FROM *PREFIX*compagnon_survey_queue')[0];

		self::assertContains((int)$row['day'] - intdiv(SurveyWorld::NOW, 86_400), [0, 1, 2, 3]);
		// Two weeks after the quarter.
		self::assertSame('2027-01-14', gmdate('Y-m-d', 86_400 * (int)$row['last_day']));
		self::assertSame(0, (int)$row['tries']);
	}

	public function testOneAnswerOfEachMemberAndSurvey(): void {
		$this->world->answer('nadia');
		$this->assertRefused(Refused::class, 'You have answered', fn () => $this->world->answer('nadia'));
		$this->world->answer('bruno');

		self::assertSame(['nadia' => 'answered', 'bruno' => 'answered', 'lou' => 'open'], array_map($this->state(...), array_combine(['nadia', 'bruno', 'lou'], ['nadia', 'bruno', 'lou'])));
	}

	public function testTenMembersOfASpaceAndNoMore(): void {
		for ($member = 0; $member < 10; $member++) {
			$this->world->answer("member-$member");
		}
		$this->assertRefused(Refused::class, 'Ten members', fn () => $this->world->answer('nadia'));

		self::assertSame('full', $this->state('nadia'));
		// Nothing of the attempt is left: whoever has not answered is not on the roll.
		self::assertFalse($this->world->get(Roll::class)->has('nadia', OpenlFixture::SURVEY, OpenlFixture::PERIOD));
	}

	public function testWordsTravelApart(): void {
		$sealed = $this->world->answer('nadia', [], ['why' => 'Because', 'tools' => 'A pad']);
		$this->world->work(atOnce: true);

		self::assertSame(['why', 'tools'], array_column($sealed['texts'], 'question'));
		self::assertCount(3, array_unique([$sealed['code'], ...array_column($sealed['texts'], 'code')]));
		$reports = $this->world->observatory->collector->reports();
		$texts = array_values(array_filter($reports, static fn ($report): bool => $report->kind === ReportKind::MemberText));
		self::assertCount(3, $reports);
		self::assertCount(2, $texts);
		foreach ($texts as $text) {
			self::assertSame(['question', 'words'], array_keys($text->content));
		}
	}

	public function testWhatArrivesIsWhatWasAnsweredInTheOrderOfTheQuestions(): void {
		$this->world->answer('nadia', array_reverse(['tools' => ['talk', 'files']] + OpenlFixture::answers(), true));
		$this->world->work(atOnce: true);

		self::assertSame(OpenlFixture::answers(), $this->world->observatory->collector->reports()[0]->content);
	}

	/** @return iterable<string, array{array<string, mixed>, array<string, string>, string}> */
	public static function bad(): iterable {
		yield 'unknown question' => [['shoes' => 'red'] + OpenlFixture::answers(), [], 'answers.shoes'];
		yield 'unknown option' => [['role' => 'king'] + OpenlFixture::answers(), [], 'answers.role'];
		yield 'too high' => [['ease' => 6] + OpenlFixture::answers(), [], 'answers.ease'];
		yield 'missing' => [array_diff_key(OpenlFixture::answers(), ['role' => '']), [], 'answers.role'];
		yield 'words for a choice' => [OpenlFixture::answers(), ['role' => 'queen'], 'text.question'];
		yield 'words that are too long' => [OpenlFixture::answers(), ['why' => str_repeat('é', 101)], 'text.words'];
		yield 'empty words' => [OpenlFixture::answers(), ['why' => ' '], 'text.words'];
	}

	/**
	 * @param array<string, mixed> $answers
	 * @param array<string, string> $texts
	 */
	#[DataProvider('bad')]
	public function testBadAnswersNameTheirPlaceAndLeaveNothing(array $answers, array $texts, string $field): void {
		$before = $this->world->dump();
		$e = $this->assertRefused(Invalid::class, '', fn () => $this->world->answer('nadia', $answers, $texts));

		self::assertInstanceOf(Invalid::class, $e);
		self::assertSame($field, $e->field);
		self::assertSame($before, $this->world->dump());
	}

	public function testAnAnswerGivenTwiceIsNoAnswer(): void {
		$this->assertRefused(Invalid::class, '', fn () => $this->seal([['question' => 'role', 'answer' => 'board'], ['question' => 'role', 'answer' => 'other']], []));
		$this->assertRefused(Invalid::class, '', fn () => $this->seal([], [['question' => 'why', 'text' => 'a'], ['question' => 'why', 'text' => 'b']]));
	}

	public function testASensitiveSurveyNeedsAnExpressYes(): void {
		$questions = OpenlFixture::without(OpenlFixture::questionnaire(), 'questions.6');
		$questions = OpenlFixture::without(OpenlFixture::with($questions, 'sensitive', true), 'questions.1.own');
		$questions['questions'] = array_values($questions['questions']);
		$text = OpenlFixture::json($questions);
		$this->world->observatory->publish(['surveys.0.questionnaire' => $text, 'surveys.0.sha256' => hash('sha256', $text)]);
		$this->world->work(atOnce: true);
		$answers = array_map(static fn (string $question, mixed $answer): array => ['question' => $question, 'answer' => $answer], array_keys(OpenlFixture::answers()), OpenlFixture::answers());

		$e = $this->assertRefused(Invalid::class, 'express yes', fn () => $this->seal($answers, []));
		self::assertInstanceOf(Invalid::class, $e);
		self::assertSame('explicit', $e->field);
		self::assertNotSame('', $this->seal($answers, [], true)['code']);
	}

	public function testOtherSurveysOtherTimes(): void {
		$this->assertRefused(NotFound::class, 'no such survey', fn () => $this->world->get(SealAnswers::class)->seal('nadia', 'figures', [], [], $this->world->notice(), false));
		$this->world->clock->now = (int)gmmktime(12, 0, 0, 10, 20, 2026);
		$this->assertRefused(Refused::class, 'not begun', fn () => $this->world->answer('nadia'));
		self::assertSame('later', $this->state('nadia'));
		$this->world->clock->now = (int)gmmktime(0, 0, 0, 12, 16, 2026);
		$this->assertRefused(NotFound::class, 'over', fn () => $this->world->answer('nadia'));
	}

	public function testTheKeyOfTheRollIsDestroyedWhenTheSurveyCloses(): void {
		$this->world->answer('nadia');
		self::assertSame([['survey' => OpenlFixture::SURVEY, 'period' => OpenlFixture::PERIOD]], $this->world->get(Roll::class)->open());
		$this->world->clock->now = (int)gmmktime(12, 0, 0, 12, 15, 2026);
		$this->world->work();
		self::assertCount(2, $this->world->database->query('SELECT id FROM *PREFIX*compagnon_survey_roll'));

		$this->world->clock->now = (int)gmmktime(0, 1, 0, 12, 16, 2026);
		$this->world->work();
		self::assertSame([], $this->world->database->query('SELECT id FROM *PREFIX*compagnon_survey_roll'));
		self::assertSame([], $this->world->database->query("SELECT id FROM *PREFIX*compagnon_survey_token WHERE kind = 'member-answers'"));
	}

	public function testAnswersLeaveBetweenOneHourAndThreeDaysLaterOnSeveralDays(): void {
		$leaving = $this->world->get(LeavingDay::class);
		$days = [];
		for ($hour = 0; $hour < 200; $hour++) {
			$day = $leaving->draw();
			$seconds = $leaving->moment($day) - $this->world->clock->now;
			self::assertGreaterThanOrEqual(3_600, $seconds);
			self::assertLessThanOrEqual(72 * 3_600, $seconds);
			self::assertGreaterThanOrEqual(2, count($leaving->possible()));
			$days[$day - intdiv($this->world->clock->now, 86_400)] = true;
			$this->world->clock->advance(3_511);
		}
		self::assertGreaterThanOrEqual(3, count($days));
	}

	public function testADayWhoseMomentTheJobMissedIsNotLost(): void {
		$leaving = $this->world->get(LeavingDay::class);
		$today = intdiv($this->world->clock->now, 86_400);
		$this->world->clock->now = $leaving->moment($today);
		self::assertSame($today, $leaving->lastMomentDay());
		$this->world->clock->now = $leaving->moment($today) - 1;
		self::assertSame($today - 1, $leaving->lastMomentDay());
	}

	public function testWithoutTokensNobodyIsAskedToAnswer(): void {
		$world = new SurveyWorld();
		$world->decide('see');
		$world->observatory->registry->wellKnown = null;
		$world->decide('answer');

		self::assertSame('waiting', $world->get(ShowPanel::class)->show('nadia')['surveys'][0]['state']);
		$this->assertRefused(Refused::class, 'not ready', fn () => $world->answer('nadia'));
		self::assertStringContainsString('space.example/.well-known/openl', implode(' ', $world->troubles()));
	}

	private function state(string $userId): string {
		return (string)$this->world->get(ShowPanel::class)->show($userId)['surveys'][0]['state'];
	}

	/**
	 * @param list<array{question: string, answer: mixed}> $answers
	 * @param list<array{question: string, text: string}> $texts
	 * @return array{code: string, texts: list<array{question: string, code: string}>, from: string, until: string}
	 */
	private function seal(array $answers, array $texts, bool $explicit = false): array {
		return $this->world->get(SealAnswers::class)->seal('nadia', OpenlFixture::SURVEY, $answers, $texts, $this->world->notice(), $explicit);
	}

	/** @return list<string> what the texts of a dump say when they are base64 */
	private function contents(string $dump): array {
		preg_match_all('/[A-Za-z0-9+\/=]{16,}/', str_replace('\/', '/', $dump), $found);
		return array_map(static fn (string $text): string => (string)base64_decode($text, true), $found[0]);
	}

	/** @param class-string<Refusal> $kind */
	private function assertRefused(string $kind, string $words, \Closure $do): Refusal {
		try {
			$do();
		} catch (Refusal $e) {
			self::assertInstanceOf($kind, $e);
			self::assertStringContainsString($words, $e->sentence);
			return $e;
		}
		self::fail("Nothing said “{$words}”.");
	}
}
