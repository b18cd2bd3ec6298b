<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Names\Nfc;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Folders of a person's files in which things can arrive. */
final readonly class ListPlaces {
	public function __construct(
		private Files $files,
	) {
	}

	/**
	 * @return array{path: string, writable: bool, free: ?int, places: list<array{name: string, path: string}>}
	 * @throws NotFound when there is no such folder
	 */
	public function list(string $userId, string $path): array {
		$path = trim(Nfc::of(mb_scrub($path, 'UTF-8')), '/');
		try {
			$folder = $this->files->find($userId, $path);
			if ($folder === null || !$folder->isFolder) {
				throw self::missing();
			}
			$folders = array_filter($this->files->children($userId, $path), static fn (StoredFile $file): bool => $file->isFolder);
			usort($folders, static fn (StoredFile $a, StoredFile $b): int => strnatcasecmp($a->name(), $b->name()));
			return [
				'path' => $folder->path,
				'writable' => $folder->writable,
				'free' => $this->files->room($userId, $path),
				'places' => array_map(static fn (StoredFile $one): array => ['name' => $one->name(), 'path' => $one->path], $folders),
			];
		} catch (FilesFault $e) {
			throw $e->kind === FilesFaultKind::Missing ? self::missing() : Unavailable::storage($e);
		}
	}

	private static function missing(): NotFound {
		return new NotFound('This folder is not there any more. Choose another one.');
	}
}
