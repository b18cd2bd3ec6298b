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

/** Too many requests in a short time. */
#[CoversNothing]
final class RateLimitTest extends HttpTestCase {
	/** Requests in a minute that each operation lets through, as its attribute says. */
	public const LIMITS = [
		'me-export' => 10, 'me-forget' => 10, 'me-update' => 60,
		'tour-offered' => 120, 'tour-start' => 120, 'tour-move' => 120, 'tour-pause' => 120, 'tour-finish' => 120,
		'tour-snooze' => 120, 'tour-refuse' => 120, 'tour-missing' => 30,
		'adventure-move' => 120, 'adventure-check' => 120, 'adventure-restart' => 120, 'adventure-practise' => 30, 'adventure-tidy' => 30,
		'connection-begin' => 20, 'connection-remove' => 20, 'run-create' => 30, 'run-choose' => 60, 'run-forget' => 60,
		'run-scan' => 60, 'run-start' => 60, 'run-pause' => 60, 'run-resume' => 60, 'run-cancel' => 60, 'run-retry' => 60,
		'run-again' => 60, 'run-accept' => 60, 'run-decline' => 60, 'run-slice' => 240, 'run-weigh' => 120,
		'survey-answer' => 20, 'survey-withdraw' => 20, 'survey-choose' => 60,
	];

	private const PARTS = 10;

	/** @var ?list<string> chosen once, for midnight may pass while the suite runs */
	private static ?array $ofToday = null;

	/**
	 * All of them on the demo and with make soak; otherwise, on a Nextcloud, where each takes seconds, another part every day.
	 *
	 * @return list<string>
	 */
	public static function ofToday(): array {
		$parts = getenv('COMPAGNON_HOST') === 'nextcloud' && getenv('SOAK') === false ? self::PARTS : 1;
		return self::$ofToday ??= array_values(array_filter(
			array_keys(self::LIMITS),
			static fn (int $place): bool => $place % $parts === intdiv(time(), 86_400) % $parts,
			ARRAY_FILTER_USE_KEY,
		));
	}

	/** @return iterable<string, array{string}> */
	public static function limited(): iterable {
		foreach (self::ofToday() as $operation) {
			yield $operation => [$operation];
		}
	}

	#[DataProvider('limited')]
	public function testEndsAtTheLimit(string $operation): void {
		$person = Space::get()->person();
		$limit = self::LIMITS[$operation];
		$passed = 0;
		do {
			$statuses = $this->burst($person, $operation, 4);
			$passed += count(array_diff($statuses, [429]));
		} while (!in_array(429, $statuses, true) && $passed < 2 * $limit);

		self::assertContains(429, $statuses, "$passed requests were let through");
		self::assertGreaterThanOrEqual($limit, $passed);
		// Several at once may each be counted a little late.
		self::assertLessThanOrEqual($limit + 4, $passed);
		self::assertSame(200, self::call($person, 'me-show')->status);
	}

	public function testEverybodyHasTheirOwnLimit(): void {
		$nadia = Space::get()->person();
		for ($i = 0; $i < self::LIMITS['me-export']; $i++) {
			self::assertSame(200, self::call($nadia, 'me-export')->status);
		}
		self::assertSame(429, self::call($nadia, 'me-export')->status);

		self::assertSame(200, self::call(Space::get()->person(), 'me-export')->status);
	}

	/** @return list<int> */
	private function burst(Person $person, string $operation, int $times): array {
		[$method, $address, $headers, $body] = self::request($operation, ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token]);
		return array_map(static function ($answer) use ($operation): int {
			OpenApi::check($operation, $answer);
			return $answer->status;
		}, $person->browser->sendAtOnce($times, $method, $address, $headers, $body));
	}
}
