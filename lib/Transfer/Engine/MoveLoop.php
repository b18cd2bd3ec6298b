<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\ItemRepository;

/** One process: many downloads at once, and one writer in the gaps between them. */
final class MoveLoop {
	private const LOOK_SECONDS = 0.25;
	/** After its time, a slice waits so long for small files that are nearly here. */
	private const GRACE_SECONDS = 3;
	/** What is due later than that is left to the next slice. */
	private const LONGEST_REST = 20;

	private readonly Groups $groups;
	private ?int $overSince = null;
	/** What goes on beside a write may itself lead to a sign of life, which must not begin it again. */
	private bool $isBeside = false;

	public function __construct(
		private readonly Slice $slice,
		private readonly TargetFolders $folders,
		private readonly Downloads $downloads,
		private readonly Queue $queue,
		private readonly FolderMaker $maker,
		private readonly Writer $writer,
		private readonly ItemRepository $items,
		private readonly Checkpoint $checkpoint,
		private readonly Rest $rest,
		private readonly Clock $clock,
	) {
		$this->groups = new Groups();
	}

	/**
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function run(): PhaseEnd {
		do {
			$this->slice->lease->beat();
			$this->slice->lease->isOver() ? $this->wane() : $this->fill();
			foreach ($this->downloads->wait(self::LOOK_SECONDS) as $arrival) {
				$this->groups->add($arrival, $this->clock->now(), $this->folders->isFast($arrival->item->parentKey));
			}
			$this->checkpoint->reach('arrived');
			$this->write();
			$this->slice->keepNowAndThen($this->clock->now());
			if ($this->downloads->running() > 0 && $this->downloads->isStill()) {
				$this->rest->take(self::LOOK_SECONDS);
			}
			$end = $this->downloads->running() === 0 && $this->groups->isEmpty() ? $this->end() : null;
		} while ($end === null);
		$this->slice->keep();
		return $end;
	}

	private function fill(): void {
		$this->fetch();
		if ($this->queue->hasFolder()) {
			$this->maker->make($this->slice, $this->folders);
			$this->queue->release();
		}
	}

	private function fetch(): void {
		while (($item = $this->queue->first()) !== null && !$this->queue->hasFolder() && $this->downloads->allow($item)) {
			$this->queue->shift();
			$this->downloads->start($item);
		}
	}

	/** The time is over: nothing new begins, and what would take long goes on in the next slice. */
	private function wane(): void {
		$this->overSince ??= $this->clock->now();
		$this->queue->release();
		$this->downloads->stop($this->clock->now() - $this->overSince >= self::GRACE_SECONDS);
	}

	private function write(): void {
		while (($group = $this->groups->next($this->clock->now(), $this->downloads->running() === 0 || $this->downloads->isStill())) !== null) {
			foreach ($this->folders->isFast($group[0]->item->parentKey) ? [$group] : array_map(static fn (Arrival $one): array => [$one], $group) as $together) {
				$this->slice->lease->beat();
				$this->together($together);
			}
		}
	}

	/**
	 * The line is not left idle while something is written and read back.
	 *
	 * @param non-empty-list<Arrival> $arrivals
	 */
	private function together(array $arrivals): void {
		$lease = $this->slice->lease;
		$lease->beside = function () use ($lease): void {
			if (!$this->isBeside) {
				$this->isBeside = true;
				$this->downloads->pump();
				$lease->isOver() ? null : $this->fetch();
				$this->isBeside = false;
			}
		};
		try {
			$this->writer->write($this->slice, $this->folders, $arrivals);
		} finally {
			$lease->beside = null;
		}
		$this->downloads->written($arrivals);
		$this->downloads->pump();
	}

	/** @return ?PhaseEnd null when something is due very soon */
	private function end(): ?PhaseEnd {
		$this->queue->release();
		$next = $this->items->nextDueAt($this->slice->run->id);
		if ($next === null) {
			return PhaseEnd::Done;
		}
		if ($this->slice->lease->isOver()) {
			return PhaseEnd::OutOfTime;
		}
		$wait = max($next, $this->downloads->pausedUntil()) - $this->clock->now();
		if ($wait > min(self::LONGEST_REST, $this->slice->lease->left())) {
			$this->slice->notBefore = $this->clock->now() + $wait;
			return PhaseEnd::Waiting;
		}
		if ($wait > 0) {
			$this->rest->take(self::LOOK_SECONDS);
		}
		return null;
	}
}
