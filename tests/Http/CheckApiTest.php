<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** The tour check: what it is given, what is kept of it, and what members count. */
#[CoversNothing]
final class CheckApiTest extends HttpTestCase {
	public function testThePlanHasTheToursOfWhoeverAsks(): void {
		$plan = self::call(self::shared('admin'), 'check-plan')->data()['tours'];

		self::assertSame(array_column(self::call(self::shared('admin'), 'tour-index')->data()['tours'], 'id'), array_column($plan, 'id'));
		$tour = $plan[(int)array_search(self::TOUR, array_column($plan, 'id'), true)];
		$steps = array_column($tour['steps'], null, 'id');
		self::assertSame('files.new', $steps['folder']['anchor']);
		self::assertSame('/apps/files', $steps['folder']['page']['path']);
		self::assertNotSame([], $tour['anchors']['files.new']['selectors']);
	}

	public function testAResultIsKeptWithWordsInTheLanguageOfWhoeverReads(): void {
		$admin = self::shared('admin');
		$kept = self::call($admin, 'check-store', ['results' => [
			self::seen('folder', 'wide', 'found'), self::seen('folder', 'phone', 'found'),
			self::seen('list', 'wide', 'missing'), self::seen('list', 'phone', 'unreached'),
		]])->data();

		self::assertSame($kept, self::call($admin, 'check-show')->data());
		self::assertSame([2, true], [$kept['last']['found'], $kept['last']['current']]);
		self::assertEqualsWithDelta(time(), $kept['last']['at'], 60);
		$wrong = array_values(array_filter($kept['last']['results'], static fn (array $result): bool => $result['seen'] !== 'unchecked'));
		self::assertSame([['list', 'missing', ['wide']], ['list', 'unreached', ['phone']]], array_map(static fn (array $result): array => [$result['step'], $result['seen'], $result['devices']], $wrong));
		self::assertStringContainsString('files.list', $wrong[0]['advice']);

		$english = self::call(Space::get()->person('delegate', 'en'), 'check-show')->data();
		self::assertNotSame($wrong[0]['advice'], array_column($english['last']['results'], 'advice', 'seen')['missing']);
		self::assertStringContainsString('Nothing on the page', array_column($english['last']['results'], 'advice', 'seen')['missing']);
	}

	public function testWhatMembersDoNotFindIsCountedWithoutTheirName(): void {
		$member = Space::get()->person();
		$before = $this->missed();
		self::assertSame(['counted' => true], self::call($member, 'tour-missing', parameters: ['step' => 'trash'])->data());
		self::assertSame(['counted' => true], self::call(Space::get()->person(), 'tour-missing', parameters: ['step' => 'trash'])->data());

		self::assertSame(($before['trash']['times'] ?? 0) + 2, $this->missed()['trash']['times']);
		self::assertSame(0, $this->missed()['trash']['day'] % 86_400);
		self::assertStringNotContainsString($member->id, self::call(self::shared('admin'), 'check-show')->body);
		self::assertStringNotContainsString('missing_target', self::call($member, 'me-export')->body);

		self::call(self::shared('admin'), 'check-store', ['results' => [self::seen('trash', 'wide', 'found'), self::seen('trash', 'phone', 'found')]]);
		self::assertArrayNotHasKey('trash', $this->missed());
	}

	public function testOnlyWhatPointsAtSomethingCanBeMissed(): void {
		$member = self::shared('member');

		self::assertInvalid('step', self::call($member, 'tour-missing', parameters: ['step' => 'welcome']));
		self::assertInvalid('step', self::call($member, 'tour-missing', parameters: ['step' => 'no-such-step']));
		self::assertInvalid('step', self::call($member, 'tour-missing', parameters: ['step' => 'Not an id']));
		self::assertRefused(404, 'not_found', self::call($member, 'tour-missing', parameters: ['tour' => 'no-such-tour']));
	}

	/** @return iterable<string, array{mixed}> */
	public static function badResults(): iterable {
		$good = self::seen('list', 'wide', 'found');
		yield 'a word' => ['all found'];
		yield 'null' => [null];
		yield 'an object' => [['tour' => 'a']];
		yield 'a list of words' => [['found']];
		yield 'without step' => [[array_diff_key($good, ['step' => 0])]];
		yield 'unknown width' => [[['device' => 'watch'] + $good]];
		yield 'unknown seen' => [[['seen' => 'perhaps'] + $good]];
		yield 'unknown field' => [[$good + ['who' => 'nadia']]];
		yield 'a step that is not there' => [[['step' => 'no-such-step'] + $good]];
		yield 'a tour that is not there' => [[['tour' => 'no-such-tour'] + $good]];
		yield 'too many' => [array_fill(0, 10_001, $good)];
	}

	#[DataProvider('badResults')]
	public function testBadInputIsRefusedAndNothingIsKept(mixed $results): void {
		$admin = self::shared('admin');
		$before = self::call($admin, 'check-show')->data();

		self::assertInvalid('results', self::call($admin, 'check-store', ['results' => $results]));
		self::assertSame($before, self::call($admin, 'check-show')->data());
	}

	public function testResultsAreNeeded(): void {
		self::assertInvalid('results', self::call(self::shared('admin'), 'check-store', []));
	}

	/** @return iterable<string, array{string}> */
	public static function checkOperations(): iterable {
		foreach (self::operations() as $id => $operation) {
			if (str_starts_with($id, 'check-')) {
				yield $id => $operation;
			}
		}
	}

	#[DataProvider('checkOperations')]
	public function testAMemberMayNotAndADelegateMay(string $operation): void {
		$answer = self::call(self::shared('member'), $operation);
		self::assertSame(403, $answer->status);
		self::assertStringNotContainsString('files.', $answer->body);

		self::assertSame(200, self::call(self::shared('delegate'), $operation)->status);
	}

	/** @return array<string, array<string, mixed>> by step */
	private function missed(): array {
		return array_column(self::call(self::shared('admin'), 'check-show')->data()['missed'], null, 'step');
	}

	/** @return array{tour: string, step: string, device: string, seen: string} */
	private static function seen(string $step, string $device, string $seen): array {
		return ['tour' => self::TOUR, 'step' => $step, 'device' => $device, 'seen' => $seen];
	}
}
