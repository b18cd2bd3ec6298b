<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Tests\Fake\RealSpace;
use OCA\Compagnon\Tests\Unit\Transfer\Engine\RandomMove;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\TestCase;

/**
 * The moves of NothingLostTest by the adapters of a host: its database, files, list of jobs, staging and rules for names.
 * Whatever goes wrong and whenever the power goes, nothing is lost there either. What the time allows is tried.
 */
abstract class WholeMoves extends TestCase {
	/** After that long, another worker takes over. */
	private const REVIVED = 10_000;
	private const SIGKILL = 9;
	private const BEGIN = 1_800_000_000;

	private int $seed = 0;

	/** With a person whose space is empty, and without runs. */
	abstract protected function space(): RealSpace;

	/** @return list<string> runs that are on the host's own list of jobs */
	abstract protected function listed(): array;

	/** @return list<string> command of a process that works by Mover on the same space */
	abstract protected function process(): array;

	/** Time goes by after a kill, and what the host does by and by is done. */
	abstract protected function later(): void;

	public function testNothingIsLostWhateverHappens(): void {
		$until = microtime(true) + $this->seconds();
		for ($this->seed = 1; $this->seed <= 3 || microtime(true) < $until; $this->seed++) {
			$space = $this->space();
			$move = new RandomMove($this->seed, space: $space);
			$move->world->afterCut = $this->later(...);
			$move->world->run($move->options);
			$this->isWhole($space, $move, $move->finish());
			$this->ownIsUntouched($space, $move);
			$this->nothingElseIsThere($space, $move);
			$this->secondRunBringsNothing($space, $move);
		}
	}

	public function testNothingIsLostWhenProcessesAreKilled(): void {
		$until = microtime(true) + $this->seconds();
		$kills = 0;
		for ($this->seed = 1; $this->seed <= 2 || microtime(true) < $until; $this->seed++) {
			$space = $this->space();
			$move = new RandomMove($this->seed, space: $space);
			$move->world->run($move->options);
			$random = new \Random\Randomizer(new \Random\Engine\Mt19937($this->seed));
			$now = self::BEGIN;
			foreach ([...array_map(static fn (): int => $random->getInt(1, 60), range(1, 4)), 0] as $moments) {
				$killed = $this->isKilled($now += self::REVIVED, $moments);
				self::assertTrue($moments > 0 || !$killed, $this->words('the last process was killed'));
				$kills += $killed ? 1 : 0;
				if ($killed) {
					$this->later();
				}
			}
			$move->calm();
			$move->world->clock->now = $now + self::REVIVED;
			$this->isWhole($space, $move, $move->finish());
			$this->ownIsUntouched($space, $move);
			$this->nothingElseIsThere($space, $move);
			$this->secondRunBringsNothing($space, $move);
		}
		self::assertGreaterThan(0, $kills, 'nobody was killed');
	}

	private function seconds(): float {
		return getenv('SOAK') === false ? 6.0 : 120.0;
	}

