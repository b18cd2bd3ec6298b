<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerPeople;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Tests\Contract\PeopleContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerPeople::class)]
final class NextcloudPeopleTest extends PeopleContract {
	#[\Override]
	protected function people(): People {
		foreach (['contract-otto' => 'Otto Contractée', 'contract-ina' => 'Ina Contractée'] as $id => $name) {
			$person = Support::person($id);
			if ($person->getDisplayName() !== $name) {
				$person->setDisplayName($name);
			}
		}
		return Support::adapter(People::class);
	}

	#[\Override]
	protected function tearDown(): void {
		Support::person('contract-otto')->setEnabled(true);
	}

	public function testWhoWasDisabledIsNotOffered(): void {
		$people = $this->people();
		Support::person('contract-otto')->setEnabled(false);

		self::assertSame(['contract-ina'], array_column($people->find('Contractée', 10), 'id'));
	}
}
