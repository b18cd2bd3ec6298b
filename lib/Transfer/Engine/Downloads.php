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
	/** Bytes of small files in memory, until they are written. */
	private const MEMORY = 33_554_432;
	private const LARGE_AT_ONCE = 4;

	/** @var array<string, Download> by key of the item */
	private array $running = [];
	/** @var list<Arrival> */
	private array $arrived = [];
	/** Bytes of memory for what is running and what has arrived: kept up to date, for thousands of small files wait at times. */
	private int $held = 0;
	private int $large = 0;
	/** @var array<string, true> keys of items whose provider gives no ranges after all */
	private array $whole = [];
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
		private readonly RangeSizes $sizes,
		private readonly Clock $clock,
	) {
		$this->check = new ArrivalCheck();
		$this->ranged = new RangedDownloads($pool, $limiter, $clock);
	}

	/**
	 * Whether one more can begin now.
	 *
	 * @param int $bytes in memory already, waiting to be written
	 */
	public function allow(Item $item, int $bytes): bool {
		$large = $this->large + $this->ranged->count() + (Body::isLarge($item) ? 1 : 0);
		return $this->limiter->allows(max(count($this->running), $this->pool->running()), $this->clock->now())
			&& $bytes + $this->held + Body::memoryFor($item) <= self::MEMORY
			&& $large <= self::LARGE_AT_ONCE;
	}

	/**
	 * Begins an item that is claimed.
	 *
	 * @throws Fault when it concerns the whole run
	 */
	public function start(Item $item): void {
		$body = new Body($item, $this->staging, $this->items, $this->clock);
		try {
			if ($body->isComplete()) {
				$this->arrive($body, null);
				return;
			}
			if (Body::isLarge($item) && !$this->staging->hasRoomFor($item)) {
				throw new Fault(FaultKind::NoRoom, 'no_staging_room');
			}
			$fetch = $this->slice->source->fetch($this->slice->run->access(), $item, $body->size());
			if (!isset($this->whole[$item->key]) && Ranges::suit($item, $fetch, $this->sizes->from)) {
				unset($body);
				$this->ranged->add(new Ranges($item, $fetch, $this->staging, $this->items, $this->clock, $this->sizes->segment));
				return;
			}
			$body->marks = $fetch->canResume;
			$this->hold(new Download($item, $fetch, $body));
			if ($fetch->request !== null) {
				$this->pool->start($item->key, $fetch->request, $body);
			}
		} catch (Fault $e) {
			$this->release($item->key);
			$this->settle($item, $e, false);
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
		foreach ($arrived as $arrival) {
			$this->held -= Body::memoryFor($arrival->item);
		}
		return $arrived;
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
			if ($all || Body::isLarge($download->item)) {
				$this->pool->stop($key);
				$this->release($key);
				$download->body->mark();
				$this->items->change($download->item->runId, $key, ItemState::Fetching, ItemState::Queued);
			}
		}
		foreach ($this->ranged->keys() as $key) {
			$this->ranged->stop($key);
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
			$this->items->setStaged($item->runId, $item->key, 0, null);
			$this->start($this->items->find($item->runId, $item->key) ?? throw new LeaseLost());
			return;
		}
		$fault = $range->fault ?? ($ended->answer?->ok() === true ? $this->short($item) : $this->fault($item, $ended));
		$this->settle($item, $fault, $ranges->hasGained());
	}

	private function end(Ended $ended): void {
		$download = $this->release($ended->key);
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
			$download->body->mark();
			$this->settle($download->item, $e, $download->body->hasGained());
		}
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

	private function hold(Download $download): void {
		$this->running[$download->item->key] = $download;
		$this->held += Body::memoryFor($download->item);
		$this->large += Body::isLarge($download->item) ? 1 : 0;
	}

	private function release(string $key): ?Download {
		$download = $this->running[$key] ?? null;
		if ($download !== null) {
			unset($this->running[$key]);
			$this->held -= Body::memoryFor($download->item);
			$this->large -= Body::isLarge($download->item) ? 1 : 0;
		}
		return $download;
	}

	private function keep(Arrival $arrival): void {
		$this->arrived[] = $arrival;
		$this->held += Body::memoryFor($arrival->item);
	}

	private function settle(Item $item, Fault $fault, bool $hasGained): void {
		if ($fault->kind === FaultKind::Throttled) {
			$until = $this->limiter->throttled($this->clock->now(), $fault->waitSeconds);
			$fault = new Fault(FaultKind::Throttled, $fault->reason, $until - $this->clock->now(), $fault);
		}
		$this->faults->settle($item, ItemState::Fetching, $this->changes->explain($this->slice, $item, $fault), $hasGained);
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
				$this->release($key);
				$this->arrive($download->body, $download);
			} catch (Fault $e) {
				$this->release($key);
				$download->body->mark();
				$this->settle($download->item, $e, $download->body->hasGained());
			}
		}
	}
}
