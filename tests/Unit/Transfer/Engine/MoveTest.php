<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** A whole run, from the listing to the report. */
#[CoversNothing]
final class MoveTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$this->world->source
			->folder('d', null, 'Documents')->folder('e', 'd', 'Empty')
			->file('a', 'first', 'd', 'a.txt')->file('b', '', 'd', 'b.txt')->file('c', str_repeat('large', 1_000_000), null, 'c.bin');
	}

	public function testEverythingIsThereAsItWas(): void {
		$this->world->run();
		$run = $this->world->finish();

		self::assertSame(RunState::Done, $run->state);
		self::assertSame(['Drive/Documents/a.txt', 'Drive/Documents/b.txt', 'Drive/c.bin'], $this->world->files->paths('nadia'));
		self::assertSame('first', $this->world->files->bytes('nadia', 'Drive/Documents/a.txt'));
		self::assertSame(5_000_000, strlen((string)$this->world->files->bytes('nadia', 'Drive/c.bin')));
		self::assertTrue($this->world->files->find('nadia', 'Drive/Documents/Empty')?->isFolder);
		self::assertSame(1_600_000_001, $this->world->files->find('nadia', 'Drive/Documents/a.txt')?->modifiedAt);
		self::assertSame(['items' => 5, 'bytes' => 5_000_005], $run->totals['moved'] ?? null);
	}

	public function testNothingMovesBeforeSomebodySaysSo(): void {
		$this->world->run(new RunOptions('Drive'));
		$run = $this->world->finish();

		self::assertSame(RunState::Ready, $run->state);
		self::assertSame([], $this->world->files->nodes);
		self::assertSame(5, $this->world->items->counts('run1')->items(ItemState::Queued));
	}

	public function testASecondRunBringsNothing(): void {
		$this->world->run();
		$this->world->finish();
		$this->world->source->asked = [];
		$this->world->run(id: 'run2');
		$run = $this->world->finish('run2');

		self::assertSame(RunState::Done, $run->state);
		self::assertSame([], $this->world->source->asked);
		self::assertSame(5, $this->world->items->counts('run2')->items(ItemState::Identical));
		self::assertSame(ItemState::Identical, $this->world->item('e', 'run2', ItemKind::Folder)->state);
	}
}
