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
use OCA\Compagnon\Transfer\Source\FoundItem;

/**
 * What comes in the place of a shortcut. To something that is taken anyway: a line in the report. To a file elsewhere:
 * that file, under the name of the shortcut. To a folder elsewhere: that folder with all below it, once. To nothing: a
 * line in the report.
 *
 * @phpstan-import-type Shortcut from DriveCursor
 */
final readonly class DriveShortcuts {
	/** Deeper than any tree that somebody made by hand. */
	private const DEPTH = 100;

	public function __construct(
		private DriveApi $api,
	) {
	}

	/**
	 * @param Shortcut $shortcut
	 * @throws Fault
	 */
	public function follow(Access $access, DriveCursor $cursor, DriveItems $items, array $shortcut): FoundItem {
		$target = $this->find($access, $shortcut['target'], $shortcut['key']);
		if ($target === null || $target->isShortcut()) {
			return self::note($items, $shortcut, 'dangling_shortcut');
		}
		if ($this->isInside($access, $cursor, $target)) {
			return self::note($items, $shortcut, 'shortcut_inside');
		}
		if (!$target->isFolder()) {
			return $items->file($target, $shortcut['id'], $shortcut['name'], $shortcut['parent']);
		}
		$cursor->tops[] = $target->id;
		$cursor->folders[] = ['id' => $target->id, 'key' => $target->key ?? $shortcut['key'], 'drive' => $target->drive];
		return $items->folder($target, $shortcut['name'], $shortcut['parent']);
	}

	/** Whether something is taken anyway: because of itself or of a folder above it. */
	private function isInside(Access $access, DriveCursor $cursor, DriveFile $file): bool {
		for ($depth = 0; $depth < self::DEPTH; $depth++) {
			$verdict = $this->verdict($cursor, $file);
			if ($verdict !== null) {
				return $verdict;
			}
			$above = $file->parent === null ? null : $this->find($access, $file->parent, null);
			if ($above === null) {
				return false;
			}
			$file = $above;
		}
		return false;
	}

	/** @return ?bool null when it depends on what is above */
	private function verdict(DriveCursor $cursor, DriveFile $file): ?bool {
		return match (true) {
			in_array($file->id, $cursor->without, true) => false,
			in_array($file->id, $cursor->tops, true), $file->id === $cursor->root => true,
			$cursor->mine && $file->isOwn => true,
			$cursor->shared && $file->fields->has('sharedWithMeTime') => true,
			isset($cursor->drives[$file->id]) => true,
			isset($cursor->drives[$file->drive ?? '']) && $cursor->without === [] => true,
			default => null,
		};
	}

	/** @return ?DriveFile null when it is not there, in the bin, or not for this account */
	private function find(Access $access, string $id, ?string $key): ?DriveFile {
		try {
			$file = $id === '' ? null : $this->api->file($access, $id, $key);
		} catch (Fault $e) {
			$isForUs = $e->kind !== FaultKind::Vanished && $e->reason !== 'access_denied';
			$file = $isForUs ? throw $e : null;
		}
		return $file === null || $file->fields->flag('trashed') ? null : $file;
	}

	/** @param Shortcut $shortcut */
	private static function note(DriveItems $items, array $shortcut, string $code): FoundItem {
		return $items->note($shortcut['id'], $shortcut['name'], $shortcut['parent'], $shortcut['at'], $code);
	}
}
