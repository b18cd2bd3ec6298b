<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/**
 * What the fields of a zip's directory mean.
 *
 * @phpstan-import-type Header from ZipArchive
 */
final readonly class ZipFields {
	public const STORED = 0;
	public const DEFLATED = 8;
	public const ENCRYPTED = 0x0001;
	private const STRONG = 0x2000;
	private const FULL = 0xffffffff;
	/** Extra fields. */
	private const ZIP64 = 0x0001;
	private const NTFS = 0x000a;
	private const TIMES = 0x5455;
	private const OLD_TIMES = 0x5855;
	/** Systems that write a Unix mode. */
	private const UNIX = [3, 19];

	/**
	 * @param Header $header
	 * @return Header with the sizes and the place of the ZIP64 field, where 32 bits were too few
	 */
	public static function sizes(array $header, string $extra): array {
		if ($header['size'] !== self::FULL && $header['packed'] !== self::FULL && $header['at'] !== self::FULL) {
			return $header;
		}
		$field = self::extra($extra, self::ZIP64) ?? '';
		$place = 0;
		foreach (['size', 'packed', 'at'] as $name) {
			if ($header[$name] === self::FULL && strlen($field) >= $place + 8) {
				/** @var array{1: int} $value */
				$value = unpack('P', $field, $place);
				$header[$name] = $value[1];
				$place += 8;
			}
		}
		return $header;
	}

	/**
	 * @param Header $header
	 * @param ?string $code what is wrong with its data
	 */
	public static function entry(array $header, string $raw, string $extra, ?string $code, int $at, int $mark): Entry {
		$name = EntryNames::ofZip($raw, $header['flags'], $header['made'] >> 8, $extra);
		$path = EntryNames::path($name);
		$isFolder = str_ends_with($name, '/') || ($header['size'] === 0 && ($header['ext'] & 0x10) !== 0);
		return new Entry(
			$path ?? $name,
			$isFolder,
			max(0, $header['size']),
			self::modifiedAt($header, $extra),
			sprintf('%08x', $header['crc']),
			self::unsupported($header, $path, $isFolder) ?? $code,
			$at,
			$header['packed'],
			$header['method'],
			$mark,
			$mark + 46 + $header['name'] + $header['extra'] + $header['comment'],
		);
	}

	/** @return ?string content of the field with that id */
	public static function extra(string $extra, int $id): ?string {
		for ($place = 0; $place + 4 <= strlen($extra); $place += 4 + $field['size']) {
			/** @var array{id: int, size: int} $field */
			$field = unpack('vid/vsize', $extra, $place);
			if ($field['id'] === $id) {
				return substr($extra, $place + 4, $field['size']);
			}
		}
		return null;
	}

	/** @param Header $header */
	private static function unsupported(array $header, ?string $path, bool $isFolder): ?string {
		if ($path === null) {
			return 'unsafe_path';
		}
		$type = in_array($header['made'] >> 8, self::UNIX, true) ? ($header['ext'] >> 16) & 0o170000 : 0;
		return EntryNames::tooLong($path) ? 'path_too_long' : match (true) {
			$type === 0o120000 => 'symlink',
			// What was piped into zip carries the mode of the pipe, and has content.
			$header['size'] === 0 && in_array($type, [0o010000, 0o020000, 0o060000, 0o140000], true) => 'special_file',
			$isFolder => null,
			($header['flags'] & (self::ENCRYPTED | self::STRONG)) !== 0 => 'encrypted',
			!in_array($header['method'], [self::STORED, self::DEFLATED], true) => 'compression_unknown',
			default => null,
		};
	}

	/**
	 * Writers that know the time in UTC say it in an extra field. The old one knows no zone; it is taken as UTC, since
	 * nobody can say in which zone the archive was made.
	 *
	 * @param Header $header
	 */
	private static function modifiedAt(array $header, string $extra): ?int {
		$times = self::extra($extra, self::TIMES);
		if ($times !== null && strlen($times) >= 5 && (ord($times[0]) & 1) === 1) {
			return self::signed($times, 1);
		}
		$times = self::extra($extra, self::OLD_TIMES);
		if ($times !== null && strlen($times) >= 8) {
			return self::signed($times, 4);
		}
		return self::ofNtfs(self::extra($extra, self::NTFS) ?? '') ?? self::ofDos($header['date'], $header['time']);
	}

	private static function signed(string $bytes, int $place): int {
		/** @var array{1: int} $value */
		$value = unpack('V', $bytes, $place);
		return $value[1] < 0x80000000 ? $value[1] : $value[1] - 0x100000000;
	}

	/** Tenths of microseconds since 1601. */
	private static function ofNtfs(string $field): ?int {
		if (strlen($field) < 16 || substr($field, 4, 2) !== "\x01\x00") {
			return null;
		}
		/** @var array{1: int} $value */
		$value = unpack('P', $field, 8);
		return intdiv($value[1], 10_000_000) - 11_644_473_600;
	}

	private static function ofDos(int $date, int $time): ?int {
		$day = $date & 31;
		$month = ($date >> 5) & 15;
		$seconds = $day === 0 || $month === 0 ? false : gmmktime($time >> 11, ($time >> 5) & 63, ($time & 31) * 2, $month, $day, 1980 + ($date >> 9));
		return $seconds === false ? null : $seconds;
	}
}
