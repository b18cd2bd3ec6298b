<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Tests\Fake\FakeSession;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeSession::class)]
final class FakeSessionTest extends SessionContract {
	#[\Override]
	protected function session(?string $userId): Session {
		return new FakeSession($userId);
	}
}
