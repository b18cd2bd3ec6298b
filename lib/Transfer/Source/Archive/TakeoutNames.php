<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/**
 * How Takeout names a photo and the side file about it. The rules are those that people found in their exports; Google
 * documents none, and has changed them: "photo.jpg.json" until 2024, "photo.jpg.supplemental-metadata.json" since, both cut
 * so that 46 characters stand before ".json". A number that tells two photos of one name apart stands before the photo's
 * extension and at the end of the side file's name.
 */
final readonly class TakeoutNames {
	private const LONGEST = 46;
	private const WORD = '.supplemental-metadata';
	/** Ends of names of edited copies, which have no side file of their own; long names have only a part of it. */
	private const EDITED = ['edited', 'effects', 'modifié', "modifie\u{301}", 'bearbeitet', 'bewerkt', 'editado', 'editada', 'ha editado', 'modificato', 'edytowane', 'smile', 'mix', 'collage', 'animation', 'pano', '編集済み'];
	/** Of a photo that moves, the film has no side file of its own. */
	private const STILLS = ['HEIC', 'heic', 'JPG', 'jpg', 'JPEG', 'jpeg'];

	/**
	 * @return \Generator<string, bool> names without ".json" that its side file may have, the likeliest first, and whether
	 *                                  that would be its own
	 */
	public static function sides(string $name): \Generator {
		yield from self::stems($name, '', true);
		[$base, $number, $extension] = self::parts($name);
		if ($number !== '') {
			yield from self::stems($base . $extension, $number, true);
		}
		yield from self::stems($base, $number, true);
		$original = self::original($base, mb_strlen($name) > self::LONGEST);
		if ($original !== null) {
			yield from self::stems($original . $extension, $number, false);
		}
		if (preg_match('/^\.(?:mp4|mov)$/i', $extension) === 1) {
			foreach (self::STILLS as $still) {
				yield from self::stems("$base.$still", $number, false);
			}
		} elseif (strtolower($extension) === '.mp') {
			yield from self::stems("$name.jpg", '', false);
		}
		yield "$name-info" => true;
	}

	/** @return string the title, when that is what Takeout made this name of */
	public static function restored(string $name, string $title): string {
		[$base, $number, $extension] = self::parts($name);
		$dot = strrpos($title, '.');
		if ($dot === false || strcasecmp(substr($title, $dot), $extension) !== 0 || !mb_check_encoding($title, 'UTF-8')) {
			return $name;
		}
		$whole = mb_str_split(substr($title, 0, $dot));
		$letters = mb_str_split($base);
		$isCut = count($letters) < count($whole);
		if (count($letters) > count($whole) || ($isCut && mb_strlen($base . $extension) < self::LONGEST)) {
			return $name;
		}
		foreach ($letters as $place => $letter) {
			if ($letter !== $whole[$place] && $letter !== '_' && $letter !== '-') {
				return $name;
			}
		}
		return implode('', $whole) . $number . $extension;
	}

	/** @return \Generator<string, bool> */
	private static function stems(string $photo, string $number, bool $isItsOwn): \Generator {
		yield $photo . self::WORD . $number => $isItsOwn;
		yield $photo . $number => $isItsOwn;
		if (mb_strlen($photo) >= self::LONGEST - strlen($number)) {
			yield mb_substr($photo . '.', 0, self::LONGEST) . $number => $isItsOwn;
			yield mb_substr($photo . '.', 0, self::LONGEST - strlen($number)) . $number => $isItsOwn;
		}
		// Letters of several bytes: some exports count the bytes.
		if (strlen($photo) >= self::LONGEST) {
			yield mb_strcut($photo . '.', 0, self::LONGEST) . $number => $isItsOwn;
		}
		for ($letters = strlen(self::WORD) - 1; $letters > 0; $letters--) {
			yield $photo . substr(self::WORD, 0, $letters) . $number => $isItsOwn;
		}
	}

	/** @return array{string, string, string} without number and extension, "(1)" or '', ".jpg" or '' */
	private static function parts(string $name): array {
		preg_match('/^(.*?)(\(\d+\))?(\.[^.]*)?$/su', $name, $found);
		return [$found[1] ?? $name, $found[2] ?? '', $found[3] ?? ''];
	}

	/** @return ?string what an edited copy was made of */
	private static function original(string $base, bool $isLong): ?string {
		$dash = strrpos($base, '-');
		$end = $dash === false ? '' : substr($base, $dash + 1);
		foreach ($end === '' ? [] : self::EDITED as $word) {
			if ($end === $word || ($isLong && str_starts_with($word, $end))) {
				return substr($base, 0, (int)$dash);
			}
		}
		return null;
	}
}
