<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fields;
use OCA\Compagnon\Transfer\Source\Weight;

/** Adds up what lies below a folder: Dropbox lists all of it at once, two thousand entries a page. */
final readonly class DropboxScale {
	private const LIMIT = 2000;

	public function __construct(
		private DropboxApi $api,
	) {
	}

	/**
	 * @param string $path in lower case, "" for the root
	 * @throws Fault when already the first page does not come
	 */
	public function weigh(Access $access, string $path, Effort $effort): Weight {
		$sizes = [];
		$page = null;
		while (($seconds = $effort->next()) !== null) {
			try {
				$answer = $this->page($access->within($seconds), $path, $page);
			} catch (Fault $e) {
				// What has been seen is there all the same.
				return $page === null ? throw $e : self::sum($sizes, false);
			}
			foreach ($answer->all('entries') as $entry) {
				$sizes = self::note($sizes, $entry);
			}
			$page = $answer->flag('has_more') ? $answer->text('cursor') : null;
			if ($page === null) {
				return self::sum($sizes, true);
			}
		}
		return self::sum($sizes, false);
	}

	private function page(Access $access, string $path, ?string $page): Fields {
		return $page === null
			? $this->api->call($access, 'files/list_folder', ['path' => $path, 'recursive' => true, 'limit' => self::LIMIT, 'include_mounted_folders' => true, 'include_non_downloadable_files' => true])
			: $this->api->call($access, 'files/list_folder/continue', ['cursor' => $page]);
	}

	/**
	 * What a later entry says of a path counts.
	 *
	 * @param array<string, int> $sizes by path
	 * @return array<string, int>
	 */
	private static function note(array $sizes, Fields $entry): array {
		$path = $entry->text('path_lower') ?? $entry->text('id') ?? '';
		switch ($entry->text('.tag')) {
			case 'file':
				// What can only be exported has no size before.
				$sizes[$path] = $entry->flag('is_downloadable', true) ? $entry->number('size') ?? 0 : 0;
				break;
			case 'deleted':
				$sizes = array_filter($sizes, static fn (string $one): bool => !DropboxPaths::isIn($one, $path), ARRAY_FILTER_USE_KEY);
				break;
		}
		return $sizes;
	}

	/** @param array<string, int> $sizes */
	private static function sum(array $sizes, bool $isComplete): Weight {
		return new Weight(count($sizes), array_sum($sizes), $isComplete);
	}
}
