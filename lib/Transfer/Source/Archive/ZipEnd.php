<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** Where a zip's directory lies, as the record at the end of the zip says. */
final readonly class ZipEnd {
	/** The record and the longest comment that can follow it. */
	public const REACH = 22 + 65_535 + 20;

	/** @param int $shift bytes in front of the zip proper that its offsets do not know of */
	private function __construct(
		public int $from,
		public int $to,
		public int $shift,
	) {
	}

	/**
	 * @param Bytes $bytes whose end is there
	 * @throws Fault
	 */
	public static function find(Bytes $bytes): ?self {
		$size = (int)$bytes->size();
		$base = max(0, $size - self::REACH);
		$tail = $bytes->at($base, $size - $base);
		$place = self::placeIn($tail);
		if ($place === null) {
			return null;
		}
		/** @var array{disk: int, start: int, here: int, all: int, size: int, offset: int} $end */
		$end = unpack('vdisk/vstart/vhere/vall/Vsize/Voffset', $tail, $place + 4);
		if ($place >= 20 && substr($tail, $place - 20, 4) === "PK\x06\x07") {
			return self::large($bytes, substr($tail, $place - 20, 20), $base + $place - 20);
		}
		if ($end['disk'] !== 0 || $end['start'] !== 0 || $end['here'] !== $end['all']) {
			throw new Fault(FaultKind::Final, 'archive_multipart');
		}
		return self::of($base + $place, $end['size'], $end['offset']);
	}

	/** @return ?int place of the last record whose comment ends with the file, else of the last one at all */
	private static function placeIn(string $tail): ?int {
		$last = null;
		for ($place = strrpos($tail, "PK\x05\x06"); $place !== false; $place = $place === 0 ? false : strrpos(substr($tail, 0, $place), "PK\x05\x06")) {
			if ($place + 22 <= strlen($tail)) {
				$last ??= $place;
				if ($place + 22 + ord($tail[$place + 20]) + 256 * ord($tail[$place + 21]) === strlen($tail)) {
					return $place;
				}
			}
		}
		return $last;
	}

	/** Of a zip with more or larger things than 32 bits count (ZIP64). */
	private static function large(Bytes $bytes, string $locator, int $locatorAt): self {
		/** @var array{disk: int, at: int, disks: int} $found */
		$found = unpack('Vdisk/Pat/Vdisks', $locator, 4);
		if ($found['disks'] > 1 || $found['disk'] !== 0) {
			throw new Fault(FaultKind::Final, 'archive_multipart');
		}
		// The record has 56 bytes, or more from writers of the future. With something in front of the zip it is further on.
		foreach ([$found['at'], $locatorAt - 56] as $place) {
			$record = $place >= 0 && $place < $locatorAt ? $bytes->at($place, 56) : '';
			if (strlen($record) === 56 && str_starts_with($record, "PK\x06\x06")) {
				/** @var array{disk: int, start: int, here: int, all: int, size: int, offset: int} $end */
				$end = unpack('Vdisk/Vstart/Phere/Pall/Psize/Poffset', $record, 16);
				return $end['disk'] === 0 && $end['start'] === 0 && $end['here'] === $end['all']
					? self::of($place, $end['size'], $end['offset'])
					: throw new Fault(FaultKind::Final, 'archive_multipart');
			}
		}
		throw new Fault(FaultKind::Final, 'archive_broken');
	}

	private static function of(int $to, int $size, int $offset): self {
		$from = $to - $size;
		return $size < 0 || $from < 0 || $offset < 0 || $from < $offset
			? throw new Fault(FaultKind::Final, 'archive_broken')
			: new self($from, $to, $from - $offset);
	}
}
