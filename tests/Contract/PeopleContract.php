<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\People;
use PHPUnit\Framework\TestCase;

/** What every People has to do. */
abstract class PeopleContract extends TestCase {
	/** With "contract-ina", called "Ina Contractée", and "contract-otto", called "Otto Contractée"; others may be there too. */
	abstract protected function people(): People;

	public function testKnowsWhoIsThereAndWhatTheyAreCalled(): void {
		$people = $this->people();

		self::assertTrue($people->exists('contract-ina'));
		self::assertSame('Ina Contractée', $people->name('contract-ina'));
		foreach (['contract-nobody', '', '🌻'] as $id) {
			self::assertFalse($people->exists($id), "\"$id\"");
			self::assertSame($id, $people->name($id));
		}
	}

	public function testFindsByPartOfNameOrId(): void {
		$ina = ['id' => 'contract-ina', 'name' => 'Ina Contractée'];
		$otto = ['id' => 'contract-otto', 'name' => 'Otto Contractée'];

		self::assertSame([$ina], $this->people()->find('ina contr', 10));
		self::assertSame([$otto], $this->people()->find('contract-ott', 10));
		self::assertSame([$ina, $otto], $this->people()->find('Contractée', 10));
		self::assertSame([$ina], $this->people()->find('Contractée', 1));
		self::assertSame([], $this->people()->find('nobody of that name', 10));
	}

	public function testNothingAskedForIsEverybody(): void {
		$ids = array_column($this->people()->find('', 500), 'id');

		self::assertSame([], array_diff(['contract-ina', 'contract-otto'], $ids));
		self::assertCount(1, $this->people()->find('', 1));
	}
}
