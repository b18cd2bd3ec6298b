<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Tests\Fake\FakeNotifier;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeNotifier::class)]
final class FakeNotifierTest extends NotifierContract {
	private FakeNotifier $notifier;

	#[\Override]
	protected function setUp(): void {
		$this->notifier = new FakeNotifier();
	}

	#[\Override]
	protected function notifier(): Notifier {
		return $this->notifier;
	}

	#[\Override]
	protected function read(string $userId): array {
		return array_values(array_map(
			static fn (array $told): array => [(new FakeTexts())->t($told['sentence'], $told['values']), $told['link']],
			$this->notifier->told[$userId] ?? [],
		));
	}
}
