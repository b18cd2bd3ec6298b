<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/**
 * A tar, plain or inflated on the way: ustar, with the long names of GNU and the further fields of pax. It has no
 * directory; what it holds is known after going through it.
 */
final readonly class TarArchive implements Archive {
	private const BLOCK = 512;
	/** Further fields and long names are this long at most. */
	private const FIELDS = 1_048_576;
	/** After so many bytes that were only read through there is a moment to pause. */
	private const PAUSE = 134_217_728;

	public function __construct(
		private Bytes $bytes,
	) {
	}

	/** Whether the first block is the head of an entry, or an archive without any. */
	public static function is(Bytes $bytes): bool {
		$block = $bytes->at(0, self::BLOCK);
		return strlen($block) === self::BLOCK && (TarHeader::isValid($block) || $block === str_repeat("\0", self::BLOCK));
	}

	#[\Override]
	public function firstName(): string {
		return $this->bytes->at(0, 100);
	}

	#[\Override]
	public function form(): string {
		return $this->bytes->size() === null ? 'tgz' : 'tar';
	}

	#[\Override]
	public function entries(): \Generator {
		$mark = 0;
		while (($read = $this->fields($mark)) !== null) {
			[$header, $at] = $read;
			$next = $at + intdiv($header->stored + self::BLOCK - 1, self::BLOCK) * self::BLOCK;
			yield from $this->through($at, $next);
			yield $header->entry($at, $mark, $next);
			$mark = $next;
		}
		yield from $this->toTheEnd($mark);
	}

	/**
	 * The head of the next entry, with all that stands before it and belongs to it.
	 *
	 * @return ?array{TarHeader, int} and where its data begin; null at the end
	 */
	private function fields(int $mark): ?array {
		$more = [];
		for ($place = $mark; ; $place += self::BLOCK + intdiv($header->stored + self::BLOCK - 1, self::BLOCK) * self::BLOCK) {
			$block = $this->bytes->at($place, self::BLOCK);
			if ($block === str_repeat("\0", self::BLOCK)) {
				return null;
			}
			if (strlen($block) < self::BLOCK) {
				throw new Fault(FaultKind::Final, 'archive_truncated');
			}
			$header = TarHeader::of($block, $more) ?? throw new Fault(FaultKind::Final, 'archive_broken');
			if (!$header->describesNext()) {
				return [$header, $this->behind($place, $header)];
			}
			if ($header->stored > self::FIELDS) {
				throw new Fault(FaultKind::Final, 'archive_broken');
			}
			$more = $header->fields($this->bytes->at($place + self::BLOCK, $header->stored)) + $more;
		}
	}

	/**
	 * What is compressed has a checksum behind all of it, which holds for every file.
	 *
	 * @return \Generator<int, null>
	 */
	private function toTheEnd(int $place): \Generator {
		while ($this->bytes->size() === null && $this->bytes->at($place, 1) !== '') {
			$place += self::PAUSE;
			yield null;
		}
	}

	/** Where the data begin: a sparse file of the old kind has further blocks of its map first. */
	private function behind(int $place, TarHeader $header): int {
		for ($goesOn = $header->hasMap(); $goesOn; $goesOn = strlen($block) === self::BLOCK && $block[504] !== "\0") {
			$place += self::BLOCK;
			$block = $this->bytes->at($place, self::BLOCK);
		}
		return $place + self::BLOCK;
	}

	/**
	 * Makes sure that the data are there to their end.
	 *
	 * @return \Generator<int, null>
	 */
	private function through(int $at, int $next): \Generator {
		$size = $this->bytes->size();
		if ($size !== null ? $next > $size : $next < $at) {
			throw new Fault(FaultKind::Final, 'archive_truncated');
		}
		for ($place = $at + self::PAUSE; $size === null && $place < $next; $place += self::PAUSE) {
			$this->bytes->at($place, 1);
			yield null;
		}
		if ($next > $at && strlen($this->bytes->at($next - 1, 1)) === 0) {
			throw new Fault(FaultKind::Final, 'archive_truncated');
		}
	}
}
