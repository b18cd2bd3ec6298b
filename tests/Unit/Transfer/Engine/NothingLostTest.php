<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Whatever is moved, whatever goes wrong and whenever the power goes: nothing is lost, and nothing of one's own is touched. */
#[CoversNothing]
final class NothingLostTest extends TestCase {
	private int $seed = 0;
	/** @var array<string, int> how often each moment was reached at which the power may go */
	private array $reached = [];
	/** @var array<string, int> how often it went wrong in each way */
	private array $met = [];

	public function testNothingIsLostWhateverHappens(): void {
		$seeds = getenv('SOAK') === false ? 250 : 20_000;
		for ($this->seed = 1; $this->seed <= $seeds; $this->seed++) {
			$move = new RandomMove($this->seed);
			$move->world->run($move->options);
			$this->isWhole($move, $move->finish());
			$this->met['kill in a file'] = ($this->met['kill in a file'] ?? 0) + ($move->wasCut() ? 1 : 0);
			$this->ownIsUntouched($move);
			$this->nothingElseIsThere($move, 'run1');
			$this->secondRunBringsTheRest($move);
			$this->note($move);
		}

		self::assertSame([], array_diff(RandomMove::MOMENTS, array_keys($this->reached)), 'moments that never came');
		self::assertSame([], array_diff(['kill', 'kill in a file', 'outage', 'no room', 'checksum', 'vanished'], array_keys(array_filter($this->met))), 'trouble that never came');
	}

	public function testThePowerMayGoAtEveryMomentThereIs(): void {
		$moments = [];
		foreach (glob(__DIR__ . '/../../../../lib/Transfer/Engine/*.php') ?: [] as $file) {
			preg_match_all("/->reach\('([^']+)'\)/", (string)file_get_contents($file), $found);
			$moments = [...$moments, ...$found[1]];
		}
		self::assertEqualsCanonicalizing(array_unique($moments), RandomMove::MOMENTS);
	}

	private function note(RandomMove $move): void {
		foreach ($move->world->cuts->reached as $moment => $times) {
			$this->reached[$moment] = ($this->reached[$moment] ?? 0) + $times;
		}
		foreach ($move->world->cuts->met as $what => $times) {
			$this->met[$what] = ($this->met[$what] ?? 0) + $times;
		}
		foreach ($move->world->report->codes('run1') as $codes) {
			foreach ($codes as $code => $times) {
				$this->met[$code] = ($this->met[$code] ?? 0) + $times;
			}
		}
	}

	private function isWhole(RandomMove $move, Run $run): void {
		$world = $move->world;
		$counts = $world->items->counts($run->id);
		$failed = $counts->items(ItemState::Failed);
		self::assertSame($failed === 0 ? RunState::Done : RunState::Partial, $run->state, $this->words("run ended with code $run->code"));
		self::assertSame(count($world->source->items), $counts->allItems(), $this->words('items'));
		self::assertSame(array_sum(array_column($world->source->items, 'size')), $counts->declared(), $this->words('bytes'));
		self::assertSame(0, $counts->open(), $this->words('open items'));
		self::assertSame([], glob($world->staging->folder() . '/*'), $this->words('left in staging'));
		self::assertArrayNotHasKey($run->id, $world->jobs->scheduled, $this->words('left on the list'));
		$files = [];
		foreach ($world->report->page($run->id, 'all', 0, 1000) as $item) {
			if ($item->state === ItemState::Verified || $item->state === ItemState::Identical) {
				$this->isThere($move, $item);
				if ($item->state === ItemState::Verified) {
					self::assertNotContains($item->fileId, $files, $this->words("$item->sourceId shares its file"));
					$files[] = $item->fileId;
				}
			}
		}
	}

	/** No part of a file that a kill has left lies about. */
	private function nothingElseIsThere(RandomMove $move, string $runId): void {
		$known = array_keys($move->own);
		foreach ($move->world->report->page($runId, 'all', 0, 1000) as $item) {
			$known[] = $item->fileId ?? $item->replaces;
		}
		foreach ($move->world->files->nodes as $id => $node) {
			self::assertTrue($node->isFolder || in_array($id, $known, true), $this->words("$node->path is nobody's"));
		}
	}

	private function isThere(RandomMove $move, Item $item): void {
		$node = $move->world->files->nodes[$item->fileId ?? 0] ?? null;
		self::assertNotNull($node, $this->words("$item->sourceId has no file"));
		self::assertSame($item->kind === ItemKind::Folder, $node->isFolder, $this->words("$item->sourceId is of another kind"));
		if ($item->kind === ItemKind::File) {
			self::assertSame($move->body($item->sourceId), $node->bytes, $this->words("$item->sourceId ($item->targetName) differs"));
			if ($item->state === ItemState::Verified) {
				self::assertSame($item->modifiedAt, $node->modifiedAt, $this->words("$item->sourceId has another time"));
			}
		}
		self::assertSame($item->targetName, basename($node->path), $this->words("$item->sourceId is called otherwise"));
	}

	private function ownIsUntouched(RandomMove $move): void {
		foreach ($move->own as $id => ['path' => $path, 'bytes' => $bytes]) {
			$node = $move->world->files->nodes[$id] ?? null;
			self::assertSame($path, $node?->path, $this->words("own $path is elsewhere"));
			$held = $move->options->conflicts === 'version' ? [$node->bytes, ...$node->versions] : [$node->bytes];
			self::assertContains($bytes, $held, $this->words("own $path was changed"));
		}
	}

	private function secondRunBringsTheRest(RandomMove $move): void {
		$world = $move->world;
		$there = [];
		foreach ($world->report->page('run1', 'all', 0, 1000) as $item) {
			if ($item->state === ItemState::Verified || $item->state === ItemState::Identical) {
				$there[] = $item;
			}
		}
		$move->calm();
		$world->source->asked = [];
		$world->run($move->options, 'run2');
		$run = $move->finish('run2');
		$this->isWhole($move, $run);
		foreach ($there as $item) {
			$now = $world->items->find('run2', $item->key);
			self::assertSame([ItemState::Identical, $item->fileId], [$now?->state, $now?->fileId], $this->words("$item->sourceId came again"));
		}
	}

	private function words(string $what): string {
		return "seed $this->seed: $what";
	}
}
