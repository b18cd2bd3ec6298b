<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** What a gzip stream, of one member or several, holds. Going back means inflating again from the start. */
final class GzipBytes implements Bytes {
	/** Inflates to 16 MiB at most. */
	private const PIECE = 16_384;
	/** Inflated at once on the way to a place. */
	private const STEP = 33_554_432;
	private const MEMBER = "\x1f\x8b";

	private ?\InflateContext $context = null;
	private int $memberAt = 0;
	private int $position = 0;
	private string $window = '';
	private int $windowAt = 0;
	private bool $ended = false;

	public function __construct(
		private readonly Bytes $packed,
	) {
	}

	#[\Override]
	public function at(int $from, int $length): string {
		if ($from < $this->windowAt) {
			$this->restart();
		}
		while (!$this->ended && $from + $length > $this->windowAt + strlen($this->window)) {
			$this->forget($from);
			$this->window .= $this->inflate();
		}
		return substr($this->window, $from - $this->windowAt, $length);
	}

	#[\Override]
	public function size(): ?int {
		return null;
	}

	#[\Override]
	public function isSeekable(): bool {
		return false;
	}

	#[\Override]
	public function approach(int $place): bool {
		$near = min($place, $place < $this->windowAt ? self::STEP : $this->windowAt + strlen($this->window) + self::STEP);
		$this->at($near, 1);
		return $near === $place || $this->ended;
	}

	/** Drops what lies before that place. */
	private function forget(int $from): void {
		$bytes = min($from - $this->windowAt, strlen($this->window));
		if ($bytes > 0) {
			$this->window = substr($this->window, $bytes);
			$this->windowAt += $bytes;
		}
	}

	private function restart(): void {
		$this->context = null;
		$this->memberAt = $this->position = $this->windowAt = 0;
		$this->window = '';
		$this->ended = false;
	}

	private function inflate(): string {
		if ($this->context === null && !$this->begin()) {
			return '';
		}
		$context = $this->context ?? throw new \LogicException('A member has begun.');
		$piece = $this->packed->at($this->position, self::PIECE);
		$bytes = @inflate_add($context, $piece, $piece === '' ? ZLIB_FINISH : ZLIB_SYNC_FLUSH);
		if ($bytes === false) {
			throw new Fault(FaultKind::Final, $piece === '' ? 'archive_truncated' : 'archive_broken');
		}
		$this->position += strlen($piece);
		if (inflate_get_status($context) === ZLIB_STREAM_END) {
			$this->position = $this->memberAt = $this->memberAt + inflate_get_read_len($context);
			$this->context = null;
		} elseif ($piece === '') {
			throw new Fault(FaultKind::Final, 'archive_truncated');
		}
		return $bytes;
	}

	/** @return bool false when there is no further member: whatever follows is padding */
	private function begin(): bool {
		$context = $this->packed->at($this->position, 2) === self::MEMBER ? inflate_init(ZLIB_ENCODING_GZIP) : false;
		$this->context = $context === false ? null : $context;
		$this->ended = $context === false;
		return !$this->ended;
	}
}
