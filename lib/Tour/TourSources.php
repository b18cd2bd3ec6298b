<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Port\TourFolders;

/**
 * Which tour files there are: those of resources/tours, then those of the folders that somebody else names. Of several
 * with one name the first holds, so nobody replaces a shipped tour.
 */
final readonly class TourSources {
	private const SHIPPED = 'tours';

	/** Every list of tours reads them all. */
	private const MAX_FILES = 500;

	public function __construct(
		private ContentFolder $shipped,
		private TourFolders $others,
	) {
	}

	/** @return array{files: list<TourFile>, faults: list<ContentFault>} */
	public function all(): array {
		$files = $faults = [];
		foreach ($this->shipped->names(self::SHIPPED) as $id) {
			$files[$id] = $this->shippedFile($id);
		}
		foreach ($this->folders() as $folder) {
			try {
				$names = $this->names($folder);
			} catch (ContentFault $fault) {
				$faults[] = $fault;
				continue;
			}
			foreach ($names as $id) {
				$file = $this->foreignFile($folder, $id);
				$taken = $files[$id] ?? null;
				if ($taken === null) {
					$files[$id] = $file;
				} else {
					$faults[] = ContentFault::idTaken($file->name, $id, $taken->name);
				}
			}
		}
		return ['files' => array_values($files), 'faults' => $faults];
	}

	/** Looks at one name only, and says nothing of folders that are not there. */
	public function find(string $id): ?TourFile {
		if (preg_match('/^[a-z0-9]+(-[a-z0-9]+)*$/D', $id) !== 1 || strlen($id) > 64) {
			return null;
		}
		$shipped = $this->shippedFile($id);
		if (is_file($shipped->path)) {
			return $shipped;
		}
		foreach ($this->folders() as $folder) {
			$file = $this->foreignFile($folder, $id);
			if (str_starts_with($folder, '/') && is_file($file->path)) {
				return $file;
			}
		}
		return null;
	}

	/** @return list<string> each once, however it is written */
	private function folders(): array {
		$folders = [];
		foreach ($this->others->paths() as $path) {
			$real = str_starts_with($path, '/') ? realpath($path) : false;
			$folders[$real === false ? $path : $real] ??= rtrim($path, '/');
		}
		return array_values($folders);
	}

	/**
	 * @return list<string> names of its JSON files, without extension, sorted
	 * @throws ContentFault
	 */
	private function names(string $folder): array {
		if (!str_starts_with($folder, '/')) {
			throw ContentFault::relative($folder);
		}
		$entries = is_dir($folder) && is_readable($folder) ? scandir($folder) : false;
		if ($entries === false) {
			throw ContentFault::noFolder($folder);
		}
		$names = array_map(
			static fn (string $entry): string => substr($entry, 0, -strlen('.json')),
			array_values(array_filter($entries, static fn (string $entry): bool => str_ends_with($entry, '.json'))),
		);
		return count($names) > self::MAX_FILES ? throw ContentFault::tooMany($folder, self::MAX_FILES) : $names;
	}

	private function shippedFile(string $id): TourFile {
		$name = self::SHIPPED . "/$id.json";
		return new TourFile($id, $this->shipped->path($name), $name, true);
	}

	private function foreignFile(string $folder, string $id): TourFile {
		return new TourFile($id, "$folder/$id.json", mb_scrub("$folder/$id.json", 'UTF-8'), false);
	}
}
