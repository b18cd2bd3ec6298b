<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\TransferSettings;

/** Fetches, checks, writes and reads back, until nothing is left that could come. */
final readonly class MovePhase {
	public function __construct(
		private ItemRepository $items,
		private Files $files,
		private Http $http,
		private StagingFiles $staging,
		private ItemFaults $faults,
		private Changes $changes,
		private Recovery $recovery,
		private FolderMaker $maker,
		private Writer $writer,
		private Checkpoint $checkpoint,
		private Rest $rest,
		private Sizes $sizes,
		private TransferSettings $settings,
		private Clock $clock,
	) {
	}

	/**
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function work(Slice $slice): PhaseEnd {
		$folders = new TargetFolders($slice, $this->items, $this->files, $this->settings->fast());
		$folders->of(null);
		$slice->cursor->checked = 0;
		$slice->keep();
		$this->recovery->settle($slice, $folders);
		$this->maker->make($slice, $folders);
		$downloads = new Downloads($slice, $this->http->pool(), Limiter::of($slice->source->id()), $this->staging, $this->items, $this->faults, $this->changes, $this->sizes, $this->clock);
		$queue = new Queue($slice->run->id, $this->items, $this->clock);
		return (new MoveLoop($slice, $folders, $downloads, $queue, $this->maker, $this->writer, $this->items, $this->checkpoint, $this->rest, $this->clock))->run();
	}
}
