<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoSession;
use OCA\Compagnon\Port\Session;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSession::class)]
final class DemoSessionTest extends SessionContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function session(?string $userId): Session {
		$this->space = new DemoSpace($userId);
		return $this->space->container->get(Session::class);
	}
}
