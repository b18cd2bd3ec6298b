<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoNotifier;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\Texts;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoNotifier::class)]
final class DemoNotifierTest extends NotifierContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace(language: 'en');
	}

	#[\Override]
	protected function notifier(): Notifier {
		return $this->space->container->get(Notifier::class);
	}

	#[\Override]
	protected function read(string $userId): array {
		$told = $this->space->container->get(DemoNotifier::class)->of($userId, $this->space->container->get(Texts::class));
		return array_map(static fn (array $one): array => [$one['text'], $one['link']], $told);
	}
}
