<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoNameRules;
use OCA\Compagnon\Port\NameRules;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoNameRules::class)]
final class DemoNameRulesTest extends NameRulesContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	#[\Override]
	protected function rules(): NameRules {
		return $this->space->container->get(NameRules::class);
	}
}
