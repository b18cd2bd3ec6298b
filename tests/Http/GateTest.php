<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who may come in at all, for each operation. */
#[CoversNothing]
final class GateTest extends HttpTestCase {
	#[DataProvider('operationsOfMembers')]
	public function testSomebodyWhoIsNotLoggedInIsNot(string $operation): void {
		$answer = self::raw(new Browser(Space::get()->url), $operation, ['OCS-APIRequest' => 'true']);

		OpenApi::check($operation, $answer);
		self::assertSame(401, $answer->status);
	}

	#[DataProvider('operationsOfMembers')]
	public function testAForeignFormHasNoToken(string $operation): void {
		$person = self::sharedFor($operation);
		foreach ([[], ['requesttoken' => 'wrong'], ['requesttoken' => '']] as $headers) {
			$answer = self::raw($person->browser, $operation, $headers);

			OpenApi::check($operation, $answer);
			self::assertSame(412, $answer->status);
		}
	}

	#[DataProvider('operations')]
	public function testTheTokenAloneIsEnough(string $operation): void {
		$person = self::sharedFor($operation);
		$answer = self::raw($person->browser, $operation, ['requesttoken' => $person->browser->token]);

		OpenApi::check($operation, $answer);
		// Nothing is found under the names that are asked for; the app says so, not the gate.
		self::assertContains($answer->status, [200, 400, 403, 404, 409]);
		self::assertContains($answer->data()['error'] ?? null, [null, 'invalid', 'refused', 'not_found', 'conflict']);
	}

	#[DataProvider('operations')]
	public function testAnUnknownParameterIsNamed(string $operation): void {
		$person = self::sharedFor($operation);
		foreach (['colour' => 'colour', '0' => '0', '%ff' => '?', 'a%5B%5D' => 'a'] as $query => $field) {
			$answer = self::raw($person->browser, $operation, ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token], query: "?$query=1");

			OpenApi::check($operation, $answer);
			self::assertInvalid((string)$field, $answer);
		}
	}

	#[DataProvider('operations')]
	public function testWhatBelongsToThePlatformIsLetThrough(string $operation): void {
		$person = self::sharedFor($operation);
		$answer = self::raw($person->browser, $operation, ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token], query: '?format=json');

		OpenApi::check($operation, $answer);
		// Nothing is found under the names that are asked for; the app says so, not the gate.
		self::assertContains($answer->status, [200, 400, 403, 404, 409]);
		self::assertContains($answer->data()['error'] ?? null, [null, 'invalid', 'refused', 'not_found', 'conflict']);
	}

	/** @return iterable<string, array{string}> */
	public static function operationsWithABody(): iterable {
		foreach (OpenApi::operations() as $id => $operation) {
			if ($operation->hasBody) {
				yield $id => [$id];
			}
		}
	}

	#[DataProvider('operationsWithABody')]
	public function testABrokenBodyIsSaid(string $operation): void {
		foreach (['{', '{"revision": 1,}', '{"a": "' . "\xff" . '"}', str_repeat('[', 600)] as $body) {
			$answer = self::call(self::sharedFor($operation), $operation, $body);
			self::assertInvalid('body', $answer);
		}
	}

	#[DataProvider('operationsWithABody')]
	public function testAListIsNoBody(string $operation): void {
		self::assertInvalid('0', self::call(self::sharedFor($operation), $operation, '[1, 2]'));
	}

	public function testADisabledAccountIsLoggedOutAtOnce(): void {
		$person = Space::get()->person();
		self::call($person, 'tour-start');
		Space::get()->disable($person);

		foreach (['tour-index', 'tour-start', 'me-export'] as $operation) {
			$answer = self::call($person, $operation);
			self::assertSame(401, $answer->status);
			self::assertStringNotContainsString(self::TOUR, $answer->body);
		}
		$this->expectException(\UnexpectedValueException::class);
		Space::get()->anotherBrowser($person);
	}

	public function testWhoMayNotUseTheAppLearnsNothingAndKeepsTheirPlace(): void {
		$person = Space::get()->person();
		$progress = self::call($person, 'tour-start')->data();
		Space::get()->withoutApp($person, static function () use ($person): void {
			foreach (['tour-index', 'tour-show', 'tour-start', 'me-show', 'me-forget'] as $operation) {
				$answer = self::raw($person->browser, $operation, ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token]);
				// A Nextcloud does not even know the routes of an app that a person may not use.
				self::assertSame(404, $answer->status, $operation);
				self::assertStringNotContainsString(self::TOUR, $answer->body);
			}
		});

		self::assertSame($progress, self::call($person, 'tour-show')->data()['progress']);
	}

	public function testAnotherVerbIsNoWayIn(): void {
		$person = Space::get()->person();
		self::call($person, 'tour-start');
		foreach (['GET', 'PUT', 'DELETE'] as $verb) {
			$answer = $person->browser->send($verb, OpenApi::operations()['tour-start']->address(), ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token]);
			self::assertContains($answer->status, [404, 405]);
		}
		self::assertSame(1, self::call($person, 'tour-show')->data()['progress']['revision']);
	}

	public function testABodyDoesNotLeadToAnotherTour(): void {
		$person = Space::get()->person();
		$answer = self::call($person, 'tour-start', ['tour' => 'no-such-tour']);

		self::assertContains($answer->status, [200, 400, 404]);
		if ($answer->status === 200) {
			self::assertSame(self::TOUR, $answer->data()['tour']);
		}
	}
}
