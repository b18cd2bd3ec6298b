<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class TourApiTest extends HttpTestCase {
	public function testATourFromEndToEnd(): void {
		$nadia = Space::get()->person();
		$tour = self::listed($nadia);
		self::assertNull($tour['progress']);

		self::assertSame('offered', self::call($nadia, 'tour-offered')->data()['state']);
		$progress = self::call($nadia, 'tour-start')->data();
		self::assertSame(['running', 'welcome', 2], [$progress['state'], $progress['step'], $progress['revision']]);

		foreach (array_slice($tour['steps'], 1) as $step) {
			$progress = self::call($nadia, 'tour-move', ['step' => $step, 'revision' => $progress['revision']])->data();
			self::assertSame($step, $progress['step']);
		}
		$progress = self::call($nadia, 'tour-finish', ['revision' => $progress['revision']])->data();
		self::assertSame('finished', $progress['state']);
		self::assertSame($progress, self::call($nadia, 'tour-show')->data()['progress']);
		self::assertSame($progress, self::listed($nadia)['progress']);
	}

	/** @return array<string, mixed> the tour as the list has it */
	private static function listed(Person $person): array {
		foreach (self::call($person, 'tour-index')->data()['tours'] as $tour) {
			if ($tour['id'] === self::TOUR) {
				return $tour;
			}
		}
		self::fail('The list does not have ' . self::TOUR);
	}

	public function testLeavesAndGoesOnInAnotherBrowser(): void {
		$nadia = Space::get()->person();
		self::call($nadia, 'tour-start', []);
		self::call($nadia, 'tour-move', ['step' => 'path', 'revision' => 1]);
		$paused = self::call($nadia, 'tour-pause', ['revision' => 2])->data();
		self::assertSame(['paused', 'path', 3], [$paused['state'], $paused['step'], $paused['revision']]);
		self::assertGreaterThan(time(), $paused['quietUntil']);

		$elsewhere = Space::get()->anotherBrowser($nadia);
		$resumed = self::call($elsewhere, 'tour-start', ['again' => false])->data();
		self::assertSame(['running', 'path', 4], [$resumed['state'], $resumed['step'], $resumed['revision']]);

		self::assertSame('welcome', self::call($elsewhere, 'tour-start', ['again' => true])->data()['step']);
	}

	public function testPutsOffAndRefuses(): void {
		$nadia = Space::get()->person();
		$snoozed = self::call($nadia, 'tour-snooze', ['days' => 7])->data();
		self::assertSame('offered', $snoozed['state']);
		self::assertEqualsWithDelta(time() + 7 * 86_400, $snoozed['quietUntil'], 60);

		self::assertSame('refused', self::call($nadia, 'tour-refuse')->data()['state']);
		self::assertSame('refused', self::call($nadia, 'tour-offered')->data()['state']);
	}

	public function testAsksForAFactOnlyWhileItsStepIsOpen(): void {
		$nadia = Space::get()->person();
		self::call($nadia, 'tour-start');
		self::assertRefused(409, 'conflict', self::call($nadia, 'tour-fact'));

		self::call($nadia, 'tour-move', ['step' => 'folder', 'revision' => 1]);
		self::assertSame(['holds' => false], self::call($nadia, 'tour-fact')->data());
		self::assertInvalid('step', self::call($nadia, 'tour-fact', parameters: ['step' => 'welcome']));
		self::assertInvalid('step', self::call($nadia, 'tour-fact', parameters: ['step' => 'nowhere']));
	}

	public function testIsInThePersonsLanguage(): void {
		$french = self::call(Space::get()->person(language: 'fr'), 'tour-show')->data();
		$english = self::call(Space::get()->person(language: 'en'), 'tour-show')->data();

		self::assertSame('Premiers pas dans Fichiers', $french['title']);
		self::assertSame('First steps in Files', $english['title']);
	}

	public function testEveryAnchorOfTheStepsComesAlong(): void {
		$tour = self::call(self::shared('member'), 'tour-show')->data();

		self::assertNotSame([], $tour['anchors']);
		foreach ($tour['steps'] as $step) {
			if ($step['anchor'] !== null) {
				self::assertArrayHasKey($step['anchor'], $tour['anchors']);
			}
		}
	}

	public function testATabThatIsLateIsToldWhereItStands(): void {
		$nadia = Space::get()->person();
		self::call($nadia, 'tour-start');
		$first = self::call($nadia, 'tour-move', ['step' => 'list', 'revision' => 1])->data();

		foreach (['tour-move' => ['step' => 'folder', 'revision' => 1], 'tour-pause' => ['revision' => 1], 'tour-finish' => ['revision' => 1]] as $operation => $body) {
			$answer = self::call($nadia, $operation, $body);
			self::assertRefused(409, 'conflict', $answer);
			self::assertSame($first, $answer->data()['progress']);
		}
		self::assertSame($first, self::call($nadia, 'tour-show')->data()['progress']);
	}

	public function testWhatWasNeverStartedIsAConflictToo(): void {
		$nadia = Space::get()->person();

		foreach (['tour-move' => ['step' => 'list', 'revision' => 0], 'tour-pause' => ['revision' => 0], 'tour-finish' => ['revision' => 0]] as $operation => $body) {
			self::assertRefused(409, 'conflict', self::call($nadia, $operation, $body));
		}
	}

	public function testOfManyTabsAtOnceExactlyOneMoves(): void {
		$nadia = Space::get()->person();
		self::call($nadia, 'tour-start');
		$headers = ['requesttoken' => $nadia->browser->token, 'OCS-APIRequest' => 'true'];

		[$method, $address, $headers, $body] = self::request('tour-move', $headers, ['step' => 'list', 'revision' => 1]);
		$statuses = [];
		foreach ($nadia->browser->sendAtOnce(6, $method, $address, $headers, $body) as $answer) {
			OpenApi::check('tour-move', $answer);
			$statuses[] = $answer->status;
		}

		sort($statuses);
		self::assertSame([200, 409, 409, 409, 409, 409], $statuses);
		self::assertSame(2, self::call($nadia, 'tour-show')->data()['progress']['revision']);
	}

	public function testManyFirstStartsAtOnceLeaveOneRow(): void {
		$nadia = Space::get()->person();
		$headers = ['requesttoken' => $nadia->browser->token, 'OCS-APIRequest' => 'true'];

		[$method, $address, $headers, $body] = self::request('tour-offered', $headers);
		foreach ($nadia->browser->sendAtOnce(6, $method, $address, $headers, $body) as $answer) {
			OpenApi::check('tour-offered', $answer);
			self::assertSame([200, 1], [$answer->status, $answer->data()['revision']]);
		}
	}

	public function testNobodyTouchesSomebodyElsesProgress(): void {
		$nadia = Space::get()->person();
		$bruno = Space::get()->person();
		$progress = self::call($nadia, 'tour-start')->data();
		self::call($bruno, 'tour-start');
		self::call($bruno, 'tour-move', ['step' => 'list', 'revision' => 1]);
		self::call($bruno, 'tour-finish', ['revision' => 2]);
		self::call($bruno, 'me-forget');

		self::assertSame($progress, self::call($nadia, 'tour-show')->data()['progress']);
		foreach (['user', 'userId', 'user_id'] as $field) {
			self::assertInvalid($field, self::call($bruno, 'tour-start', [$field => $nadia->id]));
		}
		self::assertSame($progress, self::call($nadia, 'tour-show')->data()['progress']);
	}

	/** @return iterable<string, array{string}> */
	public static function operationsOfATour(): iterable {
		foreach (self::operations() as $id => $operation) {
			if (str_starts_with($id, 'tour-') && $id !== 'tour-index') {
				yield $id => $operation;
			}
		}
	}

	#[DataProvider('operationsOfATour')]
	public function testAnUnknownTourDoesNotExist(string $operation): void {
		self::assertRefused(404, 'not_found', self::call(self::shared('member'), $operation, parameters: ['tour' => 'no-such-tour']));
		self::assertRefused(404, 'not_found', self::call(self::shared('member'), $operation, parameters: ['tour' => str_repeat('a', 64)]));
	}

	#[DataProvider('operationsOfATour')]
	public function testATourThatIsNoIdIsInvalid(string $operation): void {
		foreach ([str_repeat('a', 65), 'A', '<script>', "files-first-steps\n", '🌻', '..'] as $tour) {
			self::assertInvalid('tour', self::call(self::shared('member'), $operation, parameters: ['tour' => $tour]));
		}
	}

	public function testAnUnknownStepIsInvalid(): void {
		$nadia = Space::get()->person();
		self::call($nadia, 'tour-start');

		self::assertInvalid('step', self::call($nadia, 'tour-move', ['step' => 'nowhere', 'revision' => 1]));
		self::assertInvalid('step', self::call($nadia, 'tour-move', ['step' => str_repeat('a', 65), 'revision' => 1]));
	}

	/** @return iterable<string, array{string, array<string, mixed>, string}> */
	public static function badBodies(): iterable {
		foreach (['word' => 'zwei', 'digits' => '1', 'list' => [1], 'empty list' => [], 'object' => ['a' => 1], 'null' => null, 'fraction' => 1.5, 'beyond' => 1e20, 'negative' => -1, 'flag' => true] as $kind => $value) {
			yield "revision: $kind" => ['tour-move', ['step' => 'list', 'revision' => $value], 'revision'];
			yield "days: $kind" => ['tour-snooze', ['days' => $value], 'days'];
		}
		foreach (['number' => 1, 'list' => ['list'], 'null' => null, 'HTML' => '<b>list</b>', 'empty' => ''] as $kind => $value) {
			yield "step: $kind" => ['tour-move', ['step' => $value, 'revision' => 1], 'step'];
		}
		foreach (['word' => 'yes', 'number' => 1, 'list' => [true], 'null' => null] as $kind => $value) {
			yield "again: $kind" => ['tour-start', ['again' => $value], 'again'];
		}
		yield 'days: too many' => ['tour-snooze', ['days' => 61], 'days'];
		yield 'missing step' => ['tour-move', ['revision' => 1], 'step'];
		yield 'missing revision' => ['tour-pause', [], 'revision'];
		yield 'missing days' => ['tour-snooze', [], 'days'];
		yield 'unknown field' => ['tour-finish', ['revision' => 1, 'colour' => 'red'], 'colour'];
	}

	/** @param array<string, mixed> $body */
	#[DataProvider('badBodies')]
	public function testBadInputNamesTheFieldAndChangesNothing(string $operation, array $body, string $field): void {
		$nadia = self::shared('member');
		$before = self::call($nadia, 'tour-show')->data()['progress'];

		self::assertInvalid($field, self::call($nadia, $operation, $body));
		self::assertSame($before, self::call($nadia, 'tour-show')->data()['progress']);
	}
}
