<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** Opens the content of an entry. */
final readonly class EntryContent {
	/** Up to here an entry is unpacked in memory, in one go. */
	private const SMALL = 1_048_576;

	public function __construct(
		private Bytes $file,
	) {
	}

	/**
	 * @param int $size bytes that it holds
	 * @return resource from that byte of the content on
	 */
	public function plain(int $at, int $size, int $offset): mixed {
		return $this->near($at + $offset, fn () => $this->read($at, $size, $offset));
	}

	/** @return resource */
	private function read(int $at, int $size, int $offset): mixed {
		return $size - $offset > self::SMALL
			? PullStream::of(new StoredPull($this->file, $at + $offset, $at + $size))
			: self::memory($size > $offset ? $this->file->at($at + $offset, $size - $offset) : '');
	}

	/**
	 * @param int $at local header of a zip's entry
	 * @param int $packed bytes that it takes
	 * @param int $size bytes that it holds
	 * @return resource
	 * @throws Fault
	 */
	public function inflated(int $at, int $packed, int $size): mixed {
		return $this->near($at, fn () => $this->inflate($at, $packed, $size));
	}

	/** @return resource */
	private function inflate(int $at, int $packed, int $size): mixed {
		$from = $this->behindHeader($at);
		if ($size <= self::SMALL && $packed <= self::SMALL) {
			$bytes = $size === 0 ? '' : @gzinflate($this->file->at($from, $packed), $size);
			if ($bytes !== false) {
				return self::memory($bytes);
			}
		}
		return PullStream::of(new InflatePull($this->file, $from, $from + $packed, $size));
	}

	/**
	 * @return resource from that byte of the content on
	 * @throws Fault
	 */
	public function stored(int $at, int $size, int $offset): mixed {
		return $this->near($at, fn () => $this->plain($this->behindHeader($at), $size, $offset));
	}

	/**
	 * @param \Closure(): resource $open
	 * @return resource
	 */
	private function near(int $place, \Closure $open): mixed {
		return $this->file->approach($place) ? $open() : PullStream::of(new ApproachPull($this->file, $place, $open));
	}

	/** @throws Fault */
	private function behindHeader(int $at): int {
		$head = $this->file->at($at, 30);
		if (strlen($head) < 30 || !str_starts_with($head, "PK\x03\x04")) {
			throw new Fault(FaultKind::Final, 'entry_broken');
		}
		return $at + 30 + ord($head[26]) + 256 * ord($head[27]) + ord($head[28]) + 256 * ord($head[29]);
	}

	/** @return resource */
	private static function memory(string $bytes): mixed {
		$stream = fopen('php://memory', 'r+');
		if ($stream === false) {
			throw new \LogicException('Memory opens always.');
		}
		fwrite($stream, $bytes);
		rewind($stream);
		return $stream;
	}
}
