<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Log;
use PHPUnit\Framework\TestCase;

/** What every Log has to do. */
abstract class LogContract extends TestCase {
	abstract protected function log(): Log;

	/** @return list<array{level: string, text: string}> what was written since the log was asked for; text holds all of an entry */
	abstract protected function entries(): array;

	public function testAWarningIsWrittenWithItsContext(): void {
		$this->log()->warning('The file {file} is odd', ['file' => 'tours/alpha.json', 'times' => 3]);

		$entry = $this->entries()[0];
		self::assertSame('warning', $entry['level']);
		self::assertStringContainsString('is odd', $entry['text']);
		self::assertStringContainsString('tours/alpha.json', $entry['text']);
	}

	public function testAnErrorIsWrittenWithItsCause(): void {
		$this->log()->error('It failed', [], new \LogicException('because of the rain'));

		$entry = $this->entries()[0];
		self::assertSame('error', $entry['level']);
		self::assertStringContainsString('It failed', $entry['text']);
		self::assertStringContainsString('because of the rain', $entry['text']);
		self::assertStringContainsString(basename(__FILE__), $entry['text']);
	}

	public function testAnErrorWithoutACause(): void {
		$this->log()->error('It failed alone');

		self::assertSame('error', $this->entries()[0]['level']);
	}

	public function testWhatIsNotUtf8OrHasLinesDoesNotBreakTheLog(): void {
		$log = $this->log();
		$log->warning("odd {name}\n{\"level\": 4}", ['name' => "\xff"]);
		$log->warning('the next one');

		self::assertCount(2, $this->entries());
		self::assertStringContainsString('the next one', $this->entries()[1]['text']);
	}
}
