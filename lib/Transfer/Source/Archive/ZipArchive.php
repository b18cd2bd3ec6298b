<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/**
 * A zip by its directory, which is read in pieces: 100,000 entries take no more memory than one. Where the file cannot
 * seek, the directory is copied to staging while the file is read through.
 *
 * @phpstan-type Header array{made: int, flags: int, method: int, time: int, date: int, crc: int, packed: int, size: int, name: int, extra: int, comment: int, ext: int, at: int}
 */
final class ZipArchive implements Archive {
	private const HEAD = 46;
	private const FORMAT = 'vmade/vneed/vflags/vmethod/vtime/vdate/Vcrc/Vpacked/Vsize/vname/vextra/vcomment/vdisk/vint/Vext/Vat';
	/** A signature of all that may follow the entries. */
	private const SIGNATURE = "PK\x05\x05";
	/** Of a file that cannot seek, so much of its end is kept at the first reading: nearly every directory is smaller. */
	private const TAIL = 33_554_432;

	private ?Bytes $directory = null;
	private ?ZipEnd $end = null;
	private ?bool $overlaps = null;

	public function __construct(
		private readonly FileBytes $file,
		private readonly Staging $staging,
	) {
	}

	#[\Override]
	public function firstName(): string {
		return $this->file->at(0, 4) === "PK\x03\x04" ? $this->file->at(30, 100) : '';
	}

	#[\Override]
	public function form(): string {
		return 'zip';
	}

	#[\Override]
	public function entries(): \Generator {
		while ($this->directory === null && !$this->file->approach(max(0, $this->file->size() - self::TAIL))) {
			yield null;
		}
		$overlaps = $this->overlaps();
		$reached = 0;
		foreach ($this->headers() as $mark => [$header, $name, $extra]) {
			$header = ZipFields::sizes($header, $extra);
			$at = $header['at'] + $this->end()->shift;
			$code = $this->fault($header, $at) ?? ($overlaps && $at < $reached ? 'overlapping' : null);
			$reached = max($reached, $at + self::taken($header));
			yield ZipFields::entry($header, $name, $extra, $code, $at, $mark);
		}
	}

	/** @throws Fault */
	public function entryAt(int $mark): Entry {
		[$header, $name, $extra] = $this->header($mark);
		$header = ZipFields::sizes($header, $extra);
		$at = $header['at'] + $this->end()->shift;
		return ZipFields::entry($header, $name, $extra, $this->fault($header, $at), $at, $mark);
	}

	/** @return \Generator<int, array{Header, string, string}> by the place in the directory: fields, raw name, extra fields */
	private function headers(): \Generator {
		$end = $this->end();
		for ($mark = $end->from; $mark < $end->to && $this->directory()->at($mark, 4) !== self::SIGNATURE; $mark += self::HEAD + $header['name'] + $header['extra'] + $header['comment']) {
			[$header] = $found = $this->header($mark);
			yield $mark => $found;
		}
	}

	/** @return array{Header, string, string} */
	private function header(int $mark): array {
		$directory = $this->directory();
		$head = $directory->at($mark, self::HEAD);
		if (strlen($head) < self::HEAD || !str_starts_with($head, "PK\x01\x02")) {
			throw new Fault(FaultKind::Final, 'archive_broken');
		}
		/** @var Header $header */
		$header = unpack(self::FORMAT, $head, 4);
		$rest = $directory->at($mark + self::HEAD, $header['name'] + $header['extra']);
		return [$header, substr($rest, 0, $header['name']), substr($rest, $header['name'])];
	}

	/**
	 * Whether the entries together claim more than the file has: only a zip made to swell does that. The single files that
	 * share bytes are found afterwards; in honest zips, which may be in any order, nobody looks for them.
	 */
	private function overlaps(): bool {
		if ($this->overlaps === null) {
			$claimed = 0;
			foreach ($this->headers() as [$header, , $extra]) {
				$claimed += self::taken(ZipFields::sizes($header, $extra));
			}
			$this->overlaps = $claimed > $this->end()->from;
		}
		return $this->overlaps;
	}

	/** @param Header $header */
	private static function taken(array $header): int {
		return 30 + $header['name'] + $header['packed'];
	}

	/**
	 * @param Header $header
	 * @return ?string why these data cannot be what the directory says
	 */
	private function fault(array $header, int $at): ?string {
		$stored = $header['method'] === ZipFields::STORED;
		// Deflate makes 1,032 bytes of one at most.
		$swells = $stored ? $header['size'] !== $header['packed'] : $header['size'] > 1_032 * $header['packed'] + 1_032;
		$encrypted = ($header['flags'] & ZipFields::ENCRYPTED) !== 0;
		return min($header['size'], $header['packed'], $at) < 0 || $at + self::taken($header) > $this->end()->from || ($swells && !$encrypted && $header['method'] <= ZipFields::DEFLATED)
			? 'entry_broken'
			: null;
	}

	private function end(): ZipEnd {
		$this->directory();
		return $this->end ?? throw new \LogicException('The directory was found by it.');
	}

	/** Bytes in which the directory can be read, at the places of the file. */
	private function directory(): Bytes {
		if ($this->directory === null) {
			$size = $this->file->size();
			$tail = $this->file->isSeekable() ? $this->file : TailBytes::copy($this->file, max(0, $size - self::TAIL), $this->staging);
			$this->end = ZipEnd::find($tail) ?? throw new Fault(FaultKind::Final, $this->file->at(0, 4) === "PK\x03\x04" ? 'archive_truncated' : 'archive_unknown');
			$this->directory = $tail instanceof TailBytes && !$tail->has($this->end->from) ? TailBytes::copy($this->file, $this->end->from, $this->staging) : $tail;
		}
		return $this->directory;
	}
}
