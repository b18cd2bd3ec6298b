<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\HttpPool;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;

/** What is coming at the moment: several requests at once, or one stream of this machine. */
final class Downloads {
	/** @var array<string, Download> by key of the item */
	private array $running = [];
	/** @var list<Arrival> */
	private array $arrived = [];
	/** @var array<string, true> keys of items whose provider gives no ranges after all */
	private array $whole = [];
	private readonly Budget $budget;
	private readonly ArrivalCheck $check;
	private readonly RangedDownloads $ranged;

	public function __construct(
		private readonly Slice $slice,
		private readonly HttpPool $pool,
		private readonly Limiter $limiter,
		private readonly StagingFiles $staging,
		private readonly ItemRepository $items,
		private readonly ItemFaults $faults,
		private readonly Changes $changes,
		private readonly Sizes $sizes,
		private readonly Clock $clock,
	) {
		$this->budget = new Budget($sizes);
		$this->check = new ArrivalCheck();
		$this->ranged = new RangedDownloads($pool, $limiter, $clock);
	}

	/** Whether one more can begin now. */
	public function allow(Item $item): bool {
		return $this->limiter->allows(max(count($this->running), $this->pool->running()), $this->clock->now()) && $this->budget->allows($item);
	}

	/**
	 * Begins an item that is claimed.
	 *
	 * @throws Fault when it concerns the whole run
	 */
	public function start(Item $item): void {
		$this->budget->take($item);
		$body = null;
		try {
			$body = new Body($item, $this->staging, $this->items, $this->clock, $this->sizes);
			$body->isComplete() ? $this->arrive($body, null) : $this->begin($item, $body);
		} catch (Fault $e) {
			unset($this->running[$item->key]);
			$this->settle($item, $e, false, $body?->hasReadOn() === true);
		}
	}

	/** @throws Fault */
	private function begin(Item $item, Body $body): void {
		$access = $this->slice->run->access();
		$fetch = $this->slice->source->fetch($access, $item, $body->size());
		if ($body->size() > 0 && !$fetch->canResume) {
			$body->startOver();
			$fetch = $this->slice->source->fetch($access, $item, 0);
		}
		$body->expect($fetch);
		if ($body->needs() > 0 && !$this->staging->hasRoomFor($body->needs())) {
			throw new Fault(FaultKind::NoRoom, 'no_staging_room');
		}
		if (!isset($this->whole[$item->key]) && Ranges::suit($item, $fetch, $this->sizes->from)) {
			$this->ranged->add(new Ranges($item, $fetch, $this->staging, $this->items, $this->clock, $this->sizes->segment));
			return;
		}
		$this->running[$item->key] = new Download($item, $fetch, $body);
		if ($fetch->request !== null) {
			$this->pool->start($item->key, $fetch->request, $body);
		}
	}

	/**
	 * Lets bytes come.
	 *
	 * @return list<Arrival> that are complete
	 * @throws Fault when it concerns the whole run
	 */
	public function wait(float $seconds): array {
		$this->receive($seconds);
		$arrived = $this->arrived;
		$this->arrived = [];
		return $arrived;
	}

	/**
	 * Others may come in their place.
	 *
	 * @param list<Arrival> $arrivals
	 */
	public function written(array $arrivals): void {
		foreach ($arrivals as $arrival) {
			$this->budget->give($arrival->item->key);
		}
	}

	/** Lets come what is ready, and keeps it for the next wait(). */
	public function pump(): void {
		$this->receive(0.0);
	}

	private function receive(float $seconds): void {
		$this->readStreams();
		$this->ranged->feed();
		foreach ($this->pool->wait($this->arrived === [] && !$this->ranged->areBehind() ? $seconds : 0.0) as $ended) {
			$range = $this->ranged->ended($ended);
			$range === null ? $this->end($ended) : $this->endRange($ended, ...$range);
		}
		foreach ($this->ranged->follow() as $ranges) {
			$this->take($ranges);
		}
	}

	/** @return int until when the account is left alone */
	public function pausedUntil(): int {
		return $this->limiter->pausedUntil();
	}

	/** Whether nothing comes at the moment because the account is left alone. */
	public function isStill(): bool {
		return $this->pool->running() === 0 && $this->clock->now() < $this->limiter->pausedUntil();
	}

	/** @return int what was begun and not handed out by wait() yet */
	public function running(): int {
		return count($this->running) + $this->ranged->count() + count($this->arrived);
	}

