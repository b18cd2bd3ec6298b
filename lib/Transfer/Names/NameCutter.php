<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

use OCA\Compagnon\Port\NameRules;

/** Shortens names between two letters that people see as such, and keeps the ending that says what a file is. */
final readonly class NameCutter {
	/** Bytes that a name which had to be cut leaves for " (999)" and more. */
	private const SPARE = 12;

	public function __construct(
		private NameRules $rules,
	) {
	}

	/**
	 * @param int $characters that fit into the path
	 * @return string the same when it is short enough
	 */
	public function fit(string $name, bool $isFolder, int $characters): string {
		return strlen($name) <= $this->rules->maxBytes() && mb_strlen($name) <= $characters
			? $name
			: $this->join($name, '', $isFolder, $this->rules->maxBytes() - self::SPARE, $characters - self::SPARE);
	}

	/** @return string the name with something between stem and ending, cut as far as needed for it */
	public function with(string $suffix, string $name, bool $isFolder, int $characters): string {
		return $this->join($name, $suffix, $isFolder, $this->rules->maxBytes(), $characters);
	}

	private function join(string $name, string $suffix, bool $isFolder, int $bytes, int $characters): string {
		[$stem, $ending] = $isFolder ? [$name, ''] : self::split($name);
		$least = strlen($suffix . $ending);
		if ($least >= $bytes || $least >= $characters) {
			[$stem, $ending] = [$name, ''];
		}
		return self::cut($stem, max(1, $bytes - strlen($suffix . $ending)), max(1, $characters - mb_strlen($suffix . $ending))) . $suffix . $ending;
	}

	/** @return array{string, string} stem and ending: "photo" and ".jpg", "archive" and ".tar.gz"; what begins with a dot has no ending */
	private static function split(string $name): array {
		return preg_match('/^(.+?)((?:\.tar)?\.[\p{L}\p{N}_~-]{1,16})$/us', $name, $parts) === 1 ? [$parts[1], $parts[2]] : [$name, ''];
	}

	private static function cut(string $stem, int $bytes, int $characters): string {
		if (strlen($stem) <= $bytes && mb_strlen($stem) <= $characters) {
			return $stem;
		}
		preg_match_all('/\X/u', mb_substr($stem, 0, $characters + 1), $letters);
		$kept = '';
		foreach ($letters[0] as $letter) {
			if (strlen($kept . $letter) > $bytes || mb_strlen($kept . $letter) > $characters) {
				break;
			}
			$kept .= $letter;
		}
		// One letter under a tower of accents.
		$kept = $kept === '' ? mb_strcut(mb_substr($stem, 0, $characters), 0, $bytes) : $kept;
		$trimmed = (string)preg_replace('/[\s\p{Z}.]+$/u', '', $kept);
		return $trimmed === '' ? $kept : $trimmed;
	}
}
