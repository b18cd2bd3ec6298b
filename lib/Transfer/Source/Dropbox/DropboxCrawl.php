<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Fields;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;

/**
 * Lists page by page: each chosen folder with all that lies below it, and folder by folder once that was too much for
 * Dropbox, as it can be with very large trees.
 */
final readonly class DropboxCrawl {
	private const LIMIT = 2000;

	public function __construct(
		private DropboxApi $api,
		private DropboxSharing $sharing,
	) {
	}

	/** @throws Fault */
	public function begin(Access $access, Choice $choice): DropboxCursor {
		$cursor = new DropboxCursor();
		$cursor->tops = self::paths($choice->folders === [] ? [DropboxPaths::id('')] : $choice->folders);
		$cursor->without = [...self::paths($choice->without), ...($choice->sharedWithMe ? [] : $this->sharing->foreignFolders($access))];
		$cursor->folders = $cursor->tops;
		return $cursor;
	}

	/** @throws Fault */
	public function page(Access $access, DropboxCursor $cursor, DropboxItems $items, string $label): Page {
		$folder = $cursor->folders[0] ?? '';
		$isFirst = $cursor->page === null;
		$first = $isFirst && $folder !== '' && in_array($folder, $cursor->tops, true) ? [$this->top($access, $cursor, $items, $folder, $label)] : [];
		try {
			$answer = $isFirst ? $this->open($access, $folder, $cursor->deep) : $this->api->call($access, 'files/list_folder/continue', ['cursor' => $cursor->page]);
		} catch (Fault $e) {
			return $this->shallow($cursor, $e);
		}
		$cursor->page = $answer->flag('has_more') ? $answer->text('cursor') : null;
		if ($cursor->page === null) {
			array_shift($cursor->folders);
		}
		[$found, $gone] = $this->entries($access, $cursor, $items, $answer->all('entries'), $label);
		return new Page([...$first, ...$found], $cursor->folders === [] ? null : $cursor->text(), $gone);
	}

	private function open(Access $access, string $folder, bool $deep): Fields {
		return $this->api->call($access, 'files/list_folder', [
			'path' => $folder,
			'recursive' => $deep,
			'limit' => self::LIMIT,
			'include_deleted' => false,
			'include_mounted_folders' => true,
			'include_non_downloadable_files' => true,
		]);
	}

	/** After trouble with a large tree: the same folder again, one by one. What was listed is listed again. */
	private function shallow(DropboxCursor $cursor, Fault $fault): Page {
		if (!$cursor->deep || $fault->kind !== FaultKind::Again || !in_array($fault->reason, ['provider_trouble', 'unreachable_stalled'], true)) {
			throw $fault;
		}
		$cursor->deep = false;
		$cursor->page = null;
		return new Page([], $cursor->text());
	}

	/** @throws Fault of kind Final when the folder is not there any more */
	private function top(Access $access, DropboxCursor $cursor, DropboxItems $items, string $folder, string $label): FoundItem {
		try {
			$entry = $this->api->call($access, 'files/get_metadata', ['path' => $folder]);
		} catch (Fault $e) {
			throw $e->kind === FaultKind::Vanished ? new Fault(FaultKind::Final, 'folder_gone') : $e;
		}
		return $items->folder($entry, $this->parent($cursor, $folder), $this->people($access, $entry, $label));
	}

	/**
	 * What a later entry says of a path or an id counts.
	 *
	 * @param list<Fields> $entries
	 * @return array{list<FoundItem>, list<string>} items, and ids of folders that are not there any more
	 */
	private function entries(Access $access, DropboxCursor $cursor, DropboxItems $items, array $entries, string $label): array {
		$found = [];
		$gone = [];
		foreach ($entries as $entry) {
			$path = $entry->text('path_lower');
			if ($path !== null && $this->isLeftOut($cursor, $path)) {
				continue;
			}
			$isDeleted = $entry->text('.tag') === 'deleted';
			$found = array_filter($found, static fn (array $one): bool => $one['id'] !== $entry->text('id') && ($path === null || ($isDeleted ? !DropboxPaths::isIn($one['path'], $path) : $one['path'] !== $path)));
			if ($isDeleted) {
				$gone[] = DropboxPaths::id($path ?? '');
				continue;
			}
			$found[] = ['id' => $entry->text('id'), 'path' => $path ?? '', 'item' => $this->item($access, $cursor, $items, $entry, $label)];
		}
		return [array_column($found, 'item'), $gone];
	}

	private function item(Access $access, DropboxCursor $cursor, DropboxItems $items, Fields $entry, string $label): FoundItem {
		$path = $entry->text('path_lower');
		$parent = $path === null ? null : $this->parent($cursor, $path);
		if ($entry->text('.tag') !== 'folder') {
			return $items->file($entry, $parent);
		}
		if (!$cursor->deep && $path !== null) {
			$cursor->folders[] = $path;
		}
		return $items->folder($entry, $parent, $this->people($access, $entry, $label));
	}

	/** @return ?string null directly below what was chosen; the root is no item */
	private function parent(DropboxCursor $cursor, string $path): ?string {
		$above = DropboxPaths::above($path);
		$isBelowTop = array_filter($cursor->tops, static fn (string $top): bool => $top !== '' && $path !== $top && DropboxPaths::isIn($path, $top)) !== [];
		return $above === '' || (!$isBelowTop && !in_array('', $cursor->tops, true)) ? null : DropboxPaths::id($above);
	}

	private function isLeftOut(DropboxCursor $cursor, string $path): bool {
		return array_filter($cursor->without, static fn (string $folder): bool => DropboxPaths::isIn($path, $folder)) !== [];
	}

	/** @return list<string> */
	private function people(Access $access, Fields $entry, string $label): array {
		$shared = $entry->text('shared_folder_id');
		return $shared === null ? [] : $this->sharing->members($access, $shared, $label);
	}

	/**
	 * @param list<string> $ids
	 * @return list<string>
	 */
	private static function paths(array $ids): array {
		return array_values(array_filter(array_map(DropboxPaths::path(...), $ids), is_string(...)));
	}
}
