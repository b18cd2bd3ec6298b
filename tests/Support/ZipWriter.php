<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

/** Writes zips as other programs do, and as nobody should. */
final class ZipWriter {
	public const UTF8 = 0x0800;
	public const ENCRYPTED = 1;
	public const DESCRIPTOR = 8;
	public const DOS = 0;
	public const UNIX = 3;
	/** 2024-02-29 12:34:56, as DOS has it. */
	private const TIME = (12 << 11) | (34 << 5) | 28;
	private const DATE = (44 << 9) | (2 << 5) | 29;

	private string $bytes = '';
	private string $directory = '';
	private int $entries = 0;

	/**
	 * @param string $extra fields of the directory, see field()
	 * @param ?int $size that is said instead of the real one
	 * @param ?int $crc that is said instead of the real one
	 * @param ?int $at local header of another entry, whose bytes this one shares
	 * @param bool $large sizes and place in the ZIP64 field only
	 * @return int place of the local header
	 */
	public function add(string $name, string $bytes = '', int $method = 8, int $flags = 0, int $system = self::UNIX, int $mode = 0, string $extra = '', ?int $size = null, ?int $crc = null, ?int $at = null, bool $large = false, ?string $packed = null): int {
		$packed ??= $method === 8 ? (string)gzdeflate($bytes) : $bytes;
		$crc ??= crc32($bytes);
		$size ??= strlen($bytes);
		$place = $at ?? strlen($this->bytes);
		if ($at === null) {
			$later = ($flags & self::DESCRIPTOR) !== 0;
			$local = pack('VvvvvvVVVvv', 0x04034b50, 20, $flags, $method, self::TIME, self::DATE, $later ? 0 : $crc, $later ? 0 : strlen($packed), $later ? 0 : $size, strlen($name), 4);
			$this->bytes .= $local . $name . "\xfe\xca\0\0" . $packed . ($later ? pack('VVVV', 0x08074b50, $crc, strlen($packed), $size) : '');
		}
		if ($large) {
			$extra .= self::field(1, pack('PPP', $size, strlen($packed), $place));
		}
		$sizes = $large ? [0xffffffff, 0xffffffff] : [strlen($packed), $size];
		$this->directory .= pack('VvvvvvvVVVvvvvvVV', 0x02014b50, ($system << 8) | 20, 20, $flags, $method, self::TIME, self::DATE, $crc, $sizes[0], $sizes[1], strlen($name), strlen($extra), 0, 0, 0, ($mode << 16) | (str_ends_with($name, '/') ? 0x10 : 0), $large ? 0xffffffff : $place) . $name . $extra;
		$this->entries++;
		return $place;
	}

	public static function field(int $id, string $content): string {
		return pack('vv', $id, strlen($content)) . $content;
	}

	/** Bytes that no entry knows of: those of entries before this directory, or of nobody. */
	public function gap(string $bytes): void {
		$this->bytes .= $bytes;
	}

	/** @param string $before for instance the program that unpacks it */
	public function bytes(string $comment = '', bool $large = false, string $before = '', int $disk = 0): string {
		$place = strlen($this->bytes);
		$size = strlen($this->directory);
		$end = $large
			? pack('VPvvVVPPPP', 0x06064b50, 44, 45, 45, 0, 0, $this->entries, $this->entries, $size, $place) . pack('VVPV', 0x07064b50, 0, $place + $size, 1) . pack('VvvvvVVv', 0x06054b50, 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, strlen($comment))
			: pack('VvvvvVVv', 0x06054b50, $disk, $disk, $this->entries & 0xffff, $this->entries & 0xffff, $size, $place, strlen($comment));
		return $before . $this->bytes . $this->directory . $end . $comment;
	}
}
