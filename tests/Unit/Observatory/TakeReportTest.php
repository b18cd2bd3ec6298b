<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\TooBig;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Observatory\Collector\Ballots;
use OCA\Compagnon\Observatory\Collector\CheckReport;
use OCA\Compagnon\Observatory\Collector\OpenReport;
use OCA\Compagnon\Observatory\Collector\Refusals;
use OCA\Compagnon\Observatory\Collector\Reports;
use OCA\Compagnon\Observatory\Collector\SpentToken;
use OCA\Compagnon\Observatory\Collector\TakeReport;
use OCA\Compagnon\Observatory\SurveyState;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use OCA\Compagnon\Tests\Support\SpaceSide;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;

/** What a collector takes, and what it refuses. */
#[CoversClass(TakeReport::class)]
#[CoversClass(OpenReport::class)]
#[CoversClass(CheckReport::class)]
#[CoversClass(Refusals::class)]
#[CoversClass(Reports::class)]
#[CoversClass(Ballots::class)]
final class TakeReportTest extends CollectorCase {
	public function testAReportIsKeptOnceWithAReceiptThatTheSpaceCanCheck(): void {
		$report = $this->report();
		$sealed = $this->seal($report);
		$taken = $this->world->take()->take($sealed);

		$receipt = Receipt::read($taken->receipt, $this->world->catalogue()->keys->receipts);
		self::assertTrue($taken->isNew);
		self::assertSame($report->reportId, $receipt->reportId);
		self::assertSame(hash('sha256', (string)base64_decode($sealed, true)), $receipt->bodyHash);
		self::assertSame('2026-11-28', $receipt->day);
		self::assertSame(ReceiptKind::Kept, $receipt->kind);
		self::assertSame([['often' => 'daily', 'mood' => null]], $this->contents());
	}

	public function testTheSameBytesAgainAreAnsweredWithTheSameReceipt(): void {
		$sealed = $this->seal($this->report());
		$first = $this->world->take()->take($sealed);
		$this->world->clock->advance(3 * 86_400);
		$again = $this->world->take()->take($sealed);

		self::assertFalse($again->isNew);
		self::assertSame($first->receipt, $again->receipt);
		self::assertSame(1, $this->collected());
	}

	public function testASecondBodyWithTheSameTokenIsAConflictAndTheFirstStays(): void {
		$token = $this->token();
		$this->world->take()->take($this->seal($this->report(token: $token)));

		$this->assertRefused(SpentToken::class, $this->seal($this->report(['often' => 'never', 'mood' => 5], $token)));
		self::assertSame([['often' => 'daily', 'mood' => null]], $this->contents());
	}

	public function testTheSameReportSealedAnewIsAnotherBody(): void {
		$report = $this->report();
		$this->world->take()->take($this->seal($report));

		$this->assertRefused(SpentToken::class, $this->seal($report));
	}

	public function testAnotherReportCannotTakeTheIdOfOneThatIsThere(): void {
		$code = WithdrawalCode::make($this->world->random);
		$this->world->take()->take($this->seal($this->report(code: $code)));

		$this->assertRefused(SpentToken::class, $this->seal($this->report(code: $code)));
		self::assertSame(1, $this->collected());
	}

	public function testTwoWritersWithTheSameTokenLeaveOneReport(): void {
		$token = $this->token();
		$first = $this->seal($this->report(['often' => 'never', 'mood' => 1], $token));
		$this->database->meanwhile = fn () => $this->world->take()->take($first);

		$this->assertRefused(SpentToken::class, $this->seal($this->report(token: $token)));
		self::assertSame([['often' => 'never', 'mood' => 1]], $this->contents());
	}

	public function testTwoWritersWithTheSameBytesBothGetTheReceipt(): void {
		$sealed = $this->seal($this->report());
		$first = null;
		$this->database->meanwhile = function () use ($sealed, &$first): void {
			$first = $this->world->take()->take($sealed);
		};
		$second = $this->world->take()->take($sealed);

		self::assertFalse($second->isNew);
		self::assertSame($first?->receipt, $second->receipt);
		self::assertSame(1, $this->collected());
	}

