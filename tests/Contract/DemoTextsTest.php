<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoTexts;
use OCA\Compagnon\Port\Texts;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoTexts::class)]
final class DemoTextsTest extends TextsContract {
	/** Its folder lives as long as this. */
	private DemoSpace $space;

	#[\Override]
	protected function texts(string $language, array $others = []): Texts {
		$this->space = new DemoSpace('contract-in', $language);
		foreach ($others as $person => $theirs) {
			$this->space->container->get(Accounts::class)->setLanguage($person, $theirs);
		}
		return $this->space->container->get(Texts::class);
	}
}
