<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Notifier;
use PHPUnit\Framework\TestCase;

/** What every Notifier has to do. */
abstract class NotifierContract extends TestCase {
	protected const SENTENCE = 'Ask {contact}. You can also skip this step.';

	/** Nothing is told yet to "contract-in" and "contract-out". */
	abstract protected function notifier(): Notifier;

	/** @return list<array{string, string}> what the person reads, in English, and where it leads */
	abstract protected function read(string $userId): array;

	public function testWhatIsToldIsReadByThatPerson(): void {
		$this->notifier()->tell('contract-in', 'run-1', self::SENTENCE, ['contact' => '<b>Nadia</b> & {contact}'], 'https://space.example/apps/compagnon/transfer');

		self::assertSame([['Ask <b>Nadia</b> & {contact}. You can also skip this step.', 'https://space.example/apps/compagnon/transfer']], $this->read('contract-in'));
		self::assertSame([], $this->read('contract-out'));
	}

	public function testTheSameThingIsToldOnceAsItIsNow(): void {
		$notifier = $this->notifier();
		$notifier->tell('contract-in', 'run-1', self::SENTENCE, ['contact' => 'Nadia'], 'https://space.example/1');
		$notifier->tell('contract-in', 'run-1', self::SENTENCE, ['contact' => 'Bruno'], 'https://space.example/2');

		self::assertSame([['Ask Bruno. You can also skip this step.', 'https://space.example/2']], $this->read('contract-in'));
	}

	public function testWhatIsWithdrawnIsGoneAndNothingElse(): void {
		$notifier = $this->notifier();
		$notifier->tell('contract-in', 'run-1', self::SENTENCE, ['contact' => 'Nadia'], 'https://space.example/1');
		$notifier->tell('contract-in', 'run-2', self::SENTENCE, ['contact' => 'Bruno'], 'https://space.example/2');
		$notifier->tell('contract-out', 'run-1', self::SENTENCE, ['contact' => 'Lou'], 'https://space.example/3');
		$notifier->withdraw('contract-in', 'run-1');
		$notifier->withdraw('contract-in', 'run-3');

		self::assertSame([['Ask Bruno. You can also skip this step.', 'https://space.example/2']], $this->read('contract-in'));
		self::assertCount(1, $this->read('contract-out'));
	}
}