	public function testFiguresAndWordsAreReportsOfTheirOwn(): void {
		$figures = SpaceSide::report($this->survey('test-figures'), ReportKind::SpaceFigures, $this->token(ReportKind::SpaceFigures, Stratum::Unattested, 'test-figures'), ['members' => '5-10', 'apps' => ['calendar', 'deck']]);
		$words = SpaceSide::report($this->survey(), ReportKind::MemberText, $this->token(ReportKind::MemberText), ['question' => 'words', 'words' => 'Merci 👋']);
		$this->world->take()->take($this->seal($figures));
		$this->world->take()->take($this->seal($words));

		self::assertSame([['members' => '5-10', 'apps' => ['calendar', 'deck']]], $this->contents(Stratum::Unattested, ReportKind::SpaceFigures, 'test-figures'));
		self::assertSame([['question' => 'words', 'words' => 'Merci 👋']], $this->contents(kind: ReportKind::MemberText));
		self::assertSame([], $this->contents());
	}

	/** @return iterable<string, array{\Closure(self): Token}> */
	public static function wrongTokens(): iterable {
		yield 'of another kind' => [static fn (self $test): Token => $test->token(ReportKind::MemberText)];
		yield 'of another survey' => [static fn (self $test): Token => $test->token(ReportKind::SpaceFigures, survey: 'test-figures')];
		yield 'of another period' => [static fn (self $test): Token => $test->token(period: '2026-Q3')];
		yield 'made up' => [static fn (self $test): Token => new Token($test->token()->keyId, random_bytes(32), random_bytes(64))];
		yield 'of an unknown key' => [static fn (self $test): Token => new Token(random_bytes(8), $test->token()->nonce, $test->token()->authenticator)];
		yield 'altered' => [static function (self $test): Token {
			$token = $test->token();
			return new Token($token->keyId, $token->nonce, substr($token->authenticator, 0, -1) . chr(ord($token->authenticator[63]) ^ 1));
		}];
		yield 'with the key id of the other stratum' => [static fn (self $test): Token => new Token($test->token(stratum: Stratum::Unattested)->keyId, $test->token()->nonce, $test->token()->authenticator)];
	}

	/** @param \Closure(self): Token $token */
	#[DataProvider('wrongTokens')]
	public function testAWrongTokenProvesNothing(\Closure $token): void {
		$this->assertRefused(Unproven::class, $this->seal($this->report(token: $token($this))));
		self::assertSame(0, $this->rows());
	}

	public function testATokenCountsInItsOwnStratumOnly(): void {
		$this->world->take()->take($this->seal($this->report(token: $this->token(stratum: Stratum::Unattested))));

		self::assertSame([0, 1], [$this->collected(), $this->collected(stratum: Stratum::Unattested)]);
	}

