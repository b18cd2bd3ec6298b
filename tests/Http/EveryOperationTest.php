<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Runs last: every answer that openapi.json promises was really seen. */
#[CoversNothing]
final class EveryOperationTest extends HttpTestCase {
	#[DataProvider('operations')]
	public function testEveryDocumentedAnswerWasSeen(string $operation): void {
		$seen = array_keys(OpenApi::$seen[$operation] ?? []);
		$promised = array_filter(
			OpenApi::operations()[$operation]->statuses,
			static fn (int $status): bool => !self::cannotBeProvoked($operation, $status),
		);

		self::assertSame([], array_values(array_diff($promised, $seen)), "$operation never gave these answers");
	}

	/** Answers that nobody can provoke from outside, which unit tests give, and the limits that are another day's. */
	private static function cannotBeProvoked(string $operation, int $status): bool {
		return match ($status) {
			429 => !in_array($operation, RateLimitTest::ofToday(), true) && !in_array($operation, ObservatoryApiTest::OF_FLOODS, true),
			500 => !in_array($operation, TroubleTest::OF_ROWS, true),
			503 => !in_array($operation, TroubleTest::OF_TABLES, true) && !in_array($operation, ObservatoryApiTest::OF_TABLES, true),
			default => false,
		};
	}
}
