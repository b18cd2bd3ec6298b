<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Sink;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Hash\Hasher;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Target\Content;

/**
 * The bytes of one item as they come: hashed at once, small ones in memory, large ones in staging, where the next
 * process goes on.
 */
final class Body implements Sink {
	public const MEMORY = 4_194_304;
	private const MARK_BYTES = 8_388_608;
	private const MARK_SECONDS = 2;

	/** Why the bytes were not taken. */
	public ?Fault $fault = null;
	/** Whether the row belongs to somebody else by now. */
	public bool $lost = false;
	private string $bytes = '';
	/** @var resource|null */
	private mixed $file = null;
	private Hasher $hasher;
	private int $size = 0;
	private int $marked;
	private int $markedAt;

	/** @param bool $marks whether what has come is worth noting: the source can go on from there */
	public function __construct(
		private readonly Item $item,
		private readonly StagingFiles $staging,
		private readonly ItemRepository $items,
		private readonly Clock $clock,
		public bool $marks = false,
	) {
		$this->hasher = Hashers::start(Checksum::of($item));
		$this->resume();
		$this->marked = $this->size;
		$this->markedAt = $clock->now();
	}

	/** @return int bytes that are here already */
	public function size(): int {
		return $this->size;
	}

	public static function isLarge(Item $item): bool {
		return (int)$item->size > self::MEMORY;
	}

	/** @return int bytes that it takes of the memory at most */
	public static function memoryFor(Item $item): int {
		return self::isLarge($item) ? 0 : $item->size ?? self::MEMORY;
	}

	/** Whether another process had fetched everything already. */
	public function isComplete(): bool {
		return $this->size > 0 && $this->size === $this->item->size;
	}

	/** Whether so much was noted since it began that a cut now does not count as a failed try. */
	public function hasGained(): bool {
		return $this->marks && $this->marked - $this->item->stagedBytes >= self::MARK_BYTES;
	}

	#[\Override]
	public function begin(Answer $head): bool {
		if ($head->status === 206) {
			$isNext = preg_match('/^bytes (\d+)-/', (string)$head->header('content-range'), $range) === 1 && (int)$range[1] === $this->size;
			return $isNext ? true : $this->refuse(new Fault(FaultKind::Restart, 'checksum'));
		}
		if ($this->size > 0) {
			$this->startOver();
		}
		return true;
	}

	#[\Override]
	public function write(string $bytes): bool {
		$this->size += strlen($bytes);
		if ($this->item->size !== null && $this->size > $this->item->size) {
			return $this->refuse(new Fault(FaultKind::Restart, 'checksum'));
		}
		$this->hasher->add($bytes);
		if ($this->file === null && max($this->size, (int)$this->item->size) <= self::MEMORY) {
			$this->bytes .= $bytes;
			return true;
		}
		return $this->append($bytes) && (!$this->isDue() || $this->mark());
	}

	/** Notes in the row what has come. */
	public function mark(): bool {
		if (!$this->marks || $this->file === null || $this->size === $this->marked) {
			return true;
		}
		fflush($this->file);
		$this->markedAt = $this->clock->now();
		$this->marked = $this->size;
		$this->lost = !$this->items->setStaged($this->item->runId, $this->item->key, $this->size, $this->hasher->freeze());
		return !$this->lost;
	}

	/** @return Arrival what has come, as complete as the source says it is */
	public function arrival(): Arrival {
		if ($this->file === null) {
			return new Arrival($this->item, Content::ofBytes($this->bytes), $this->hasher->digest(), $this->hasher->freeze());
		}
		fclose($this->file);
		$this->file = null;
		return new Arrival($this->item, Content::ofFile($this->staging->path($this->item)), $this->hasher->digest(), $this->hasher->freeze());
	}

	private function resume(): void {
		if ($this->item->stagedBytes === 0 || $this->item->hashState === null) {
			return;
		}
		$file = $this->staging->resume($this->item, max(0, $this->item->stagedBytes));
		if ($file === null) {
			return;
		}
		try {
			$this->hasher = Hashers::resume(Checksum::of($this->item), explode('|', $this->item->hashState)[0]);
			$this->file = $file;
			$this->size = $this->item->stagedBytes;
		} catch (\UnexpectedValueException) {
			fclose($file);
		}
	}

	private function startOver(): void {
		$this->size = 0;
		$this->marked = 0;
		$this->hasher = Hashers::start(Checksum::of($this->item));
		if ($this->file !== null) {
			rewind($this->file);
			ftruncate($this->file, 0);
		}
	}

	private function append(string $bytes): bool {
		if ($this->file === null) {
			try {
				$this->file = $this->staging->create($this->item);
			} catch (Fault $e) {
				return $this->refuse($e);
			}
			$bytes = $this->bytes . $bytes;
			$this->bytes = '';
		}
		return @fwrite($this->file, $bytes) === strlen($bytes) ? true : $this->refuse(new Fault(FaultKind::NoRoom, 'no_staging_room'));
	}

	private function isDue(): bool {
		return $this->size - $this->marked >= self::MARK_BYTES || $this->clock->now() - $this->markedAt >= self::MARK_SECONDS;
	}

	private function refuse(Fault $fault): false {
		$this->fault = $fault;
		return false;
	}
}