	/** @return iterable<string, array{\Closure(self): string}> what the collector is sent */
	public static function unfit(): iterable {
		$changed = static fn (string $from, string $to): \Closure => static fn (self $test): string => $test->seal(str_replace($from, $to, $test->report()->bytes()));
		yield 'another format' => [$changed('openl-report/1', 'openl-report/2')];
		yield 'another version' => [$changed('1.0.0', '2.0.0')];
		yield 'an unknown kind' => [$changed('member-answers', 'member-secrets')];
		yield 'an unknown survey' => [$changed('test-survey', 'no-survey')];
		yield 'a period nobody asks for' => [$changed('2026-Q4', '2030-Q1')];
		yield 'another questionnaire' => [static fn (self $test): string => $test->seal(str_replace($test->survey()->sha256, str_repeat('0', 64), $test->report()->bytes()))];
		yield 'a further field' => [$changed('"kind":', '"instance":"oc123","kind":')];
		yield 'an unknown question' => [static fn (self $test): string => $test->seal($test->report(['often' => 'daily', 'mood' => null, 'name' => 'Lou']))];
		yield 'no such option' => [static fn (self $test): string => $test->seal($test->report(['often' => "daily'; DROP TABLE x; --", 'mood' => null]))];
		yield 'a free number' => [static fn (self $test): string => $test->seal($test->report(['often' => 'daily', 'mood' => 1_000_000]))];
		yield 'an object as an answer' => [static fn (self $test): string => $test->seal($test->report(['often' => ['daily' => 1], 'mood' => null]))];
		yield 'nothing answered' => [static fn (self $test): string => $test->seal($test->report([]))];
		yield 'no JSON' => [static fn (self $test): string => $test->seal('{"format":')];
		yield 'an empty report' => [static fn (self $test): string => $test->seal('{}')];
		yield 'no base64' => [static fn (self $test): string => '§§§'];
		yield 'another base64 of the same' => [static fn (self $test): string => rtrim($test->seal($test->report()), '=') . "\n"];
		yield 'nothing' => [static fn (self $test): string => ''];
		yield 'altered on the way' => [static function (self $test): string {
			$bytes = (string)base64_decode($test->seal($test->report()), true);
			return base64_encode(substr($bytes, 0, -1) . chr(ord($bytes[-1]) ^ 1));
		}];
		yield 'sealed to somebody else' => [static fn (self $test): string => base64_encode(Envelope::seal($test->report()->bytes(), sodium_crypto_box_publickey(sodium_crypto_box_keypair())))];
		yield 'with the name of the right key, sealed to another' => [static fn (self $test): string => base64_encode(
			substr((string)base64_decode($test->seal($test->report()), true), 0, 8)
			. substr(Envelope::seal($test->report()->bytes(), sodium_crypto_box_publickey(sodium_crypto_box_keypair())), 8),
		)];
	}

	/** @param \Closure(self): string $sealed */
	#[DataProvider('unfit')]
	public function testWhatIsNotAskedForIsNotStored(\Closure $sealed): void {
		$this->assertRefused(Unfit::class, $sealed($this));
		self::assertSame(0, $this->rows());
	}

	public function testWordsWithoutAQuestionForThemAreNotStored(): void {
		foreach ([['question' => 'often', 'words' => 'x'], ['question' => 'words', 'words' => str_repeat('a', 501)], ['question' => 'words', 'words' => "a\u{202e}b"]] as $text) {
			$report = SpaceSide::report($this->survey(), ReportKind::MemberText, $this->token(ReportKind::MemberText), $text);
			$this->assertRefused(Unfit::class, $this->seal($report));
		}
		$figures = SpaceSide::report($this->survey('test-figures'), ReportKind::MemberAnswers, $this->token(survey: 'test-figures'), ['often' => 'daily']);
		$this->assertRefused(Unfit::class, $this->seal($figures));
		self::assertSame(0, $this->rows());
	}

	public function testAFalseFigureMovesOneCountByOneAtMost(): void {
		foreach (['363', 1_000_000_000, '51+ ', ['51+'], true] as $band) {
			$report = SpaceSide::report($this->survey('test-figures'), ReportKind::SpaceFigures, $this->token(ReportKind::SpaceFigures, survey: 'test-figures'), ['members' => $band, 'apps' => []]);
			$this->assertRefused(Unfit::class, $this->seal($report));
		}
		$lie = SpaceSide::report($this->survey('test-figures'), ReportKind::SpaceFigures, $this->token(ReportKind::SpaceFigures, survey: 'test-figures'), ['members' => '51+', 'apps' => []]);
		for ($i = 0; $i < 5; $i++) {
			try {
				$this->world->take()->take($this->seal($lie));
			} catch (SpentToken) {
			}
		}

		self::assertSame([['members' => '51+', 'apps' => []]], $this->contents(kind: ReportKind::SpaceFigures, survey: 'test-figures'));
	}

	public function testWhatIsTooBigIsNotEvenDecoded(): void {
		$this->assertRefused(TooBig::class, str_repeat('A', 4 * intdiv(Envelope::LARGEST + 2, 3) + 1));
		$this->assertRefused(TooBig::class, str_repeat("\0", 10_000_000));
	}

