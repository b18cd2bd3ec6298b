<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;

/** With what a listing begins. */
final readonly class DrivePlan {
	/** Ids of what lies at the top besides shared drives, which are "drive:ID". */
	public const MINE = 'mine';
	public const SHARED = 'shared_with_me';
	public const DRIVE = 'drive:';

	public function __construct(
		private DriveApi $api,
	) {
	}

	/** @throws Fault */
	public function begin(Access $access, Choice $choice): DriveCursor {
		$cursor = new DriveCursor();
		$cursor->without = self::folders($choice->without);
		if (self::takes($choice, self::MINE)) {
			$cursor->root = $this->api->rootId($access);
			// A flat search cannot leave a folder out: it does not know what lies in it.
			$cursor->mine = $cursor->without === [];
			$cursor->steps[] = self::MINE;
		}
		$cursor->drives = $this->drives($access, $choice);
		$cursor->steps = [...$cursor->steps, ...array_map(static fn (string $id): string => self::DRIVE . $id, array_map(strval(...), array_keys($cursor->drives)))];
		if (($choice->sharedWithMe || $choice->folders !== []) && self::takes($choice, self::SHARED)) {
			$cursor->shared = true;
			$cursor->steps[] = self::SHARED;
		}
		$cursor->tops = self::folders($choice->folders);
		$cursor->steps = [...$cursor->steps, ...$cursor->tops];
		return $cursor;
	}

	/** Whether an id is that of a folder, not of one of the things at the top. */
	public static function isFolder(string $id): bool {
		return $id !== self::MINE && $id !== self::SHARED && !str_starts_with($id, self::DRIVE);
	}

	/** @return array<string, string> names by id */
	private function drives(Access $access, Choice $choice): array {
		$chosen = array_filter($choice->folders, static fn (string $id): bool => str_starts_with($id, self::DRIVE));
		if ($chosen === [] && $choice->folders !== []) {
			return [];
		}
		$all = $this->api->drives($access);
		foreach ($chosen as $id) {
			if (!isset($all[substr($id, strlen(self::DRIVE))])) {
				throw new Fault(FaultKind::Final, 'folder_gone');
			}
		}
		return array_filter($all, static fn (int|string $id): bool => self::takes($choice, self::DRIVE . $id), ARRAY_FILTER_USE_KEY);
	}

	private static function takes(Choice $choice, string $id): bool {
		return ($choice->folders === [] || in_array($id, $choice->folders, true)) && !in_array($id, $choice->without, true);
	}

	/**
	 * @param list<string> $ids
	 * @return list<string>
	 */
	private static function folders(array $ids): array {
		return array_values(array_filter($ids, self::isFolder(...)));
	}
}
