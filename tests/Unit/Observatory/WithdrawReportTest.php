<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Observatory\Collector\SpentToken;
use OCA\Compagnon\Observatory\Collector\WithdrawReport;
use OCA\Compagnon\Observatory\SurveyState;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use PHPUnit\Framework\Attributes\CoversClass;

/** Taking a report back. */
#[CoversClass(WithdrawReport::class)]
final class WithdrawReportTest extends CollectorCase {
	private WithdrawalCode $code;
	private Token $token;
	private string $sealed;

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->code = WithdrawalCode::make($this->world->random);
		$this->token = $this->token();
		$this->sealed = $this->seal($this->report(token: $this->token, code: $this->code));
		$this->world->take()->take($this->sealed);
	}

	public function testWhatItSaidIsErasedAndTheReceiptProvesIt(): void {
		$receipt = Receipt::read($this->withdraw(), $this->world->catalogue()->keys->receipts);

		self::assertSame([$this->code->reportId(), ReceiptKind::Withdrawn], [$receipt->reportId, $receipt->kind]);
		self::assertSame([], $this->contents());
		self::assertSame(0, $this->collected());
		self::assertStringNotContainsString('daily', serialize($this->database->query('SELECT * FROM *PREFIX*compagnon_collector_report')));
	}

	public function testAgainItIsTheSameReceipt(): void {
		self::assertSame($this->withdraw(), $this->withdraw());
	}

	public function testABodyThatComesAgainAfterwardsDoesNotComeBack(): void {
		$receipt = $this->withdraw();

		self::assertSame($receipt, $this->world->take()->take($this->sealed)->receipt);
		self::assertSame(0, $this->collected());
	}

	public function testItsTokenStaysSpent(): void {
		$this->withdraw();

		$this->expectException(SpentToken::class);
		$this->world->take()->take($this->seal($this->report(['often' => 'never', 'mood' => 1], $this->token)));
	}

	public function testNobodyElseCanAndGuessingIsCounted(): void {
		$other = WithdrawalCode::make($this->world->random);
		$attempts = [
			[$this->code->reportId(), $other->secret()], [$other->reportId(), $other->secret()], [$other->reportId(), $this->code->secret()],
			[$this->code->reportId(), $this->code->hash()], [$this->code->reportId(), ''], ["' OR 1=1 --", $this->code->secret()],
		];
		foreach ($attempts as [$report, $secret]) {
			try {
				$this->world->withdraw()->withdraw($report, $secret);
				self::fail('Somebody else withdrew it.');
			} catch (NotFound) {
			}
		}

		self::assertSame(1, $this->collected());
		self::assertSame([count($attempts)], array_column($this->database->query('SELECT refused FROM *PREFIX*compagnon_collector_refusal'), 'refused'));
		$this->database->execute('UPDATE *PREFIX*compagnon_collector_refusal SET refused = 600');
		$this->expectException(TooMany::class);
		$this->withdraw();
	}

	public function testAClosedSurveyCanStillBeLeftOneThatWasCountedCannot(): void {
		$this->world->close()->close('test-survey', ObservatoryWorld::PERIOD);
		$this->withdraw();
		self::assertSame(0, $this->collected());

		$this->setUp();
		$this->world->surveys->change('test-survey', ObservatoryWorld::PERIOD, SurveyState::Open, SurveyState::Frozen);
		try {
			$this->withdraw();
			self::fail('It was counted already.');
		} catch (Gone) {
			self::assertSame(1, $this->collected());
		}
	}

	public function testErasedWithItsSurveyItIsNotThere(): void {
		self::assertSame(1, $this->world->harvest()->erase('test-survey', $this->survey()->period));

		$this->expectException(NotFound::class);
		$this->withdraw();
	}

	/** @return array{receipt: string, signature: string} */
	private function withdraw(): array {
		return $this->world->withdraw()->withdraw($this->code->reportId(), $this->code->secret());
	}
}
