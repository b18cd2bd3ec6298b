<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Survey\Panel\SentWords;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Sending\Backoff;
use OCA\Compagnon\Survey\Sending\Delivery;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\QueuedReport;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\Receipts;
use OCA\Compagnon\Survey\Sending\SendReports;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Side;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Survey\Sending\Wire;
use OCA\Compagnon\Tests\Fake\FakeObservatory;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whatever the observatory does, a report arrives once, or it is said that it did not. */
#[CoversClass(SendReports::class)]
#[CoversClass(Delivery::class)]
#[CoversClass(Receipts::class)]
#[CoversClass(Backoff::class)]
#[CoversClass(Wire::class)]
#[CoversClass(QueueRepository::class)]
#[CoversClass(QueuedReport::class)]
#[CoversClass(SentRepository::class)]
final class SendingTest extends TestCase {
	private SurveyWorld $world;
	private FakeObservatory $observatory;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->world->takePart(false);
		$this->observatory = $this->world->observatory;
	}

	public function testAnswersLeaveWithinThreeDaysAndAreConfirmed(): void {
		for ($member = 0; $member < 10; $member++) {
			$this->world->answer("member-$member");
		}
		$this->world->work();
		self::assertSame([], $this->observatory->collector->kept);

		$this->world->days(4);
		self::assertCount(10, $this->observatory->collector->reports());
		self::assertSame(['waiting' => 0, 'sent' => 10, 'refused' => 0, 'notSent' => 0, 'withdrawn' => 0], $this->counts());
	}

	public function testTheyDoNotLeaveInTheOrderInWhichTheyCame(): void {
		// By chance 10 of them are in order once in 3,628,800 times; the queue itself has no order either.
		$orders = [];
		for ($round = 0; $round < 3; $round++) {
			$world = new SurveyWorld();
			$world->takePart(false);
			for ($member = 0; $member < 10; $member++) {
				$world->answer("member-$member", ['recommend' => $member] + OpenlFixture::answers());
			}
			$world->work(atOnce: true);
			$orders[] = array_map(static fn ($report): mixed => $report->content['recommend'], $world->observatory->collector->reports());
		}
		self::assertNotContains(range(0, 9), $orders);
		self::assertNotSame($orders[0], $orders[1]);
	}

	public function testARetrySendsTheVerySameBytesAndCountsOnce(): void {
		$this->world->answer('nadia');
		$this->observatory->collector->losesAnswers = true;
		$this->world->days(5);
		self::assertSame(1, $this->counts()['waiting']);

		$this->observatory->collector->losesAnswers = false;
		$this->world->days(2);
		self::assertGreaterThan(2, count($this->observatory->collector->bodies));
		self::assertCount(1, array_unique($this->observatory->collector->bodies));
		self::assertCount(1, $this->observatory->collector->kept);
		self::assertSame(1, $this->counts()['sent']);
	}

	public function testACollectorThatIsDownForAMonthLosesNothing(): void {
		$this->world->answer('nadia');
		$this->world->answer('bruno');
		$this->observatory->trouble = 0;
		$this->world->days(31);
		self::assertStringContainsString('has not answered since 2026-11-1', $this->world->troubles()[0]);
		self::assertSame(2, $this->counts()['waiting']);
		$asked = count($this->world->http->asked);

		$this->observatory->trouble = null;
		$this->world->days(2);
		self::assertSame(2, $this->counts()['sent']);
		self::assertSame([], $this->world->troubles());
		// Two sides, hardly more than once a day each.
		self::assertLessThan(31 * 2 * 2 + 40, $asked);
	}

	public function testTwoWeeksAfterTheQuarterItIsGivenUpAndSaid(): void {
		$this->world->answer('nadia');
		$this->observatory->trouble = 503;
		$this->world->clock->now = (int)gmmktime(20, 0, 0, 1, 14, 2027);
		$this->world->work();
		self::assertSame(1, $this->counts()['waiting']);

		$this->world->clock->now = (int)gmmktime(0, 0, 0, 1, 15, 2027);
		$this->world->work();
		self::assertSame(['waiting' => 0, 'sent' => 0, 'refused' => 0, 'notSent' => 1, 'withdrawn' => 0], $this->counts());
		self::assertStringContainsString('could not be reached', $this->world->get(SentWords::class)->of(SentState::NotSent, Outcome::Late));
	}

	public function testHowLongASideIsLeftAlone(): void {
		$backoff = $this->world->get(Backoff::class);
		foreach ([900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400] as $longest) {
			$backoff->failed(Side::Collector);
			$this->world->clock->advance(intdiv($longest, 2) - 1);
			self::assertTrue($backoff->isQuiet(Side::Collector), (string)$longest);
			$this->world->clock->advance($longest - intdiv($longest, 2) + 1);
			self::assertFalse($backoff->isQuiet(Side::Collector), (string)$longest);
		}
		self::assertFalse($backoff->isQuiet(Side::Registry));
		$backoff->worked(Side::Collector);
		$backoff->failed(Side::Collector, 7);
		$this->world->clock->advance(6);
		self::assertTrue($backoff->isQuiet(Side::Collector));
		$this->world->clock->advance(1);
		self::assertFalse($backoff->isQuiet(Side::Collector));
	}

	public function testABusyCollectorIsObeyed(): void {
		$this->world->answer('nadia');
		$this->observatory->trouble = 429;
		$this->observatory->retryAfter = 5_000;
		$this->world->work(atOnce: true);
		$asked = $this->observatory->count('collector');
		$this->observatory->trouble = null;
		$this->world->clock->advance(4_999);
		$this->world->work(atOnce: true);
		self::assertSame([1, 1], [$asked, $this->observatory->count('collector')]);

		$this->world->clock->advance(1);
		$this->world->work(atOnce: true);
		self::assertSame(1, $this->counts()['sent']);
	}

	/** @return iterable<string, array{int, string}> */
	public static function refusals(): iterable {
		yield 'another with this token' => [409, 'Already sent'];
		yield 'unknown kind' => [422, 'does not know this kind'];
		yield 'malformed' => [400, 'does not know this kind'];
		yield 'survey over' => [410, 'survey was over'];
		yield 'too big' => [413, 'too large'];
		yield 'bad token' => [401, 'did not know the permission'];
	}

	#[DataProvider('refusals')]
	public function testARefusalIsTheEndAndIsShown(int $status, string $sentence): void {
		$this->world->answer('nadia');
		$this->refuse($status);
		$this->world->work(atOnce: true);
		$asked = $this->observatory->count('collector');
		$this->world->days(4);

		self::assertSame([1, 1], [$asked, $this->observatory->count('collector')]);
		self::assertSame(1, $this->counts()['refused']);
		$row = $this->world->database->query('SELECT * FROM *PREFIX*compagnon_survey_sent')[0];
		self::assertStringContainsString($sentence, $this->world->get(SentWords::class)->of(SentState::from((string)$row['state']), Outcome::from((string)$row['code'])));
		self::assertNull($row['report']);
	}

	public function testAnAnswerThatIsNoneKeepsTheReport(): void {
		$this->world->answer('nadia');
		foreach ([404, 302, 204] as $status) {
			$this->refuse($status);
			$this->world->work(atOnce: true);
			$this->world->clock->advance(86_400);
		}
		self::assertSame(1, $this->counts()['waiting']);
		self::assertStringContainsString('none of its answers', $this->world->troubles()[0]);
	}

	public function testAReceiptAboutSomethingElseIsNotBelieved(): void {
		$this->world->answer('nadia');
		$this->observatory->collector->lies = true;
		$this->world->days(4);
		self::assertSame(1, $this->counts()['waiting']);
		self::assertStringContainsString('no valid receipt', $this->world->troubles()[0]);

		$this->observatory->collector->lies = false;
		$this->world->days(2);
		self::assertSame(1, $this->counts()['sent']);
		self::assertSame([], $this->world->troubles());
	}

	public function testOfAnswersNoReceiptIsKeptAsItWouldNameAReport(): void {
		$this->world->answer('nadia');
		$this->world->work(atOnce: true);

		self::assertStringNotContainsString($this->observatory->collector->reports()[0]->reportId, $this->world->dump());
	}

	public function testKeysAreTurnedWhileAReportWaits(): void {
		$this->world->answer('nadia');
		array_unshift($this->observatory->collector->sealing, sodium_crypto_box_keypair());
		$this->observatory->collector->receipts = sodium_crypto_sign_keypair();
		$this->observatory->publish(nextSeed: 'catalogue 2');
		$this->observatory->publish();
		$this->world->days(5);

		self::assertSame(1, $this->counts()['sent']);
		self::assertSame([], $this->world->troubles());
		$this->world->answer('bruno');
		$this->world->days(4);
		self::assertSame(2, $this->counts()['sent']);
	}

	public function testTheTokensOfAnIssuerThatWasTurnedAreGotAnew(): void {
		$this->world->answer('nadia');
		$this->observatory->issuerSeed = 'issuer 2';
		$this->observatory->publish();
		$this->world->work(atOnce: true);
		// Sealed with a token of the key before: nobody here can seal it again.
		self::assertSame(1, $this->counts()['refused']);

		$this->world->days(1);
		$this->world->answer('bruno');
		$this->world->work(atOnce: true);
		self::assertCount(1, $this->observatory->collector->reports());
	}

	public function testASpaceRestoredFromABackupSendsNothingTwice(): void {
		$backup = [$this->world->database->query('SELECT * FROM *PREFIX*compagnon_survey_token'), clone $this->world->settings];
		$this->world->answer('nadia');
		$this->world->work(atOnce: true);
		$this->observatory->publish();
		$this->observatory->publish();

		$this->world->database = MemoryDatabase::ofTheApp();
		$this->world->settings = $backup[1];
		foreach ($backup[0] as $row) {
			$this->world->database->insertIgnore('compagnon_survey_token', $row);
		}
		$this->world->decide('answer');
		for ($member = 0; $member < 10; $member++) {
			$this->world->answer("member-$member");
		}
		$this->world->days(5);

		self::assertSame([], $this->world->troubles());
		self::assertCount(10, $this->observatory->collector->kept);
		self::assertSame(['waiting' => 0, 'sent' => 9, 'refused' => 1, 'notSent' => 0, 'withdrawn' => 0], $this->counts());
		self::assertSame('already_sent', $this->world->database->query("SELECT code FROM *PREFIX*compagnon_survey_sent WHERE state = 'refused'")[0]['code']);
	}

	public function testASpaceThatLostItsTokensIsToldThatItWaitsForTheNextQuarter(): void {
		$this->world->database->execute('DELETE FROM *PREFIX*compagnon_survey_token');
		$this->world->days(2);

		self::assertStringContainsString('restored from', $this->world->troubles()[0]);
		self::assertSame(Trouble::TokensGone, Trouble::from((string)array_key_first($this->world->get(Troubles::class)->all())));
	}

	public function testNobodySendsAReportThatSomebodyElseIsSending(): void {
		$this->world->answer('nadia');
		$queue = $this->world->get(QueueRepository::class);
		$report = $queue->ofKind(ReportKind::MemberAnswers->value)[0];

		self::assertTrue($queue->claim($report));
		self::assertFalse($queue->claim($report));
	}

	/** @return array<string, int> of answers */
	private function counts(): array {
		$answers = $this->world->get(ShowHistory::class)->show()['answers'];
		self::assertIsArray($answers);
		self::assertCount(1, $answers);
		return array_intersect_key($answers[0], ['waiting' => 0, 'sent' => 0, 'refused' => 0, 'notSent' => 0, 'withdrawn' => 0]);
	}

	/** The collector says this to every report, everything else works. */
	private function refuse(int $status): void {
		$script = $this->observatory->http()->script;
		$this->world->http->script = static function ($request) use ($script, $status) {
			$answer = $script($request);
			return str_ends_with($request->url, 'collector/reports') && $answer instanceof Answer
				? new Answer($status, $answer->headers, '{}')
				: $answer;
		};
	}
}