	public function testTakenUntilTwoWeeksAfterTheLastDayAndNotBeforeTheFirst(): void {
		$this->world->clock->now = (int)strtotime('2027-01-14 23:59:59 UTC');
		self::assertTrue($this->world->take()->take($this->seal($this->report()))->isNew);
		foreach (['2027-01-15 00:00:00 UTC', '2026-09-30 23:59:59 UTC'] as $time) {
			$this->world->clock->now = (int)strtotime($time);
			$this->assertRefused(Gone::class, $this->seal($this->report()));
		}
	}

	public function testAClosedSurveyIsOverAndWhoeverLostTheReceiptStillGetsIt(): void {
		$sealed = $this->seal($this->report());
		$late = $this->seal($this->report());
		$receipt = $this->world->take()->take($sealed)->receipt;
		$this->world->close()->close('test-survey', ObservatoryWorld::PERIOD);

		$this->assertRefused(Gone::class, $late);
		self::assertSame($receipt, $this->world->take()->take($sealed)->receipt);
		$this->world->surveys->change('test-survey', ObservatoryWorld::PERIOD, SurveyState::Closed, SurveyState::Frozen);
		$this->assertRefused(Gone::class, $late);
		self::assertSame(1, $this->collected());
	}

	public function testAFloodIsHeldOffBeforeAnythingIsLookedAtAndHonestReportsAreTakenLater(): void {
		$honest = $this->seal($this->report());
		$minute = intdiv($this->world->clock->now, 60);
		$this->database->insertIgnore('compagnon_collector_refusal', ['minute' => $minute, 'refused' => 599]);
		$this->world->clock->advance(20);
		$this->assertRefused(Unfit::class, 'rubbish');
		foreach (['rubbish', $honest] as $sealed) {
			$e = $this->refusal($sealed);
			self::assertInstanceOf(TooMany::class, $e);
			self::assertSame(40, $e->seconds);
		}
		$this->world->clock->advance(40);

		self::assertTrue($this->world->take()->take($honest)->isNew);
	}

	public function testOnlyWhatIsRefusedCountsAndOldMinutesGo(): void {
		$this->world->take()->take($this->seal($this->report()));
		self::assertSame([], $this->database->query('SELECT * FROM *PREFIX*compagnon_collector_refusal'));
		$this->refusal('rubbish');
		$this->refusal('rubbish');
		self::assertSame([2], array_column($this->database->query('SELECT refused FROM *PREFIX*compagnon_collector_refusal'), 'refused'));
		$this->world->clock->advance(2 * 3_600);
		$this->refusal('rubbish');

		self::assertSame([1], array_column($this->database->query('SELECT refused FROM *PREFIX*compagnon_collector_refusal'), 'refused'));
	}

	public function testNothingFinerThanTheDayIsKeptAndNothingOfWhoSentIt(): void {
		$report = $this->report();
		$this->world->take()->take($this->seal($report));
		$rows = $this->database->query('SELECT * FROM *PREFIX*compagnon_collector_report');

		self::assertSame(['nullifier', 'body_hash', 'report_id', 'withdraw_hash', 'survey', 'period', 'kind', 'stratum', 'received_on', 'content'], array_keys($rows[0]));
		self::assertSame('2026-11-28', $rows[0]['received_on']);
		self::assertStringNotContainsString($report->token->encode(), (string)json_encode($rows));
	}

	public function testAnHonestReportCostsTwoQuestionsAndOneInsertion(): void {
		$sealed = $this->seal($this->report());
		$this->database->queries = 0;
		$this->world->take()->take($sealed);

		self::assertSame(2, $this->database->queries);
	}

	/** @param class-string<Refusal> $kind */
	private function assertRefused(string $kind, string $sealed): void {
		self::assertInstanceOf($kind, $this->refusal($sealed));
	}

	private function refusal(string $sealed): Refusal {
		try {
			$this->world->take()->take($sealed);
		} catch (Refusal $e) {
			return $e;
		}
		self::fail('It was taken.');
	}

	private function rows(): int {
		return count($this->database->query('SELECT nullifier FROM *PREFIX*compagnon_collector_report'));
	}
}
