<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Target\FilesFault;

/** Puts runs back on the list whose worker died together with its next slice, and those that have room again. */
final readonly class ReviveRuns {
	private const ROOM_SECONDS = 600;

	public function __construct(
		private RunRepository $runs,
		private ItemRepository $items,
		private Files $files,
		private Jobs $jobs,
		private Clock $clock,
	) {
	}

	public function revive(): void {
		$now = $this->clock->now();
		foreach ($this->runs->due($now) as $run) {
			$this->jobs->schedule($run->id);
		}
		foreach ($this->runs->inState(RunState::WaitingRoom) as $run) {
			if ((int)$run->notBefore > $now) {
				continue;
			}
			if (!$this->hasRoom($run)) {
				$this->runs->transition($run->id, [RunState::WaitingRoom], RunState::WaitingRoom, $now, $run->code, $now + self::ROOM_SECONDS);
			} elseif ($this->runs->transition($run->id, [RunState::WaitingRoom], RunState::Active, $now)) {
				$this->jobs->schedule($run->id);
			}
		}
	}

	private function hasRoom(Run $run): bool {
		try {
			$root = RunCursor::of($run->cursor)->root;
			$path = ($root === null ? null : $this->files->byId($run->userId, $root)?->path) ?? '';
			$room = $this->files->room($run->userId, $path);
		} catch (FilesFault) {
			return false;
		}
		return $room === null || $room >= $this->items->counts($run->id)->bytes(ItemState::Queued, ItemState::Fetching, ItemState::Writing);
	}
}
