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

#[CoversNothing]
final class MeApiTest extends HttpTestCase {
	public function testQuietIsKept(): void {
		$nadia = Space::get()->person();
		self::assertSame(['quiet' => false], self::call($nadia, 'me-show')->data());
		self::assertSame(['quiet' => true], self::call($nadia, 'me-update', ['quiet' => true])->data());
		self::assertSame(['quiet' => true], self::call(Space::get()->anotherBrowser($nadia), 'me-show')->data());
		self::assertSame(['quiet' => false], self::call($nadia, 'me-update', ['quiet' => false])->data());
		self::assertSame(['quiet' => false], self::call($nadia, 'me-show')->data());
	}

	public function testReceivesAllThatIsKeptThenErasesIt(): void {
		$nadia = Space::get()->person();
		$nothing = self::call($nadia, 'me-export')->data();
		self::assertSame(['quiet' => false], $nothing['settings']);
		self::assertSame([], array_filter($nothing['tables']));
		self::assertContains('compagnon_transfer_run', array_keys($nothing['tables']));

		self::call($nadia, 'tour-start');
		self::call($nadia, 'me-update', ['quiet' => true]);
		$kept = self::call($nadia, 'me-export')->data();
		self::assertSame(['quiet' => true], $kept['settings']);
		$row = $kept['tables']['compagnon_tour_progress'][0];
		self::assertSame([self::TOUR, 'running', 'welcome'], [$row['tour'], $row['state'], $row['step']]);

		$archive = Space::get()->addFile($nadia, 'old.zip', 'x');
		$run = (string)self::call($nadia, 'run-create', ['source' => 'archive', 'target' => '', 'archives' => [$archive]])->data()['id'];
		Space::get()->addConnection($nadia, 'c' . bin2hex(random_bytes(8)));
		self::assertSame([$run], array_column(self::call($nadia, 'me-export')->data()['tables']['compagnon_transfer_run'], 'id'));

		self::assertSame(['erased' => 3], self::call($nadia, 'me-forget')->data());
		self::assertSame(404, self::call($nadia, 'run-show', parameters: ['run' => $run])->status);
		self::assertSame(['erased' => 0], self::call($nadia, 'me-forget')->data());
		self::assertSame(['quiet' => false], self::call($nadia, 'me-show')->data());
		self::assertNull(self::call($nadia, 'tour-show')->data()['progress']);
	}

	/** @return iterable<string, array{mixed}> */
	public static function noFlags(): iterable {
		foreach (['word' => 'true', 'number' => 1, 'list' => [], 'object' => ['a' => true], 'null' => null] as $kind => $value) {
			yield $kind => [$value];
		}
	}

	#[DataProvider('noFlags')]
	public function testQuietIsAFlagAndNothingElse(mixed $value): void {
		$nadia = self::shared('member');

		self::assertInvalid('quiet', self::call($nadia, 'me-update', ['quiet' => $value]));
		self::assertSame(['quiet' => false], self::call($nadia, 'me-show')->data());
	}

	public function testQuietIsNeeded(): void {
		self::assertInvalid('quiet', self::call(self::shared('member'), 'me-update', []));
	}
}
