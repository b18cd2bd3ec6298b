<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use OCA\Compagnon\Tests\Support\SpaceSide;
use PHPUnit\Framework\TestCase;

/** A collector, and tokens without asking the registry for them. */
abstract class CollectorCase extends TestCase {
	protected MemoryDatabase $database;
	protected ObservatoryWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->database = MemoryDatabase::ofTheApp();
		$this->world = new ObservatoryWorld($this->database);
	}

	final public function survey(string $id = 'test-survey'): CatalogueSurvey {
		return $this->world->catalogue()->survey($id, new Period(ObservatoryWorld::PERIOD)) ?? throw new \LogicException("no $id");
	}

	final public function token(ReportKind $kind = ReportKind::MemberAnswers, Stratum $stratum = Stratum::Attested, string $survey = 'test-survey', string $period = ObservatoryWorld::PERIOD): Token {
		$key = $this->world->seeds()->key($this->world->seeds()->newest(), $survey, new Period($period), $kind, $stratum);
		$client = new Client($this->world->random);
		$blinded = $client->blind(1);
		$answer = (new Issuer($this->world->random))->evaluate($key, [$blinded[0]->element]);
		return $client->finish($blinded, $answer, $key->publicKey)[0];
	}

	/** @param array<array-key, mixed> $content */
	final public function report(array $content = ['often' => 'daily', 'mood' => null], ?Token $token = null, ?WithdrawalCode $code = null): Report {
		return SpaceSide::report($this->survey(), ReportKind::MemberAnswers, $token ?? $this->token(), $content, $code);
	}

	final public function seal(Report|string $report): string {
		return SpaceSide::seal($this->world->catalogue(), $report);
	}

	/** @return list<array<array-key, mixed>> */
	final public function contents(Stratum $stratum = Stratum::Attested, ReportKind $kind = ReportKind::MemberAnswers, string $survey = 'test-survey'): array {
		return iterator_to_array($this->world->harvest()->contents($survey, new Period(ObservatoryWorld::PERIOD), $kind, $stratum), false);
	}

	final public function collected(ReportKind $kind = ReportKind::MemberAnswers, Stratum $stratum = Stratum::Attested): int {
		return $this->world->harvest()->count('test-survey', new Period(ObservatoryWorld::PERIOD), $kind, $stratum);
	}
}
