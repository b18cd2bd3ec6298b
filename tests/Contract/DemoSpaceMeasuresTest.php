<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Adapter\DemoSpaceMeasures;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Shares;
use OCA\Compagnon\Port\SpaceMeasures;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSpaceMeasures::class)]
final class DemoSpaceMeasuresTest extends SpaceMeasuresContract {
	private DemoSpace $space;
	private int $file = 0;

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->space = new DemoSpace();
	}

	public function testWhatLiesInTheBinIsNoFile(): void {
		$this->file('contract-in', 10);
		$nodes = $this->space->container->get(Nodes::class);
		$nodes->insert('contract-in', 'contract-in', 0, 'folder', true);
		$nodes->trash($nodes->path($this->file)[0]);

		self::assertSame([0, 0], [$this->measures()->files([], 10), $this->measures()->bytes([])]);
	}

	#[\Override]
	protected function measures(): SpaceMeasures {
		return $this->space->container->get(SpaceMeasures::class);
	}

	#[\Override]
	protected function account(string $id): void {
		$this->space->container->get(Accounts::class)->add($id, $id, 'secret');
	}

	#[\Override]
	protected function come(string $id): void {
		self::assertNotNull($this->space->container->get(Accounts::class)->login($id, 'secret'));
		self::assertNotNull($this->space->container->get(Accounts::class)->login($id, 'secret'));
	}

	#[\Override]
	protected function file(string $id, int $bytes): void {
		$this->file = $this->space->container->get(Nodes::class)->insert($id, $id, 0, "file-$this->file", false, $bytes);
	}

	#[\Override]
	protected function share(string $id): void {
		$member = $this->space->container->get(Accounts::class)->find('contract-in');
		self::assertNotNull($member);
		$this->space->container->get(Shares::class)->withMember($this->file, $id, $member, false);
	}

	#[\Override]
	protected function link(string $id): void {
		$this->space->container->get(Shares::class)->byLink($this->file, $id, '');
	}
}
