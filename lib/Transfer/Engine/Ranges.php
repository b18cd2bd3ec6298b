<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Hash\Hasher;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Target\Content;

/**
 * A very large file that comes in several ranges at once, into one file with holes. Its checksum follows in order, as far
 * as there is no hole. The row knows what has come of each segment: "<hasher>|<segment>:<bytes>,…".
 */
final class Ranges {
	/** As many as the line begins with: files come one after the other, and one is written while the next comes. */
	private const AT_ONCE = 8;
	/** What is not noted comes a second time after a kill, for it may lie behind a hole. */
	private const MARK_BYTES = 4_194_304;
	private const MARK_SECONDS = 2;
	private const GAIN_BYTES = 8_388_608;
	private const PIECE = 1_048_576;
	private const HASH_AT_ONCE = 33_554_432;

	/** Whether the row belongs to somebody else by now. */
	public bool $lost = false;
	/** @var array<int, Range> by segment */
	private array $coming = [];
	/** @var array<int, int> segment to the bytes of it that are here */
	private array $here = [];
	/** @var resource */
	private mixed $file;
	private Hasher $hasher;
	private int $hashed = 0;
	private int $marked = 0;
	private int $markedAt;
	private readonly int $size;
	private readonly int $before;

	public function __construct(
		public readonly Item $item,
		public readonly Fetch $fetch,
		private readonly StagingFiles $staging,
		private readonly ItemRepository $items,
		private readonly Clock $clock,
		/** @var positive-int */
		private readonly int $segment,
	) {
		$this->size = (int)$item->size;
		$this->hasher = Hashers::start(Checksum::of($item));
		$this->markedAt = $clock->now();
		$this->resume();
		$this->marked = $this->before = $this->here();
	}

	/** Whether a file is worth it, and can be checked when it is here. */
	public static function suit(Item $item, Fetch $fetch, int $from): bool {
		return (int)$item->size >= $from && $item->hash !== null && $fetch->canResume && $fetch->request !== null;
	}

	/** @return ?Range the next one that can begin now */
	public function next(): ?Range {
		if (count($this->coming) >= self::AT_ONCE) {
			return null;
		}
		for ($segment = intdiv($this->hashed, $this->segment); $segment * $this->segment < $this->size; $segment++) {
			$from = $segment * $this->segment + ($this->here[$segment] ?? 0);
			$to = min($this->size, ($segment + 1) * $this->segment) - 1;
			if ($from <= $to && !isset($this->coming[$segment])) {
				$file = $this->staging->within($this->item);
				fseek($file, $from);
				return $this->coming[$segment] = new Range($segment, $from, $to, $file);
			}
		}
		return null;
	}

	public function coming(int $segment): ?Range {
		return $this->coming[$segment] ?? null;
	}

	/** @return list<int> segments that are coming */
	public function segments(): array {
		return array_keys($this->coming);
	}

	/** A range has ended, whole or not. */
	public function end(Range $range): void {
		$range->flush();
		$this->here[$range->segment] = ($this->here[$range->segment] ?? 0) + $range->size();
		unset($this->coming[$range->segment]);
	}

	/** Goes on with the checksum, and notes now and then what is here. */
	public function follow(): void {
		for ($left = self::HASH_AT_ONCE; $left > 0; $left -= $length) {
			$length = min(self::PIECE, $left, $this->front() - $this->hashed);
			if ($length <= 0) {
				break;
			}
			fseek($this->file, $this->hashed);
			$this->hasher->add((string)stream_get_contents($this->file, $length));
			$this->hashed += $length;
		}
		if ($this->here() - $this->marked >= self::MARK_BYTES || $this->clock->now() - $this->markedAt >= self::MARK_SECONDS) {
			$this->mark();
		}
	}

	public function isComplete(): bool {
		return $this->hashed === $this->size;
	}

	/** Whether the checksum has something to do. */
	public function isBehind(): bool {
		return $this->front() > $this->hashed;
	}

	public function hasGained(): bool {
		return $this->marked - $this->before >= self::GAIN_BYTES;
	}

	public function mark(): void {
		$now = $this->here();
		if ($now === $this->marked) {
			return;
		}
		foreach ($this->coming as $range) {
			$range->flush();
		}
		$parts = [];
		foreach (array_keys($this->here + $this->coming) as $segment) {
			$bytes = $this->of($segment);
			// The file does not reach up to where nothing has come yet.
			if ($bytes > 0) {
				$parts[] = "$segment:$bytes";
			}
		}
		$this->marked = $now;
		$this->markedAt = $this->clock->now();
		$this->lost = !$this->items->setStaged($this->item->runId, $this->item->key, $this->hashed, $this->hasher->freeze() . '|' . implode(',', $parts));
	}

	public function arrival(): Arrival {
		return new Arrival($this->item, Content::ofFile($this->staging->path($this->item)), $this->hasher->digest(), $this->hasher->freeze());
	}

	/** @return int up to where there is no hole */
	private function front(): int {
		$segment = intdiv($this->hashed, $this->segment);
		return min($this->size, $segment * $this->segment + $this->of($segment));
	}

	private function of(int $segment): int {
		return ($this->here[$segment] ?? 0) + (isset($this->coming[$segment]) ? $this->coming[$segment]->size() : 0);
	}

	private function here(): int {
		return array_sum($this->here) + array_sum(array_map(static fn (Range $range): int => $range->size(), $this->coming));
	}

	private function resume(): void {
		[$frozen, $parts] = explode('|', $this->item->hashState ?? '', 2) + ['', ''];
		$here = [];
		$end = 0;
		foreach (array_filter(explode(',', $parts), static fn (string $part): bool => $part !== '') as $part) {
			[$segment, $bytes] = array_map(intval(...), explode(':', $part, 2) + ['', '0']);
			$here[$segment] = $bytes;
			$end = max($end, $segment * $this->segment + $bytes);
		}
		if ($here !== [] && $this->staging->length($this->item) >= $end) {
			try {
				$this->hasher = Hashers::resume(Checksum::of($this->item), $frozen);
				[$this->hashed, $this->here, $this->file] = [$this->item->stagedBytes, $here, $this->staging->within($this->item)];
				return;
			} catch (\UnexpectedValueException) {
				// Then all of it comes again.
			}
		}
		$this->file = $this->staging->create($this->item);
	}
}
