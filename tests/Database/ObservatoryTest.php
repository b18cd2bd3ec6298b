<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Observatory\Catalogues;
use OCA\Compagnon\Observatory\Collector\Refusals;
use OCA\Compagnon\Observatory\Collector\Reports;
use OCA\Compagnon\Observatory\Collector\SpentToken;
use OCA\Compagnon\Observatory\Registry\Hosts;
use OCA\Compagnon\Observatory\Registry\Issued;
use OCA\Compagnon\Observatory\Registry\Nonces;
use OCA\Compagnon\Observatory\Registry\OtherBatch;
use OCA\Compagnon\Observatory\Registry\Spaces;
use OCA\Compagnon\Observatory\Surveys;
use OCA\Compagnon\Observatory\SurveyState;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use OCA\Compagnon\Tests\Support\SpaceSide;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** An observatory on the databases that it is run on: one token counts once, whoever writes at the same time. */
#[CoversClass(Reports::class)]
#[CoversClass(Refusals::class)]
#[CoversClass(Surveys::class)]
#[CoversClass(Catalogues::class)]
#[CoversClass(Hosts::class)]
#[CoversClass(Spaces::class)]
#[CoversClass(Issued::class)]
#[CoversClass(Nonces::class)]
final class ObservatoryTest extends TestCase {
	private ObservatoryWorld $world;
	private SpaceSide $space;

	/** @param 'COMPAGNON_MARIADB'|'COMPAGNON_POSTGRES' $server */
	#[TestWith(['COMPAGNON_MARIADB'])]
	#[TestWith(['COMPAGNON_POSTGRES'])]
	public function testItComesToTheSame(string $server): void {
		$other = (new OtherDatabase($server))->withTables();
		$this->world = new ObservatoryWorld($other->database());
		$this->space = new SpaceSide(ObservatoryWorld::ADDRESS, fn (): int => $this->world->clock->now);
		self::assertSame(2, $this->world->catalogue()->number);

		$this->enrolTwice();
		$tokens = $this->tokens();
		$elsewhere = $other->database();
		foreach ($tokens as $i => $token) {
			$code = WithdrawalCode::make($this->world->random);
			$report = SpaceSide::report($this->survey(), ReportKind::MemberAnswers, $token, ['often' => 'daily', 'mood' => $i % 5 + 1], $code);
			$sealed = SpaceSide::seal($this->world->catalogue(), $report);
			$first = $this->world->take()->take($sealed);
			$again = $this->world->take($elsewhere)->take($sealed);
			self::assertSame([true, false, $first->receipt], [$first->isNew, $again->isNew, $again->receipt]);
			$this->assertSpent(SpaceSide::seal($this->world->catalogue(), $report));
		}
		self::assertSame(10, $this->collected());
		self::assertSame($this->world->withdraw()->withdraw($code->reportId(), $code->secret()), $this->world->withdraw()->withdraw($code->reportId(), $code->secret()));
		self::assertSame([9, 9], [$this->collected(), iterator_count($this->world->harvest()->contents('test-survey', $this->survey()->period, ReportKind::MemberAnswers, Stratum::Attested))]);
		$this->flood();
		self::assertTrue($this->world->surveys->change('test-survey', ObservatoryWorld::PERIOD, SurveyState::Open, SurveyState::Frozen));
		self::assertFalse($this->world->surveys->change('test-survey', ObservatoryWorld::PERIOD, SurveyState::Open, SurveyState::Frozen));
		self::assertTrue($this->world->surveys->released('test-survey', ObservatoryWorld::PERIOD, str_repeat('a', 64), '2026-11-28'));
		self::assertSame(10, $this->world->harvest()->erase('test-survey', new Period(ObservatoryWorld::PERIOD)));
	}

	private function enrolTwice(): void {
		foreach (['2026-12-01', '2026-12-31'] as $until) {
			$answer = $this->world->enrol()->enrol($this->space->message('enrol', ['attestation' => $this->world->attestation($this->space->key(), $until)]));
			self::assertSame(['stratum' => 'attested'], $answer);
		}
	}

	/** @return list<\OCA\Compagnon\Openl\Token> */
	private function tokens(): array {
		$survey = $this->survey();
		$blinded = $this->space->blind(10);
		$this->world->tokens()->issue($this->space->tokenRequest($survey, ReportKind::MemberAnswers, $blinded));
		$answer = $this->world->tokens()->issue($this->space->tokenRequest($survey, ReportKind::MemberAnswers, $blinded));
		try {
			$this->world->tokens()->issue($this->space->tokenRequest($survey, ReportKind::MemberAnswers, $this->space->blind(10)));
			self::fail('There was a second batch.');
		} catch (OtherBatch) {
			self::assertSame(['tokens' => 10, 'spaces' => 1], $this->world->harvest()->issued('test-survey', $survey->period, ReportKind::MemberAnswers, Stratum::Attested));
		}
		return $this->space->finish($survey, ReportKind::MemberAnswers, $blinded, $answer);
	}

	private function flood(): void {
		$this->world->database->insertIgnore('compagnon_collector_refusal', ['minute' => intdiv($this->world->clock->now, 60), 'refused' => 598]);
		$kinds = [];
		for ($i = 0; $i < 3; $i++) {
			try {
				$this->world->take()->take('rubbish');
			} catch (Unfit|TooMany $e) {
				$kinds[] = $e::class;
			}
		}
		self::assertSame([Unfit::class, Unfit::class, TooMany::class], $kinds);
		$this->world->clock->advance(60);
	}

	private function assertSpent(string $sealed): void {
		try {
			$this->world->take()->take($sealed);
			self::fail('The token was good for two.');
		} catch (SpentToken $e) {
			self::assertNotSame('', $e->sentence);
		}
	}

	private function collected(): int {
		return $this->world->harvest()->count('test-survey', new Period(ObservatoryWorld::PERIOD), ReportKind::MemberAnswers, Stratum::Attested);
	}

	private function survey(): CatalogueSurvey {
		return $this->world->catalogue()->survey('test-survey', new Period(ObservatoryWorld::PERIOD)) ?? throw new \LogicException('no survey');
	}
}
