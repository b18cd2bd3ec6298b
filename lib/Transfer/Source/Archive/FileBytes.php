<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/**
 * The bytes of a file that is read as a stream, through a window. Where the stream cannot seek, what lies between is read
 * and forgotten, and going back means opening it again.
 */
final class FileBytes implements Bytes {
	/** Read at once after a jump, for instance to one small file among many. */
	private const JUMP = 8_192;
	/** Read at once when one place follows the other; a Takeout of 200 zips has 200 such windows. */
	private const AHEAD = 131_072;
	/** Gone through at once when it cannot be jumped over. */
	private const STEP = 33_554_432;
	/** A gap that is cheaper read than jumped over. */
	private const GAP = 65_536;

	/** @var ?resource */
	private mixed $stream = null;
	private int $position = 0;
	private string $window = '';
	private int $windowAt = 0;
	private ?bool $seekable = null;

	/** @param \Closure(): resource $open stream that begins at byte 0 */
	public function __construct(
		private readonly \Closure $open,
		private readonly int $size,
	) {
	}

	#[\Override]
	public function at(int $from, int $length): string {
		$skip = $from - $this->windowAt;
		if ($skip >= 0 && $skip + $length <= strlen($this->window)) {
			return substr($this->window, $skip, $length);
		}
		$this->load($from, max(0, min($length, $this->size - $from)));
		return substr($this->window, 0, $length);
	}

	#[\Override]
	public function size(): int {
		return $this->size;
	}

	#[\Override]
	public function isSeekable(): bool {
		$this->stream();
		return $this->seekable === true;
	}

	#[\Override]
	public function approach(int $place): bool {
		$near = min($place, $place < $this->windowAt ? self::STEP : $this->position + self::STEP);
		if (!$this->isSeekable()) {
			$this->at($near, 1);
		}
		return $near === $place || $this->seekable === true;
	}

	/** Puts the window to that place, with so many bytes at least. */
	private function load(int $from, int $length): void {
		$skip = $from - $this->windowAt;
		$end = $this->windowAt + strlen($this->window);
		$follows = $skip >= 0 && $from <= $end + self::GAP;
		$this->window = $skip >= 0 && $from < $end ? substr($this->window, $skip) : '';
		$this->windowAt = $from;
		$missing = $length - strlen($this->window);
		if ($missing > 0) {
			$this->moveTo($from + strlen($this->window));
			$this->window .= $this->read($missing, max($missing, $follows ? self::AHEAD : self::JUMP));
		}
	}

	private function read(int $atLeast, int $atMost): string {
		$bytes = '';
		$stream = $this->stream();
		while (strlen($bytes) < $atLeast) {
			$piece = fread($stream, max(1, $atMost - strlen($bytes)));
			if ($piece === false || ($piece === '' && feof($stream))) {
				break;
			}
			$bytes .= $piece;
		}
		$this->position += strlen($bytes);
		return $bytes;
	}

	private function moveTo(int $place): void {
		$this->stream();
		$gap = $place - $this->position;
		if ($this->seekable === true && ($gap < 0 || $gap > self::GAP)) {
			if (fseek($this->stream(), $place) === 0 && ftell($this->stream()) === $place) {
				$this->position = $place;
				return;
			}
			// It only said that it can. Where it stands now nobody knows.
			$this->stream = null;
			$this->stream();
			$this->seekable = false;
		} elseif ($gap < 0) {
			$this->stream = null;
			$this->stream();
		}
		$this->skip($place - $this->position);
	}

	private function skip(int $bytes): void {
		while ($bytes > 0) {
			$read = strlen($this->read(1, min($bytes, 4 * self::AHEAD)));
			if ($read === 0) {
				break;
			}
			$bytes -= $read;
		}
	}

	/** @return resource */
	private function stream(): mixed {
		if ($this->stream === null) {
			$this->stream = ($this->open)();
			$this->position = 0;
			$this->seekable ??= stream_get_meta_data($this->stream)['seekable'];
		}
		return $this->stream;
	}
}