	/** Ends those that would take long, or all; what they have brought stays in staging. */
	public function stop(bool $all): void {
		foreach ($this->running as $key => $download) {
			if ($all || Budget::isLarge($download->item)) {
				$this->pool->stop($key);
				unset($this->running[$key]);
				$this->budget->give($key);
				$download->body->mark();
				$this->items->change($download->item->runId, $key, ItemState::Fetching, ItemState::Queued);
			}
		}
		foreach ($this->ranged->keys() as $key) {
			$this->ranged->stop($key);
			$this->budget->give($key);
			$this->items->change($this->slice->run->id, $key, ItemState::Fetching, ItemState::Queued);
		}
	}

	private function endRange(Ended $ended, Ranges $ranges, Range $range): void {
		$item = $ranges->item;
		if ($ended->answer?->ok() === true && $range->isWhole()) {
			$this->limiter->succeeded();
			return;
		}
		$this->ranged->stop($item->key);
		if ($range->isRefused && $ended->fault !== null) {
			$this->whole[$item->key] = true;
			$this->staging->discard($item);
			$this->items->setStaged($item->runId, $item->key, 0, null);
			$this->start($this->items->find($item->runId, $item->key) ?? throw new LeaseLost());
			return;
		}
		$fault = $range->fault ?? ($ended->answer?->ok() === true ? $this->short($item) : $this->fault($item, $ended));
		$this->settle($item, $fault, $ranges->hasGained());
	}

	private function end(Ended $ended): void {
		$download = $this->running[$ended->key] ?? null;
		unset($this->running[$ended->key]);
		if ($download === null) {
			// A range of a file that was given up a moment ago.
			return;
		}
		if ($download->body->lost) {
			throw new LeaseLost();
		}
		try {
			if ($ended->answer === null || !$ended->answer->ok()) {
				throw $download->body->fault ?? $this->fault($download->item, $ended);
			}
			$this->limiter->succeeded();
			$this->arrive($download->body, $download);
		} catch (Fault $e) {
			$this->giveUp($download, $e);
		}
	}

	private function giveUp(Download $download, Fault $fault): void {
		$download->body->mark();
		$this->settle($download->item, $fault, $download->body->hasGained(), $download->body->hasReadOn());
	}

	private function fault(Item $item, Ended $ended): Fault {
		if ($ended->answer === null) {
			return $ended->fault === null ? new Fault(FaultKind::Again, 'cut') : HttpFaults::of($ended->fault);
		}
		// What lies in staging is more than the source has.
		return $ended->answer->status === 416 ? new Fault(FaultKind::Restart, 'checksum') : $this->slice->source->fault($ended->answer, $item);
	}

	/** An answer that is whole and less than was asked for. */
	private function short(Item $item): Fault {
		$fault = $this->changes->explain($this->slice, $item, new Fault(FaultKind::Restart, 'checksum'));
		return $fault->reason === 'checksum' ? new Fault(FaultKind::Again, 'cut') : $fault;
	}

	private function take(Ranges $ranges): void {
		try {
			$arrival = $ranges->arrival();
			$this->check->check($arrival, null);
			$this->keep($arrival);
		} catch (Fault $e) {
			$this->settle($ranges->item, $e, false);
		}
	}

	/** @throws Fault */
	private function arrive(Body $body, ?Download $download): void {
		$arrival = $body->arrival();
		$this->check->check($arrival, $download?->fetch->container);
		$this->keep($arrival);
	}

	private function keep(Arrival $arrival): void {
		$this->arrived[] = $arrival;
		$this->budget->arrive($arrival->item->key);
	}

	/** @param bool $hasReadOn whether it began with what a kill had left, which may be what is wrong */
	private function settle(Item $item, Fault $fault, bool $hasGained, bool $hasReadOn = false): void {
		$this->budget->give($item->key);
		if ($fault->kind === FaultKind::Throttled) {
			$until = $this->limiter->throttled($this->clock->now(), $fault->waitSeconds);
			$fault = new Fault(FaultKind::Throttled, $fault->reason, $until - $this->clock->now(), $fault);
		}
		$fault = $this->changes->explain($this->slice, $item, $fault);
		if ($hasReadOn && $fault->kind === FaultKind::Restart && $fault->reason === 'checksum') {
			$this->faults->startOver($item, ItemState::Fetching);
			return;
		}
		$this->faults->settle($item, ItemState::Fetching, $fault, $hasGained);
	}

	/** Streams of this machine are read to their end, one after the other. */
	private function readStreams(): void {
		foreach ($this->running as $key => $download) {
			if ($download->fetch->open === null) {
				continue;
			}
			try {
				if (!(new StreamReader())->read($download, $this->slice->lease)) {
					return;
				}
				unset($this->running[$key]);
				$this->arrive($download->body, $download);
			} catch (Fault $e) {
				unset($this->running[$key]);
				$this->giveUp($download, $e);
			}
		}
	}
}
