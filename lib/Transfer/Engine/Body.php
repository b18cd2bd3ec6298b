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
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Target\Content;

/**
 * The bytes of one item as they come: hashed at once, small ones in memory, the others in staging, where the next process
 * goes on. Where the source has a checksum that is behind everything that lies there, since nothing wrong goes through;
 * otherwise behind what the row knows of.
 */
final class Body implements Sink {
	private const MARK_BYTES = 8_388_608;
	private const MARK_SECONDS = 2;
	private const GAIN_BYTES = 8_388_608;
	private const PIECE = 1_048_576;

	/** Why the bytes were not taken. */
	public ?Fault $fault = null;
	/** Whether the row belongs to somebody else by now. */
	public bool $lost = false;
	/** Whether what has come is worth noting: the source can go on from there. */
	private bool $marks = false;
	private int $memory;
	private string $bytes = '';
	/** @var resource|null */
	private mixed $file = null;
	private Hasher $hasher;
	/** @var non-negative-int */
	private int $size = 0;
	/** Bytes that were in staging when it began. */
	private int $before;
	private int $marked = 0;
	private int $markedAt;
	private bool $hasReadOn = false;

	/** @throws Fault no room, when what was left cannot be reached */
	public function __construct(
		private readonly Item $item,
		private readonly StagingFiles $staging,
		private readonly ItemRepository $items,
		private readonly Clock $clock,
		private readonly Sizes $sizes,
	) {
		$this->memory = $sizes->memory;
		$this->hasher = Hashers::start(Checksum::of($item));
		$this->resume();
		$this->readOn();
		$this->before = $this->size;
		$this->markedAt = $clock->now();
	}

	/** Before anything comes. */
	public function expect(Fetch $fetch): void {
		$this->marks = $fetch->canResume;
		$this->memory = $fetch->open === null ? $this->sizes->memory : $this->sizes->near;
	}

	/** @return non-negative-int bytes that are here already */
	public function size(): int {
		return $this->size;
	}

	/** @return int bytes of staging that it still takes, as far as its size is known */
	public function needs(): int {
		return $this->isForMemory() ? 0 : (int)$this->item->size - $this->size;
	}

	/** Whether it goes on behind bytes that no row knows of. */
	public function hasReadOn(): bool {
		return $this->hasReadOn;
	}

	/** Whether another process had fetched everything already. */
	public function isComplete(): bool {
		return $this->size > 0 && $this->size === $this->item->size;
	}

	/** Whether so much was noted since it began that a cut now does not count as a failed try. */
	public function hasGained(): bool {
		return $this->marks && $this->marked - $this->before >= self::GAIN_BYTES;
	}

	#[\Override]
	public function begin(Answer $head): bool {
		if ($head->status === 206) {
			$isNext = preg_match('/^bytes (\d+)-/', (string)$head->header('content-range'), $range) === 1 && (int)$range[1] === $this->size;
			$this->trim();
			return $isNext ? true : $this->refuse(new Fault(FaultKind::Restart, 'checksum'));
		}
		$this->startOver();
		return true;
	}

	/** What is here is of no use. */
	public function startOver(): void {
		$this->size = 0;
		$this->marked = 0;
		$this->hasReadOn = false;
		$this->hasher = Hashers::start(Checksum::of($this->item));
		$this->bytes = '';
		$this->trim();
	}

	#[\Override]
	public function write(string $bytes): bool {
		$this->size += strlen($bytes);
		if ($this->item->size !== null && $this->size > $this->item->size) {
			return $this->refuse(new Fault(FaultKind::Restart, 'checksum'));
		}
		$this->hasher->add($bytes);
		if ($this->isForMemory()) {
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
		ftruncate($this->file, $this->size);
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
			$this->size = $this->marked = max(0, $this->item->stagedBytes);
		} catch (\UnexpectedValueException) {
			fclose($file);
		}
	}

	/** A kill has left more than was noted: that is hashed from the disk. A file of ranges has holes there. */
	private function readOn(): void {
		$size = (int)$this->item->size;
		if ($this->item->hash === null || $size <= $this->sizes->memory || $size >= $this->sizes->from) {
			return;
		}
		$length = $this->staging->length($this->item);
		if ($length <= $this->size) {
			return;
		}
		$this->file ??= $this->staging->within($this->item);
		if ($length > $size) {
			$this->startOver();
			return;
		}
		fseek($this->file, $this->size);
		while (($bytes = (string)fread($this->file, self::PIECE)) !== '') {
			$this->hasher->add($bytes);
			$this->size += strlen($bytes);
		}
		$this->hasReadOn = true;
	}

	private function isForMemory(): bool {
		return $this->file === null && max($this->size, (int)$this->item->size) <= $this->memory;
	}

	/** What lies in the file beyond is nothing that was hashed. */
	private function trim(): void {
		if ($this->file !== null) {
			ftruncate($this->file, $this->size);
			fseek($this->file, $this->size);
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
