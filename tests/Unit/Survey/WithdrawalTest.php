<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Survey\Answer\WithdrawalResult;
use OCA\Compagnon\Survey\Answer\WithdrawByCode;
use OCA\Compagnon\Survey\Figures\WithdrawFigures;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Sending\DropQueue;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Withdrawals;
use OCA\Compagnon\Tests\Fake\FakeObservatory;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Whoever said something can take it back: before it leaves, and afterwards until the freeze. */
#[CoversClass(WithdrawByCode::class)]
#[CoversClass(WithdrawalResult::class)]
#[CoversClass(WithdrawFigures::class)]
#[CoversClass(Withdrawals::class)]
#[CoversClass(DropQueue::class)]
final class WithdrawalTest extends TestCase {
	private SurveyWorld $world;
	private FakeObservatory $observatory;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->world->takePart();
		$this->observatory = $this->world->observatory;
	}

	public function testBeforeItLeavesItIsGoneAndThePersonMayAnswerAgain(): void {
		$code = $this->world->answer('nadia')['code'];
		$asked = $this->observatory->count('collector');

		self::assertSame(WithdrawalResult::Removed, $this->world->withdraw('nadia', strtolower(str_replace('-', ' ', $code))));
		self::assertSame([], $this->world->database->query('SELECT id FROM *PREFIX*compagnon_survey_queue'));
		self::assertSame($asked, $this->observatory->count('collector'));
		self::assertSame(WithdrawalResult::Unknown, $this->world->withdraw('nadia', $code));

		$this->world->answer('nadia');
		$this->world->work(atOnce: true);
		self::assertCount(1, $this->answers());
	}

	public function testAfterwardsTheObservatoryErasesItAndSigns(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		self::assertSame(WithdrawalResult::Withdrawn, $this->world->withdraw('nadia', $code));

		self::assertSame([], $this->answers());
		self::assertSame([1, 0], [$this->counted('withdrawn'), $this->counted('sent')]);
		self::assertSame(WithdrawalResult::Unknown, $this->world->withdraw('nadia', $code));
		$this->world->answer('nadia');
	}

	public function testWhileTheObservatoryIsDownItIsAskedUntilItHasAnswered(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		$this->observatory->trouble = 0;
		self::assertSame(WithdrawalResult::Asked, $this->world->withdraw('nadia', $code));
		self::assertSame(WithdrawalResult::Asked, $this->world->withdraw('nadia', $code));
		$this->world->days(10);
		self::assertCount(1, $this->answers());

		$this->observatory->trouble = null;
		$this->world->days(2);
		self::assertSame([], $this->answers());
		self::assertSame([], $this->world->database->query("SELECT id FROM *PREFIX*compagnon_survey_queue WHERE kind = 'withdrawal'"));
	}

	public function testItIsAskedEvenWhenAllElseWasSwitchedOff(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		$this->observatory->trouble = 0;
		$this->world->withdraw('nadia', $code);
		$this->world->decide('off');
		$this->observatory->trouble = null;
		$before = count($this->world->http->asked);
		$this->world->days(3);

		self::assertSame([], $this->answers());
		self::assertCount($before + 1, $this->world->http->asked);
	}

	public function testOneThatMayHaveArrivedIsAskedAbout(): void {
		$this->world->decide('answer');
		$code = $this->world->answer('nadia')['code'];
		$this->observatory->collector->losesAnswers = true;
		$this->world->work(atOnce: true);
		$this->observatory->collector->losesAnswers = false;
		self::assertCount(1, $this->answers());

		self::assertSame(WithdrawalResult::Asked, $this->world->withdraw('nadia', $code));
		$this->world->days(2);
		self::assertSame([], $this->answers());
	}

	public function testOneThatNeverArrivedIsWithdrawnAsWell(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->observatory->trouble = 0;
		$this->world->work(atOnce: true);
		$this->world->withdraw('nadia', $code);
		$this->observatory->trouble = null;
		$this->world->days(5);

		self::assertSame([], $this->answers());
		self::assertSame([1, 0], [$this->counted('withdrawn'), $this->counted('waiting')]);
	}

	public function testAfterTheFreezeASentenceSaysWhy(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		$this->observatory->collector->isFrozen = true;

		$result = $this->world->withdraw('nadia', $code);
		self::assertSame(WithdrawalResult::TooLate, $result);
		self::assertStringContainsString('frozen', $result->sentence());
		self::assertSame(WithdrawalResult::TooLate, $this->world->withdraw('nadia', $code));
		self::assertCount(1, $this->answers());
	}

	public function testAReceiptThatIsNoneIsNotBelieved(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		$this->observatory->collector->receipts = sodium_crypto_sign_keypair();

		self::assertSame(WithdrawalResult::Asked, $this->world->withdraw('nadia', $code));
		self::assertStringContainsString('no valid receipt', $this->world->troubles()[0]);
	}

	public function testACodeOfASpaceThatWasRestoredIsAskedAbout(): void {
		$code = $this->world->answer('nadia')['code'];
		$this->world->work(atOnce: true);
		$this->world->database->execute('DELETE FROM *PREFIX*compagnon_survey_sent');

		self::assertSame(WithdrawalResult::Withdrawn, $this->world->withdraw('nadia', $code));
		self::assertSame(WithdrawalResult::Unknown, $this->world->withdraw('bruno', WithdrawalCode::make(new SystemRandom())->text()));
		self::assertSame([], $this->answers());
	}

	public function testAMistypedCodeIsSaid(): void {
		$code = $this->world->answer('nadia')['code'];
		$asked = count($this->world->http->asked);
		foreach (['', 'ABCD', substr($code, 0, -1), ($code[0] === 'A' ? 'B' : 'A') . substr($code, 1)] as $typed) {
			try {
				$this->world->withdraw('nadia', $typed);
				self::fail("“{$typed}” was taken.");
			} catch (Invalid $e) {
				self::assertSame('code', $e->field);
			}
		}
		self::assertCount($asked, $this->world->http->asked);
		self::assertSame(1, $this->counted('waiting'));
	}

	public function testWordsAndAnswersAreTakenBackEachByItsCode(): void {
		$sealed = $this->world->answer('nadia', [], ['why' => 'Because']);
		$this->world->work(atOnce: true);
		$this->world->withdraw('nadia', $sealed['texts'][0]['code']);

		self::assertCount(1, $this->answers());
		self::assertSame('member-answers', $this->answers()[0]);
	}

	public function testFiguresAreTakenBackByOneButton(): void {
		$this->world->answer('nadia');
		$this->world->work(atOnce: true);
		self::assertSame('sent', $this->line()['state']);
		$this->world->get(WithdrawFigures::class)->withdraw(WithdrawFigures::ALL);

		self::assertSame(['withdrawn', 'Taken back: the observatory has erased it and has signed for that.'], [$this->line()['state'], $this->line()['message']]);
		self::assertStringContainsString('withdrawn', $this->line()['receipt']['receipt']);
		// Members' answers are not whoever looks after the space's to take back.
		self::assertSame(['member-answers'], $this->answers());
		$this->world->days(9);
		self::assertSame(['member-answers'], $this->answers());
	}

	public function testFiguresAreTakenBackOnceTheObservatoryAnswers(): void {
		$this->world->work(atOnce: true);
		$this->observatory->trouble = 500;
		$this->world->get(WithdrawFigures::class)->withdraw((string)$this->line()['id']);
		self::assertSame('withdrawing', $this->line()['state']);
		$this->observatory->trouble = null;
		$this->world->days(2);

		self::assertSame('withdrawn', $this->line()['state']);
		$this->expectException(NotFound::class);
		$this->world->get(WithdrawFigures::class)->withdraw('nothing');
	}

	public function testFiguresThatWaitAreGoneAndThoseAfterTheFreezeAreNot(): void {
		$this->world->work(atOnce: true);
		$this->observatory->collector->isFrozen = true;
		$this->world->get(WithdrawFigures::class)->withdraw(WithdrawFigures::ALL);

		self::assertSame(SentState::TooLate->value, $this->line()['state']);
		self::assertStringContainsString('frozen', (string)$this->line()['message']);
	}

	/** @return list<string> kinds of what the observatory keeps of members */
	private function answers(): array {
		$kinds = array_map(static fn ($report): string => $report->kind->value, $this->observatory->collector->reports());
		return array_values(array_filter($kinds, static fn (string $kind): bool => $kind !== 'space-figures'));
	}

	private function counted(string $column): int {
		$answers = $this->world->get(ShowHistory::class)->show()['answers'];
		self::assertIsArray($answers);
		self::assertSame(OpenlFixture::SURVEY, $answers[0]['survey']);
		return $answers[0][$column];
	}

	/** @return array<string, mixed> */
	private function line(): array {
		$lines = $this->world->get(ShowHistory::class)->show()['figures'];
		self::assertIsArray($lines);
		return $lines[0];
	}
}
