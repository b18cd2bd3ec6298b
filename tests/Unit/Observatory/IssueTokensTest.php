<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Registry\Issued;
use OCA\Compagnon\Observatory\Registry\IssueTokens;
use OCA\Compagnon\Observatory\Registry\OtherBatch;
use OCA\Compagnon\Observatory\Registry\Spaces;
use OCA\Compagnon\Openl\BadProof;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use PHPUnit\Framework\Attributes\CoversClass;

/** How often a space may take part. */
#[CoversClass(IssueTokens::class)]
#[CoversClass(Issued::class)]
#[CoversClass(Spaces::class)]
final class IssueTokensTest extends RegistryCase {
	public function testTheSameBatchIsAnsweredAgainAnotherIsNot(): void {
		$this->attest();
		$blinded = $this->space->blind(10);
		$this->ask($blinded);
		$again = $this->ask($blinded);

		self::assertCount(10, $this->space->finish($this->survey(), ReportKind::MemberAnswers, $blinded, $again));
		$this->assertRefused(OtherBatch::class, fn () => $this->ask($this->space->blind(10)));
		$this->ask($this->space->blind(10), ReportKind::MemberText);
		self::assertSame(['tokens' => 10, 'spaces' => 1], $this->issued());
	}

	public function testTheQuotaIsTheSameForEverybody(): void {
		$this->attest();
		foreach ([[ReportKind::MemberAnswers, 11], [ReportKind::MemberAnswers, 9], [ReportKind::MemberAnswers, 0], [ReportKind::MemberText, 50]] as [$kind, $count]) {
			$e = $this->assertRefused(Invalid::class, fn () => $this->ask($this->space->blind($count), $kind));
			self::assertSame('blinded', $e instanceof Invalid ? $e->field : '');
		}
		$this->assertRefused(Invalid::class, fn () => $this->ask($this->space->blind(2), ReportKind::SpaceFigures, 'test-figures'));
		self::assertSame(['tokens' => 0, 'spaces' => 0], $this->issued());
	}

	public function testOnlyTokensOfWhatIsAskedAndWhileItIs(): void {
		$this->attest();
		$this->assertRefused(Invalid::class, fn () => $this->ask($this->space->blind(1), ReportKind::SpaceFigures));
		$this->assertRefused(NotFound::class, fn () => $this->world->tokens()->issue($this->space->message('tokens', ['survey' => 'nothing', 'period' => '2026-Q4', 'kind' => 'member-answers', 'blinded' => []])));
		$this->assertRefused(Invalid::class, fn () => $this->world->tokens()->issue($this->space->message('tokens', ['survey' => ['test-survey']])));
		$this->world->close()->close('test-figures', ObservatoryWorld::PERIOD);
		$request = $this->space->message('tokens', ['survey' => 'test-figures', 'period' => '2026-Q4', 'kind' => 'space-figures', 'blinded' => [base64_encode($this->space->blind(1)[0]->element)]]);
		$this->assertRefused(Gone::class, fn () => $this->world->tokens()->issue($request));
	}

	public function testElementsThatAreNoneUseNothingUp(): void {
		$this->attest();
		$order = (string)hex2bin('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');
		foreach ([str_repeat("\0", 32), str_repeat("\xff", 32), $order, str_repeat('a', 31)] as $element) {
			$blinded = [base64_encode($element), ...array_fill(0, 9, base64_encode($this->space->blind(1)[0]->element))];
			$this->assertRefused(Invalid::class, fn () => $this->world->tokens()->issue($this->space->message('tokens', ['survey' => 'test-survey', 'period' => '2026-Q4', 'kind' => 'member-answers', 'blinded' => $blinded])));
		}

		$this->ask($this->space->blind(10));
		self::assertSame(['tokens' => 10, 'spaces' => 1], $this->issued());
	}

	public function testASpecialKeyForOneSpaceIsSeenByTheSpace(): void {
		$this->attest();
		$blinded = $this->space->blind(10);
		$answer = $this->ask($blinded);

		$this->expectException(BadProof::class);
		$this->space->finish($this->survey(), ReportKind::MemberAnswers, $blinded, ['stratum' => 'unattested'] + $answer);
	}

	public function testAnotherKeyOfTheSameAddressGetsNoSecondBatch(): void {
		$this->answering($this->space);
		$this->enrol($this->space->message('prove', ['address' => 'cloud.example.org']));
		$this->ask($this->space->blind(10));
		$old = $this->space;
		$this->space = $this->newSpace();
		$this->answering($this->space);
		$this->enrol($this->space->message('prove', ['address' => 'cloud.example.org']));

		$this->assertRefused(OtherBatch::class, fn () => $this->ask($this->space->blind(10)));
		$this->space = $old;
		$this->assertRefused(Refused::class, fn () => $this->ask($this->space->blind(10)));
		self::assertSame(['tokens' => 10, 'spaces' => 1], $this->issued(Stratum::Unattested));
	}

	public function testWithTheHostOrItsWordTheRightEnds(): void {
		$this->attest('2026-11-28');
		$this->ask($this->space->blind(10));
		$this->world->clock->advance(86_400);
		$this->assertRefused(Refused::class, fn () => $this->ask($this->space->blind(1), ReportKind::SpaceFigures, 'test-figures'));
		$this->attest();
		$this->ask($this->space->blind(1), ReportKind::SpaceFigures, 'test-figures');
		self::assertTrue($this->world->hosts->remove('asso-host'));

		$this->assertRefused(Refused::class, fn () => $this->ask($this->space->blind(10), ReportKind::MemberText));
		$this->assertRefused(Refused::class, fn () => $this->attest());
	}

	public function testNothingOfTheRegistryLeadsToAReport(): void {
		$this->attest();
		$blinded = $this->space->blind(10);
		$token = $this->space->finish($this->survey(), ReportKind::MemberAnswers, $blinded, $this->ask($blinded))[0];
		$this->world->take()->take($this->seal($this->report(token: $token)));
		$collected = $this->database->query('SELECT * FROM *PREFIX*compagnon_collector_report')[0];
		$known = '';
		foreach (['space', 'issue', 'nonce', 'host'] as $table) {
			$known .= serialize($this->database->query("SELECT * FROM *PREFIX*compagnon_registry_$table"));
		}

		foreach (array_diff_key($collected, ['survey' => 1, 'period' => 1, 'kind' => 1, 'stratum' => 1, 'received_on' => 1]) as $name => $value) {
			self::assertStringNotContainsString((string)$value, $known, $name);
		}
	}
}
