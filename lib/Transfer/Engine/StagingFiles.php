<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;

/** The files that are not complete yet: one folder for each run, one file for each item that is not small. */
final readonly class StagingFiles {
	private const SHARE = 0.9;

	public function __construct(
		private Staging $staging,
	) {
	}

	/** Whether the disk has room for so much, and some more. */
	public function hasRoomFor(int $bytes): bool {
		$room = $this->staging->room();
		return $room === null || $bytes <= $room * self::SHARE;
	}

	public function path(Item $item): string {
		return $this->folder($item->runId) . "/$item->key.part";
	}

	/**
	 * @return resource an empty file, for writing and reading
	 * @throws Fault no room, when the disk does not take it
	 */
	public function create(Item $item): mixed {
		$folder = $this->folder($item->runId);
		if (!is_dir($folder) && !@mkdir($folder, 0o700, true) && !is_dir($folder)) {
			throw self::noRoom();
		}
		// Whoever still writes into the old one does not write into this.
		$this->discard($item);
		return $this->opened($this->path($item), 'w+');
	}

	/**
	 * @param non-negative-int $bytes that have to be there
	 * @return resource|null behind them; null when it does not have as much
	 * @throws Fault no room, when the disk does not take it
	 */
	public function resume(Item $item, int $bytes): mixed {
		$path = $this->path($item);
		if ($this->length($item) < $bytes) {
			return null;
		}
		$file = $this->opened($path, 'r+');
		fseek($file, $bytes);
		return $file;
	}

	/**
	 * @return resource for reading and writing somewhere within it
	 * @throws Fault no room, when the disk does not take it
	 */
	public function within(Item $item): mixed {
		return $this->opened($this->path($item), 'r+');
	}

	/** @throws Fault no room, when nobody can look */
	public function length(Item $item): int {
		$path = $this->path($item);
		clearstatcache(true, $path);
		return is_file($path) ? (int)filesize($path) : 0;
	}

	/** What cannot be reached now is nothing that could be in the way. */
	public function discard(Item $item): void {
		try {
			$path = $this->path($item);
		} catch (Fault) {
			return;
		}
		if (is_file($path)) {
			@unlink($path);
		}
	}

	/** Everything of a run, in the same way. */
	public function remove(string $runId): void {
		try {
			$folder = $this->folder($runId);
		} catch (Fault) {
			return;
		}
		foreach ((array)glob("$folder/*.part") as $path) {
			@unlink((string)$path);
		}
		if (is_dir($folder)) {
			@rmdir($folder);
		}
	}

	/** @throws Fault */
	private function folder(string $runId): string {
		try {
			return $this->staging->folder() . "/$runId";
		} catch (Unavailable $e) {
			throw self::noRoom($e);
		}
	}

	/** @return resource */
	private function opened(string $path, string $mode): mixed {
		$file = @fopen($path, $mode . 'b');
		return $file === false ? throw self::noRoom() : $file;
	}

	private static function noRoom(?\Throwable $cause = null): Fault {
		return new Fault(FaultKind::NoRoom, 'no_staging_room', null, $cause);
	}
}
