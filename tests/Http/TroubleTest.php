<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The tables are gone, or hold what they never should. */
#[CoversNothing]
final class TroubleTest extends HttpTestCase {
	/** Every operation that reads or writes the tables of the app. */
	public const OF_TABLES = [
		'tour-index', 'tour-show', 'tour-offered', 'tour-start', 'tour-move', 'tour-pause', 'tour-finish', 'tour-snooze',
		'tour-refuse', 'tour-fact', 'tour-missing', 'adventure-index', 'adventure-show', 'adventure-move', 'adventure-restart', 'me-export', 'me-forget', 'check-show', 'check-store',
		'transfer-index', 'connection-remove', 'run-show', 'run-choose', 'run-forget', 'run-folders', 'run-weigh', 'run-items', 'run-report',
		'run-scan', 'run-start', 'run-pause', 'run-resume', 'run-cancel', 'run-retry', 'run-again', 'run-accept', 'run-decline', 'run-slice',
		'survey-index', 'survey-answer', 'survey-history', 'survey-results', 'survey-result', 'surveyadmin-show', 'surveyadmin-update', 'surveyadmin-withdraw',
	];

	/** Every operation that makes a value of what it reads. */
	public const OF_ROWS = [
		'tour-index', 'tour-show', 'tour-offered', 'tour-start', 'tour-move', 'tour-pause', 'tour-finish', 'tour-snooze',
		'tour-refuse', 'tour-fact',
	];

	public function testADatabaseThatWentAwayIsSaidAndNothingIsLost(): void {
		$person = Space::get()->person();
		$before = self::call($person, 'tour-start')->data();
		$admin = self::shared('admin');
		Space::get()->withoutDatabase(static function () use ($person, $admin): void {
			foreach (self::OF_TABLES as $operation) {
				$answer = self::call(OpenApi::operations()[$operation]->isAdmin() ? $admin : $person, $operation);
				self::assertRefused(503, 'unavailable', $answer);
				self::assertDoesNotMatchRegularExpression('/sql|table|compagnon_|exception|\.php/i', $answer->body);
			}
		});

		self::assertSame($before, self::call($person, 'tour-show')->data()['progress']);
		self::assertStringContainsString('could not be answered', Space::get()->log());
	}

	public function testABrokenContentFileIsNamedAndTheRestWorksOn(): void {
		$admin = Space::get()->person('admin');
		$name = 'broken-' . bin2hex(random_bytes(4));
		$before = self::call($admin, 'admin-content')->data()['tours'];
		$ids = array_column(self::call($admin, 'tour-index')->data()['tours'], 'id');
		Space::get()->withTourFile($name, '{"schema": 1, "id": ', static function () use ($admin, $name, $before, $ids): void {
			$content = self::call($admin, 'admin-content')->data();
			self::assertSame($before, $content['tours']);
			self::assertSame(["tours/$name.json"], array_column($content['faults'], 'file'));
			self::assertStringContainsString("tours/$name.json", $content['faults'][0]['message']);
			self::assertSame($ids, array_column(self::call($admin, 'tour-index')->data()['tours'], 'id'));
			self::assertRefused(404, 'not_found', self::call($admin, 'tour-show', parameters: ['tour' => $name]));
		});

		self::assertSame([], self::call($admin, 'admin-content')->data()['faults']);
		self::assertSame(1, substr_count(Space::get()->log(), "$name.json cannot be used"));
	}

	public function testAFaultOfOursIsSaidWithoutItsCause(): void {
		$person = Space::get()->person();
		self::call($person, 'tour-start');
		Space::get()->spoilRows($person);

		foreach (self::OF_ROWS as $operation) {
			$answer = self::call($person, $operation);
			self::assertRefused(500, 'failed', $answer);
			self::assertDoesNotMatchRegularExpression('/spoilt|enum|exception|\.php/i', $answer->body);
		}
		self::assertStringContainsString('spoilt', Space::get()->log());
		self::assertSame(['erased' => 1], self::call($person, 'me-forget')->data());
		self::assertSame('running', self::call($person, 'tour-start')->data()['state']);
	}

	public function testAPageIsMadeEvenWhenTheHelpCannotBe(): void {
		$person = Space::get()->person();
		self::call($person, 'tour-start');
		Space::get()->spoilRows($person);

		$page = $person->browser->send('GET', '/index.php/apps/files/', ['Accept' => 'text/html']);
		self::assertSame(200, $page->status);
		self::assertStringNotContainsString('initial-state-compagnon-loader', $page->body);
	}
}
