<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Names as archives write them, which is in several ways, made into paths that cannot leave their folder. */
final readonly class EntryNames {
	private const UTF8 = 0x0800;
	private const UNICODE_PATH = 0x7075;
	/** Systems whose programs may write a backslash between folders. */
	private const DOS = [0, 10, 11, 14];
	/** Longest path in bytes, and most folders within each other, that anybody means seriously. */
	private const LONGEST = 4_096;
	private const DEEPEST = 128;

	/** The upper halves of the code pages of DOS: the American one, and that of western Europe where lines and Greek are. */
	private const CP437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■' . "\u{a0}";
	private const CP850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■' . "\u{a0}";

	/** @return string UTF-8 */
	public static function ofZip(string $raw, int $flags, int $system, string $extra): string {
		$name = mb_check_encoding($raw, 'UTF-8') ? $raw : null;
		if ($extra !== '' && ($flags & self::UTF8) === 0) {
			$field = ZipFields::extra($extra, self::UNICODE_PATH) ?? '';
			// Version 1, CRC-32 of the plain name, the name: it holds only while nobody renamed the plain one.
			if (strlen($field) > 5 && substr($field, 1, 4) === pack('V', crc32($raw)) && mb_check_encoding(substr($field, 5), 'UTF-8')) {
				$name = substr($field, 5);
			}
		}
		$name ??= self::ofDos($raw);
		return in_array($system, self::DOS, true) && !str_contains($name, '/') ? strtr($name, '\\', '/') : $name;
	}

	/** @return string UTF-8 of a name in whatever encoding the system had that made it */
	public static function ofTar(string $raw): string {
		return mb_check_encoding($raw, 'UTF-8') ? $raw : mb_convert_encoding($raw, 'UTF-8', 'Windows-1252');
	}

	/** @return ?string without what adds nothing; null when it leads anywhere but down */
	public static function path(string $name): ?string {
		if (preg_match('~//|(?:^|[/\\\\])\.|^/|[\\\\\0:]~', $name) !== 1) {
			return rtrim($name, '/');
		}
		// Dropbox lists the folder that holds all as "/".
		if (trim($name, '/') === '') {
			return '';
		}
		if (preg_match('~^[/\\\\]|(?:^|[/\\\\])\.\.(?:[/\\\\]|$)|^[A-Za-z]:(?:[/\\\\]|$)|\0~', $name) === 1) {
			return null;
		}
		return implode('/', array_filter(explode('/', $name), static fn (string $part): bool => $part !== '' && $part !== '.'));
	}

	public static function tooLong(string $path): bool {
		return strlen($path) > self::LONGEST || substr_count($path, '/') > self::DEEPEST;
	}

	/**
	 * The standard says code page 437. Windows in western Europe writes 850 all the same; the two agree on most letters, and
	 * where 437 has the lines and Greek letters that nobody has in a name, it is 850.
	 */
	private static function ofDos(string $raw): string {
		$page = preg_match('/[\x9b\x9d\xb5-\xb7\xc6\xc7\xd0-\xd8\xde\xe0\xe2-\xe5\xe7-\xed]/', $raw) === 1 ? self::CP850 : self::CP437;
		$letters = mb_str_split($page);
		return (string)preg_replace_callback('/[\x80-\xff]/', static fn (array $byte): string => $letters[ord($byte[0]) - 128], $raw);
	}
}
