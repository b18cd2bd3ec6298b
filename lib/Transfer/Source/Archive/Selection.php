<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Source\Choice;

/** What of an archive was chosen. */
final readonly class Selection {
	/** The folder of photos in a Takeout, in the languages in which it has another name. */
	private const PHOTOS = '~^[^/]+/Google (?:Photos?|Fotos?)(?:/|$)~i';

	public function __construct(
		private Choice $choice,
	) {
	}

	/** @param string $id of a file or folder */
	public function takes(string $id, bool $isTakeout): bool {
		if ($this->choice->folders === [] && $this->choice->without === [] && $this->choice->photos) {
			return true;
		}
		return ($this->choice->folders === [] || self::isBelow($id, $this->choice->folders))
			&& !self::isBelow($id, $this->choice->without)
			&& ($this->choice->photos || !$isTakeout || preg_match(self::PHOTOS, $id) !== 1);
	}

	public function takesAll(): bool {
		return $this->choice->folders === [];
	}

	/** @param list<string> $folders */
	private static function isBelow(string $id, array $folders): bool {
		foreach ($folders as $folder) {
			if ($id === $folder || str_starts_with($id, "$folder/")) {
				return true;
			}
		}
		return false;
	}
}
