<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Figures\MeasureOnce;
use OCA\Compagnon\Survey\Figures\WithdrawFigures;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Panel\SurveyOfPerson;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SentRepository;
use OCA\Compagnon\Survey\Token\TokenRepository;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** A space takes part in the same way on every database. */
#[CoversClass(DecisionRepository::class)]
#[CoversClass(MeasureOnce::class)]
#[CoversClass(QueueRepository::class)]
#[CoversClass(Roll::class)]
#[CoversClass(SentRepository::class)]
#[CoversClass(TokenRepository::class)]
final class SurveyTest extends TestCase {
	/** @param 'COMPAGNON_MARIADB'|'COMPAGNON_POSTGRES' $server */
	#[TestWith(['COMPAGNON_MARIADB'])]
	#[TestWith(['COMPAGNON_POSTGRES'])]
	public function testAQuarterComesToTheSame(string $server): void {
		$other = (new OtherDatabase($server))->withTables();

		self::assertSame($this->outcome(new SurveyWorld()), $this->outcome(new SurveyWorld($other->database())));
	}

	/** @return array<string, mixed> without what chance has drawn */
	private function outcome(SurveyWorld $world): array {
		$world->takePart();
		$codes = [];
		foreach (['nadia', 'bruno', 'lou', 'rené 🌻'] as $member) {
			$codes[$member] = $world->answer($member, texts: ['why' => 'Parce que 🌻'])['code'];
		}
		$results = [$world->withdraw('nadia', $codes['nadia'])->value];
		$world->observatory->trouble = 503;
		$world->days(1);
		$world->observatory->trouble = null;
		$world->days(9);
		$results[] = $world->withdraw('bruno', $codes['bruno'])->value;
		$world->get(WithdrawFigures::class)->withdraw(WithdrawFigures::ALL);
		$world->get(SurveyOfPerson::class)->forget('lou');
		$history = $world->get(ShowHistory::class)->show();
		$answered = array_map(static fn (string $member): array => $world->get(SurveyOfPerson::class)->toArray($member), array_keys($codes));
		$world->clock->now = (int)gmmktime(1, 0, 0, 12, 16, 2026);
		$world->days(1);
		$left = [];
		foreach (['queue', 'roll', 'token'] as $table) {
			$left[$table] = $world->dump($table);
		}
		$figures = array_map(static fn (array $line): array => [$line['state'], $line['period']], (array)$history['figures']);
		return ['results' => $results, 'answers' => $history['answers'], 'decisions' => $history['decisions'], 'figures' => $figures, 'answered' => $answered, 'left' => $left];
	}
}
