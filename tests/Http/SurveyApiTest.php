<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The panel over HTTP: off, agreed to, answered, taken back, off again. */
#[CoversNothing]
final class SurveyApiTest extends HttpTestCase {
	public function testASpaceWithoutAnObservatorySaysSoAndNothingCanBeSwitchedOn(): void {
		$member = self::call(self::shared('member'), 'survey-index')->data();
		self::assertNull($member['observatory']);
		self::assertSame(['surveys' => 'off', 'figures' => false], $member['switches']);
		self::assertSame([], $member['surveys']);
		self::assertFalse($member['mayDecide']);
		self::assertTrue(self::call(self::shared('admin'), 'survey-index')->data()['mayDecide']);

		self::assertRefused(403, 'refused', self::call(self::shared('admin'), 'surveyadmin-update', ['surveys' => 'see', 'figures' => false, 'leftOut' => [], 'notice' => $member['notice']['sha256']]));
		self::assertRefused(403, 'refused', self::call(self::shared('member'), 'survey-answer'));
		self::assertRefused(404, 'not_found', self::call(self::shared('admin'), 'surveyadmin-preview'));
	}

	public function testAMemberMayNotDecideAndADelegateMay(): void {
		foreach (['surveyadmin-show', 'surveyadmin-update', 'surveyadmin-preview', 'surveyadmin-withdraw'] as $operation) {
			self::assertSame(403, self::call(self::shared('member'), $operation)->status, $operation);
		}
		self::assertSame(200, self::call(self::shared('delegate'), 'surveyadmin-show')->status);
		self::assertSame(200, self::call(self::shared('delegate'), 'surveyadmin-update')->status);
	}

	public function testAMemberChooses(): void {
		$person = Space::get()->person();
		self::assertSame(['every' => 12, 'never' => true, 'counted' => false], self::call($person, 'survey-choose', ['every' => 12, 'never' => true, 'counted' => false])->data());
		self::assertSame(['every' => 12, 'never' => true, 'counted' => false], self::call($person, 'me-export')->data()['surveys']['choices']);
		self::assertInvalid('every', self::call($person, 'survey-choose', ['every' => 5, 'never' => true, 'counted' => false]));
		self::assertInvalid('code', self::call($person, 'survey-withdraw', ['code' => 'ABCD']));
	}

	public function testFromTheYesToTheWithdrawal(): void {
		Space::get()->withObservatory(function (): void {
			$admin = self::shared('admin');
			$notice = self::call($admin, 'surveyadmin-show')->data()['notice']['sha256'];
			$see = ['surveys' => 'see', 'figures' => false, 'leftOut' => [], 'notice' => $notice];
			self::assertSame(1, self::call($admin, 'surveyadmin-update', $see)->data()['catalogue']['number']);
			$preview = self::call($admin, 'surveyadmin-preview', ['leftOut' => ['apps']])->data();
			self::assertStringStartsWith('{"format":"openl-report/1"', $preview['report']);
			self::assertInvalid('leftOut', self::call($admin, 'surveyadmin-preview', ['leftOut' => ['shoes']]));
			$state = self::call($admin, 'surveyadmin-update', ['surveys' => 'answer', 'figures' => true, 'leftOut' => ['apps']] + $see)->data();
			self::assertSame([[], 'unattested'], [$state['problems'], $state['enrolment']['state']]);

			$this->answer($notice);
			self::assertStringContainsString('settled: 2', Space::get()->sendSurveys());
			$sent = array_column(self::call($admin, 'survey-history')->data()['figures'], null, 'survey')[$preview['survey']];
			self::assertSame(['sent', self::withoutChance($preview['report'])], [$sent['state'], self::withoutChance($sent['report'])]);
			$this->results();
			$lines = self::call($admin, 'surveyadmin-withdraw', ['id' => 'all'])->data()['lines'];
			self::assertSame('withdrawn', array_column($lines, 'state', 'survey')[$preview['survey']]);
			self::assertRefused(404, 'not_found', self::call($admin, 'surveyadmin-withdraw', ['id' => 'nothing']));
			self::assertSame('off', self::call($admin, 'surveyadmin-update')->data()['switches']['surveys']);
		});
	}

	private function results(): void {
		$person = self::shared('member');
		self::assertSame([['figures', true]], array_map(static fn (array $one): array => [$one['survey'], $one['here']], self::call($person, 'survey-results')->data()['results']));
		$one = self::call($person, 'survey-result', parameters: ['survey' => 'figures', 'period' => '2026-Q3'])->data();
		self::assertSame('openl-release/1', $one['release']['format']);
		self::assertIsArray($one['own']);
		self::assertRefused(404, 'not_found', self::call($person, 'survey-result'));
	}

	private static function withoutChance(string $report): string {
		return (string)preg_replace('/"(token|report|withdraw)":"[^"]+"/', '"$1":""', $report);
	}

	private function answer(string $notice): void {
		$person = Space::get()->person();
		$survey = self::call($person, 'survey-index')->data()['surveys'][0];
		self::assertSame(['first-survey', 'open'], [$survey['id'], $survey['state']]);
		$answers = array_map(static fn (string $question, mixed $answer): array => ['question' => $question, 'answer' => $answer], array_keys(OpenlFixture::answers()), OpenlFixture::answers());
		$body = ['answers' => $answers, 'texts' => [['question' => 'why', 'text' => 'Parce que 🌻']], 'notice' => $notice];
		self::assertRefused(404, 'not_found', self::call($person, 'survey-answer', $body));
		self::assertInvalid('notice', self::call($person, 'survey-answer', ['notice' => str_repeat('0', 64)] + $body, ['id' => 'first-survey']));
		$sealed = self::call($person, 'survey-answer', $body, ['id' => 'first-survey']);
		self::assertSame(200, $sealed->status);
		self::assertRefused(403, 'refused', self::call($person, 'survey-answer', $body, ['id' => 'first-survey']));
		self::assertSame(['first-survey'], self::call($person, 'me-export')->data()['surveys']['answered']);

		self::assertSame('removed', self::call($person, 'survey-withdraw', ['code' => $sealed->data()['code']])->data()['state']);
		$waiting = array_column(self::call($person, 'survey-history')->data()['answers'], 'waiting', 'kind');
		self::assertSame([1, 0], [$waiting['member-text'], $waiting['member-answers']]);
		self::assertSame([], self::call($person, 'me-export')->data()['surveys']['answered']);
	}

	public function testTheAddressProvesNothingThatNobodyAskedFor(): void {
		$answer = (new Browser(Space::get()->url))->send('GET', '/index.php/.well-known/openl?challenge=' . str_repeat('a', 32), [], '');

		self::assertSame(404, $answer->status);
		self::assertStringNotContainsString('signature', $answer->body);
	}
}
