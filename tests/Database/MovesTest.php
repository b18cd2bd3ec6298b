<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use OCA\Compagnon\Tests\Unit\Transfer\Engine\RandomMove;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Run\RunRepository;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** A move comes to the same on every database, whatever goes wrong in it. */
#[CoversClass(ItemReport::class)]
#[CoversClass(ItemRepository::class)]
#[CoversClass(ItemTree::class)]
#[CoversClass(MapRepository::class)]
#[CoversClass(RunRepository::class)]
final class MovesTest extends TestCase {
	private const SEEDS = 25;

	/** @param 'COMPAGNON_MARIADB'|'COMPAGNON_POSTGRES' $server */
	#[TestWith(['COMPAGNON_MARIADB'])]
	#[TestWith(['COMPAGNON_POSTGRES'])]
	public function testAMoveComesToTheSame(string $server): void {
		$other = (new OtherDatabase($server))->withTables();
		$database = $other->database();
		for ($seed = 1; $seed <= self::SEEDS; $seed++) {
			foreach (['run', 'item', 'map'] as $table) {
				$database->execute("DELETE FROM *PREFIX*compagnon_transfer_$table");
			}

			self::assertSame($this->outcome(new RandomMove($seed)), $this->outcome(new RandomMove($seed, $database)), "seed $seed");
		}
	}

	/** @return array<string, mixed> */
	private function outcome(RandomMove $move): array {
		$outcome = [];
		foreach (['run1', 'run2'] as $id) {
			$move->world->run($move->options, $id);
			$run = $move->finish($id);
			$move->calm();
			$outcome[$id] = [
				'state' => $run->state->value,
				'code' => $run->code,
				'moved' => $run->totals['moved'] ?? null,
				'files' => $move->world->files->paths('nadia'),
				'items' => array_map(static fn (Item $item): array => [$item->sourceId, $item->sourcePath, $item->state->value, $item->targetName, $item->code, $item->size, $item->hash], $move->world->report->page($id, 'all', 0, 1000)),
			];
		}
		return $outcome;
	}
}