	/**
	 * Lets a process work on the run to its end, or until it kills itself.
	 *
	 * @param int $moments after how many; 0 for never
	 */
	private function isKilled(int $now, int $moments): bool {
		$process = proc_open([...$this->process(), (string)$this->seed, (string)$now, (string)$moments], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
		self::assertIsResource($process);
		$said = (string)stream_get_contents($pipes[1]);
		fclose($pipes[1]);
		do {
			$status = proc_get_status($process);
		} while ($status['running'] && usleep(1000) === null);
		proc_close($process);
		if ($status['signaled']) {
			self::assertSame(self::SIGKILL, $status['termsig'], $this->words($said));
			return true;
		}
		self::assertSame([0, ''], [$status['exitcode'], $said], $this->words('a process of its own'));
		return false;
	}

	private function isWhole(RealSpace $space, RandomMove $move, Run $run): void {
		$world = $move->world;
		$counts = $world->items->counts($run->id);
		$failed = $counts->items(ItemState::Failed);
		self::assertSame($failed === 0 ? RunState::Done : RunState::Partial, $run->state, $this->words("$run->id ended with code $run->code"));
		self::assertSame([count($world->source->items), 0], [$counts->allItems(), $counts->open()], $this->words("items of $run->id"));
		self::assertSame(array_sum(array_column($world->source->items, 'size')), $counts->declared(), $this->words("bytes of $run->id"));
		self::assertSame([], glob($space->staging->folder() . "/$run->id/*"), $this->words('left in staging'));
		self::assertNotContains($run->id, $this->listed(), $this->words('left on the list'));
		$ids = [];
		foreach ($world->report->page($run->id, 'all', 0, 1000) as $item) {
			if ($item->state === ItemState::Verified || $item->state === ItemState::Identical) {
				$this->isThere($space, $move, $item);
				self::assertFalse($item->state === ItemState::Verified && in_array($item->fileId, $ids, true), $this->words("$item->sourceId shares its file"));
				$ids[] = $item->fileId;
			}
		}
	}

	private function isThere(RealSpace $space, RandomMove $move, Item $item): void {
		$stored = $space->files->byId($space->person, (int)$item->fileId);
		self::assertNotNull($stored, $this->words("$item->sourceId has no file"));
		self::assertSame([$item->kind === ItemKind::Folder, $item->targetName], [$stored->isFolder, $stored->name()], $this->words($item->sourceId));
		if ($item->kind === ItemKind::File) {
			self::assertSame(sha1($move->body($item->sourceId)), $this->digest($space, $stored->id), $this->words("$item->sourceId ($item->targetName) differs"));
			self::assertTrue($item->state === ItemState::Identical || $item->modifiedAt === $stored->modifiedAt, $this->words("$item->sourceId has another time"));
		}
	}

	private function ownIsUntouched(RealSpace $space, RandomMove $move): void {
		$bodies = $move->options->conflicts === 'version' ? array_map(static fn (string $id): string => sha1($move->body($id)), array_keys($move->world->source->bodies)) : [];
		foreach ($move->own as $id => ['path' => $path, 'bytes' => $bytes]) {
			self::assertSame($path, $space->files->byId($space->person, $id)?->path, $this->words("own $path is elsewhere"));
			self::assertContains($this->digest($space, $id), [sha1($bytes), ...$bodies], $this->words("own $path was changed"));
		}
	}

	/** No part of a file that a kill has left lies about. */
	private function nothingElseIsThere(RealSpace $space, RandomMove $move): void {
		$known = array_keys($move->own);
		foreach ($move->world->report->page('run1', 'all', 0, 1000) as $item) {
			$known[] = $item->fileId;
		}
		$folders = [''];
		while (($folder = array_pop($folders)) !== null) {
			foreach ($space->files->children($space->person, $folder) as $child) {
				$child->isFolder
					? $folders[] = $child->path
					: self::assertContains($child->id, $known, $this->words("$child->path is nobody's"));
			}
		}
	}

	private function secondRunBringsNothing(RealSpace $space, RandomMove $move): void {
		$move->calm();
		$moved = $move->world->report->page('run1', 'all', 0, 1000);
		$move->world->run($move->options, 'run2');
		$this->isWhole($space, $move, $move->finish('run2'));
		foreach ($moved as $item) {
			if ($item->state === ItemState::Verified || $item->state === ItemState::Identical) {
				$now = $move->world->items->find('run2', $item->key);
				self::assertSame([ItemState::Identical, $item->fileId], [$now?->state, $now?->fileId], $this->words("$item->sourceId came again"));
			}
		}
	}

	private function digest(RealSpace $space, int $fileId): string {
		return sha1((string)stream_get_contents($space->files->read($space->person, $fileId)));
	}

	private function words(string $what): string {
		return "seed $this->seed: $what";
	}
}
