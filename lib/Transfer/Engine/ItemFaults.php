<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** What becomes of an item that did not come this time. */
final readonly class ItemFaults {
	private const MAX_TRIES = 6;
	private const LOCKED_TRIES = 14;
	private const LOCKED_SECONDS = 300;
	/**
	 * A lock that a killed writer left lives for an hour after somebody last asked for it (Nextcloud's filelocking.ttl), so
	 * that it is left alone for longer than that once.
	 */
	private const LOCK_LIFE = 3_660;
	private const LEFT_ALONE_AT = 3;
	/** Beginning anew costs more than going on: twice at most. */
	private const RESTART_WEIGHT = 2;
	private const LONGEST_WAIT = 32;
	/** What happened to an item before, and has to be known until it is settled. */
	private const LASTING = ['interrupted', 'lost'];

	public function __construct(
		private ItemRepository $items,
		private StagingFiles $staging,
		private Clock $clock,
		private Random $random,
	) {
	}

	/**
	 * @param bool $hasGained whether the try brought enough not to count as failed
	 * @throws Fault the same, when it concerns the whole run
	 * @throws LeaseLost
	 */
	public function settle(Item $item, ItemState $from, Fault $fault, bool $hasGained = false): void {
		match ($fault->kind) {
			FaultKind::Again => $this->again($item, $from, $fault, $hasGained),
			FaultKind::Throttled => $this->queue($item, $from, ['not_before' => $this->clock->now() + max(1, $fault->waitSeconds ?? 1)]),
			FaultKind::Restart => $this->restart($item, $from, $fault),
			FaultKind::Vanished => $this->end($item, $from, ItemState::Vanished, $fault->reason),
			FaultKind::Unsupported => $this->end($item, $from, ItemState::Unsupported, $fault->reason),
			FaultKind::Final => $this->end($item, $from, ItemState::Failed, $fault->reason),
			FaultKind::Reconnect, FaultKind::NoRoom => $this->queue($item, $from, []),
		};
		if ($fault->kind === FaultKind::Reconnect || $fault->kind === FaultKind::NoRoom) {
			throw $fault;
		}
	}

	/** What was left of an earlier try is wrong. That is no try that has failed: it comes anew, without it. */
	public function startOver(Item $item, ItemState $from): void {
		$this->queue($item, $from, ['staged_bytes' => 0, 'hash_state' => null, 'not_before' => $this->clock->now()]);
		$this->staging->discard($item);
	}

	/** The same for what is written and could not be read back: what is there is ours, as far as it goes. */
	public function settleWritten(Item $item, Fault $fault): void {
		$this->settle($item, ItemState::Writing, $fault);
		$this->items->change($item->runId, $item->key, ItemState::Queued, ItemState::Queued, ['code' => 'interrupted']);
	}

	/** For what cannot be stored right: the row keeps which file that is, so that trying again replaces it while nobody has changed it. */
	public function settleBroken(Item $item, StoredFile $broken): void {
		$this->end($item, ItemState::Writing, ItemState::Failed, 'read_back', ['replaces' => $broken->id, 'etag' => $broken->etag]);
	}

	private function again(Item $item, ItemState $from, Fault $fault, bool $hasGained): void {
		$tries = $hasGained ? 1 : $item->attempts + 1;
		if ($tries >= ($fault->reason === 'locked' ? self::LOCKED_TRIES : self::MAX_TRIES)) {
			$this->end($item, $from, ItemState::Failed, $fault->reason);
			return;
		}
		$wait = $fault->reason === 'locked' ? $this->lockedFor($fault, $tries) : $fault->waitSeconds ?? min(self::LONGEST_WAIT, 2 ** ($tries - 1)) + $this->random->between(0, 1);
		$this->queue($item, $from, ['attempts' => $tries, 'not_before' => $this->clock->now() + $wait, 'code' => $this->code($item, $fault)]);
	}

	/** Until a lock counts as left by a kill; where it does not even then, somebody is at it and has time. */
	private function lockedFor(Fault $fault, int $tries): int {
		return match ($tries) {
			1 => $fault->waitSeconds ?? self::LOCKED_SECONDS,
			self::LEFT_ALONE_AT => self::LOCK_LIFE,
			default => self::LOCKED_SECONDS,
		};
	}

	private function restart(Item $item, ItemState $from, Fault $fault): void {
		$fresh = ['staged_bytes' => 0, 'hash_state' => null];
		$tries = $item->attempts + self::RESTART_WEIGHT;
		if ($tries >= self::MAX_TRIES) {
			$this->end($item, $from, ItemState::Failed, $fault->reason, $fresh);
			return;
		}
		$this->queue($item, $from, $fresh + ['attempts' => $tries, 'not_before' => $this->clock->now() + 1, 'code' => $this->code($item, $fault)]);
		$this->staging->discard($item);
	}

	/** @param array<string, string|int|null> $columns */
	private function queue(Item $item, ItemState $from, array $columns): void {
		if (!$this->items->change($item->runId, $item->key, $from, ItemState::Queued, $columns)) {
			throw new LeaseLost();
		}
	}

	/** @param array<string, string|int|null> $columns */
	private function end(Item $item, ItemState $from, ItemState $to, string $code, array $columns = []): void {
		if (!$this->items->change($item->runId, $item->key, $from, $to, ['code' => $code, 'not_before' => 0] + $columns)) {
			throw new LeaseLost();
		}
		$this->staging->discard($item);
	}

	private function code(Item $item, Fault $fault): string {
		return $item->code !== null && in_array($item->code, self::LASTING, true) ? $item->code : $fault->reason;
	}
}
